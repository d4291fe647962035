import { missingBlocks, nextForReuse, type ReuseCriterion, reuseScore } from '#src/modules/catalogue/index.ts'
import type { DraftSize, StepName } from './contract.ts'
import type { Draft } from './draft.ts'
import type { FormPart, Step } from './form/field.ts'
import { fromTyped } from './form/field-values.ts'
import { type Problem, problemsOf } from './form/problems.ts'
import { type ReadForm, readForm } from './form/read-form.ts'
import { stepsOf } from './form/steps.ts'
import { readAt, rowsAt, type TypedContent } from './typed-content.ts'

/** `missing`: something is told, or nothing, and what is needed is not; `empty`: nothing is told, and nothing needed. */
export type StepState = 'empty' | 'missing' | 'wrong' | 'done'

export type StepProgress = {
  readonly name: StepName
  readonly slug: string
  readonly state: StepState
  readonly problems: readonly Problem[]
}

export type Progress = {
  readonly steps: readonly StepProgress[]
  readonly isComplete: boolean
  readonly problems: readonly Problem[]
  readonly score: { readonly score: number; readonly of: number }
  /** What would help the next municipality most, and what it gives. */
  readonly next: NextUseful | null
}

export type NextUseful = {
  readonly step: StepName
  readonly slug: string
  /** Null for what the case cannot be published without. */
  readonly points: number | null
}

/** What is done, what is missing and what is wrong in a draft, page by page. */
export function progressOf(draft: Pick<Draft, 'content' | 'size' | 'basedOn'>): Progress {
  const { content, size } = draft
  const read = readForm(draft)
  const steps = stepsOf(size).map(({ name, slug, parts }): StepProgress => {
    const problems = problemsOf(read.problems, parts)
    return {
      name,
      slug,
      state: stateOf(
        problems,
        parts.some((part) => isTold(content, part)),
      ),
      problems,
    }
  })
  const { score, of } = reuseScore(read.told)
  return {
    steps,
    isComplete: read.content !== null,
    problems: read.problems,
    score: { score, of },
    next: nextUseful(size, steps, read),
  }
}

function stateOf(problems: readonly Problem[], told: boolean): StepState {
  if (problems.some(({ reason }) => reason !== 'missing')) return 'wrong'
  if (problems.length > 0) return 'missing'
  return told ? 'done' : 'empty'
}

function isTold(content: TypedContent, part: FormPart): boolean {
  if (part.kind !== 'rows') return fromTyped(part, readAt(content, part.path)) !== undefined
  return rowsAt(content, part.path).some((row) =>
    part.fields.some((field) => fromTyped(field, readAt(row, field.path)) !== undefined),
  )
}

/** Where each thing that a reader looks for is told. */
const STEP_OF: Readonly<Record<ReuseCriterion, StepName>> = {
  need: 'need',
  requirements: 'requirements',
  marketDialogue: 'marketDialogue',
  competition: 'competition',
  contract: 'contract',
  effects: 'effects',
  lessons: 'lessons',
  documents: 'reuse',
  contact: 'reuse',
}

/** The page of that size where it is told; null when a case of that size has no such page. */
export function stepToAdd(criterion: ReuseCriterion, size: DraftSize): Step | null {
  return stepsOf(size).find(({ name }) => name === STEP_OF[criterion]) ?? null
}

/** First what the size cannot do without, then what gives the reader most. */
function nextUseful(size: DraftSize, steps: readonly StepProgress[], { told }: ReadForm): NextUseful | null {
  const unfinished = steps.find(({ state }) => state === 'wrong' || state === 'missing')
  if (unfinished) return { step: unfinished.name, slug: unfinished.slug, points: null }
  if (size !== 'full') return null
  const best = nextForReuse(reuseScore(told))
  const step = steps.find(({ name }) =>
    best ? STEP_OF[best.criterion] === name : isBlockMissing(told, name),
  )
  return step ? { step: step.name, slug: step.slug, points: best?.of ?? null } : null
}

function isBlockMissing(told: ReadForm['told'], name: StepName): boolean {
  const blocks: readonly string[] = missingBlocks(told)
  return blocks.includes(name === 'users' ? 'userInvolvement' : name)
}
