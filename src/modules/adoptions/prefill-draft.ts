import type { MessageKey, MessageValues } from '#src/messages/index.ts'
import type { CaseContent, CaseId, Effect, Party } from '#src/modules/catalogue/contract.ts'
import { fillForm, type TypedContent } from '#src/modules/sharing/index.ts'
import type { Volumes } from './adoption.ts'
import { scaleFigure } from './scale-effect.ts'

type Translate = (key: MessageKey, values?: MessageValues) => string

export type Original = {
  readonly id: CaseId
  readonly version: number
  readonly content: CaseContent
}

type Here = {
  readonly own: Party
  readonly year: number
  readonly volumes: Volumes | null
  readonly differences: string | null
  readonly t: Translate
}

/**
 * A draft of one's own made from another's case: the need, the requirements, the questions and the criteria with where
 * they were taken from, what must be in place first, and the effects as hypotheses. What happened there (who, offers,
 * contract, lessons, suppliers) is theirs and left out; a copied case gives no right to buy from the same supplier.
 */
export function prefillDraft({ id, version, content }: Original, here: Here): TypedContent {
  const takenFrom = { case: id, version }
  const { identity, need, requirements, marketDialogue, competition, reuse, effects } = content
  const questions = marketDialogue?.questions?.map((question) => ({ ...question, takenFrom }))
  const criteria = competition?.criteria?.map((criterion) => ({ ...criterion, takenFrom }))
  return fillForm({
    language: content.language,
    identity: {
      title: identity.title,
      kind: 'procurement',
      level: 'full',
      fromYear: here.year,
      themes: identity.themes,
      ...(identity.cpv ? { cpv: identity.cpv } : {}),
    },
    who: { parties: [here.own], suppliers: [], joint: false },
    ...(need ? { need: { text: need.text, ...(need.outcome ? { outcome: need.outcome } : {}) } } : {}),
    ...(requirements ? { requirements: requirements.map((one) => ({ ...one, takenFrom })) } : {}),
    ...(questions ? { marketDialogue: { questions } } : {}),
    ...(criteria ? { competition: { criteria } } : {}),
    ...(here.differences ? { approach: here.differences } : {}),
    steps: [],
    effects: effects.map((effect) => hypothesis(effect, content, here)),
    lessons: [],
    ...(reuse?.prerequisites ? { reuse: { prerequisites: reuse.prerequisites } } : {}),
    provenance: { confidence: 'medium', sources: [] },
  })
}

/** What another has got is at most expected here, and the text says what it rests on. */
function hypothesis(
  { text, figure, benefit, forWhom, condition }: Effect,
  from: CaseContent,
  here: Here,
): Effect {
  const scaled = figure && here.volumes ? scaleFigure(figure, here.volumes) : null
  const who = from.who.parties[0]?.name ?? from.identity.title
  const basis =
    figure && scaled && here.volumes
      ? here.t('adoptions.hypothesis.scaled', {
          who,
          figure: `${figure.value} ${figure.unit}`,
          there: here.volumes.there,
          here: here.volumes.here,
        })
      : here.t('adoptions.hypothesis', { who })
  return {
    text,
    grade: 'expected',
    condition: [basis, condition].filter(Boolean).join(' '),
    ...(scaled ? { figure: scaled } : {}),
    ...(benefit ? { benefit } : {}),
    ...(forWhom ? { forWhom } : {}),
  }
}
