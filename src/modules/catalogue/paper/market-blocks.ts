import type { Messages } from '#src/messages/index.ts'
import type { CaseContent } from '#src/modules/catalogue/contract.ts'
import { codeLabel } from '#src/modules/vocabulary/index.ts'
import { type Block, bullets, facts, heading, paragraph, table } from '#src/platform/papers/index.ts'

export function dialogueBlocks(
  { marketDialogue: dialogue, language }: CaseContent,
  { t, date, list, number }: Messages,
): readonly Block[] {
  if (!dialogue) return []
  const { text, form, heldOn, participants, learned, equalTreatment, questions = [] } = dialogue
  return [
    heading(1, t('case.phase.marketDialogue')),
    ...(text ? [paragraph(text, { language })] : []),
    facts([
      [t('case.marketDialogue.form'), form, language],
      [t('case.marketDialogue.heldOn'), heldOn && list(heldOn.map(date))],
      [t('case.marketDialogue.participants'), participants ? number(participants) : null],
      [t('case.marketDialogue.learned'), learned, language],
      [t('case.marketDialogue.equalTreatment'), equalTreatment, language],
    ]),
    ...(questions.length > 0
      ? [
          heading(2, t('case.marketDialogue.questions')),
          bullets(
            questions.map((question) => question.text),
            { language },
          ),
        ]
      : []),
  ]
}

export function competitionBlocks(
  { competition, language }: CaseContent,
  messages: Messages,
): readonly Block[] {
  if (!competition) return []
  const { t, number } = messages
  const { text, procedure, phases, offers, notices = [], criteria = [] } = competition
  const columns = [
    { title: t('papers.case.criterion'), share: 3, language },
    { title: t('papers.case.weight'), share: 1, language },
  ]
  return [
    heading(1, t('case.phase.competition')),
    ...(text ? [paragraph(text, { language })] : []),
    facts([
      [
        t('case.competition.procedure'),
        procedure && codeLabel('procedure-type', procedure, messages.language),
      ],
      [t('case.competition.phases'), phases, language],
      [t('case.competition.offers'), offers === undefined ? null : number(offers)],
      [t('case.competition.notices'), notices.join(', ')],
    ]),
    ...(criteria.length > 0
      ? [
          table(
            columns,
            criteria.map(({ name, weight = '' }) => [name, weight]),
            {
              caption: t('case.competition.criteria'),
              rowHeaders: true,
            },
          ),
        ]
      : []),
  ]
}

const CONTRACT_DETAILS = ['form', 'valueBand', 'stopPoints', 'rights', 'options'] as const

export function contractBlocks({ contract, language }: CaseContent, { t }: Messages): readonly Block[] {
  if (!contract) return []
  return [
    heading(1, t('case.phase.contract')),
    ...(contract.text ? [paragraph(contract.text, { language })] : []),
    facts(CONTRACT_DETAILS.map((detail) => [t(`case.contract.${detail}`), contract[detail], language])),
  ]
}
