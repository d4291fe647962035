import type { DraftSize, StepName } from '#src/modules/sharing/contract.ts'
import { reaches } from '#src/modules/sharing/draft.ts'
import type { FormPart, Step } from './field.ts'
import { STEPS } from './questions.ts'

/** Every part of the form whatever the size, for understanding what is typed. */
export const PARTS: readonly FormPart[] = STEPS.flatMap((step) => step.parts)

/** In the order one tells it: what, what was learnt, on what, where. */
const EXPERIENCE = ['identity.title', 'approach', 'lessons', 'identity.themes', 'who.parties']

const EXPERIENCE_STEP: Step = {
  name: 'experience',
  slug: 'erfaring',
  parts: EXPERIENCE.flatMap((path) => PARTS.find((part) => part.path === path) ?? []).map((part) =>
    ofSize(part, 'experience'),
  ),
}

/** The pages of a size with what it asks for: an experience is one page. */
export function stepsOf(size: DraftSize): readonly Step[] {
  if (size === 'experience') return [EXPERIENCE_STEP]
  return STEPS.map((step) => ({
    ...step,
    parts: step.parts.filter((part) => reaches(size, part.from)).map((part) => ofSize(part, size)),
  })).filter((step) => step.parts.length > 0)
}

export function stepCalled(size: DraftSize, slug: string): Step | null {
  return stepsOf(size).find((step) => step.slug === slug) ?? null
}

/** The page of that size where this part is asked for. */
export function stepOfPart(size: DraftSize, path: string): StepName | null {
  return stepsOf(size).find((step) => step.parts.some((part) => part.path === path))?.name ?? null
}

function ofSize(part: FormPart, size: DraftSize): FormPart {
  if (part.kind !== 'rows') return part
  return { ...part, fields: part.fields.filter((one) => reaches(size, one.from)) }
}
