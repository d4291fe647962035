import type { Messages } from '#src/messages/index.ts'
import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import type { StepName } from '#src/modules/sharing/contract.ts'
import { caseAnswers } from '#src/modules/sharing/index.ts'
import { answerText, label } from '#src/web/present/form-words.ts'

/** A part of a case as it stands, to say yes or no to. */
export type BlockView = {
  readonly step: StepName
  readonly answers: readonly { readonly label: string; readonly text: string }[]
}

/** The parts that tell anything. */
export function blockViews(content: CaseContent, messages: Messages): readonly BlockView[] {
  const told = caseAnswers(content, (answer) => answerText(answer, messages)).filter(
    ({ words }) => words !== 'language',
  )
  return [...Map.groupBy(told, ({ step }) => step)].map(([step, answers]) => ({
    step,
    answers: answers.map(({ words, text }) => ({ label: label(words, 'full', messages), text })),
  }))
}
