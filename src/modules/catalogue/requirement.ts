import { createHash } from 'node:crypto'
import type { CaseContent, CaseId, TakenFrom } from './contract.ts'
import {
  REQUIREMENT_KINDS,
  type RequirementId,
  type RequirementKind,
  toRequirementId,
} from './requirement-id.ts'

export { REQUIREMENT_KINDS, type RequirementId, type RequirementKind, toRequirementId }

/** One thing that somebody asked the market for: a functional requirement, a question, a criterion. */
export type CaseRequirement = {
  /** The same for the same words in the same case, in whatever order they stand. */
  readonly hash: string
  readonly kind: RequirementKind
  readonly text: string
  readonly strength: 'must' | 'should' | null
  readonly measuredBy: string | null
  readonly weight: string | null
  readonly takenFrom: TakenFrom | null
}

/** One of them with the case it stands in. */
export type PublishedRequirement = CaseRequirement & {
  readonly id: RequirementId
  readonly case: CaseId
  readonly version: number
  readonly caseTitle: string
  readonly year: number | null
  readonly language: string
  readonly themes: readonly string[]
  /** Who asked: those who led it, as the case names them. */
  readonly who: readonly string[]
}

/** Everything a case asked the market for, each once. */
export function requirementsOf(content: CaseContent): readonly CaseRequirement[] {
  const all = [
    ...(content.requirements ?? []).map(({ text, strength = null, measuredBy = null, takenFrom = null }) => ({
      ...of('requirement', text),
      strength,
      measuredBy,
      takenFrom,
    })),
    ...(content.marketDialogue?.questions ?? []).map(({ text, takenFrom = null }) => ({
      ...of('dialogue-question', text),
      takenFrom,
    })),
    ...(content.competition?.criteria ?? []).map(({ name, weight = null, takenFrom = null }) => ({
      ...of('award-criterion', name),
      weight,
      takenFrom,
    })),
  ]
  return [...new Map(all.map((one) => [one.hash, one])).values()]
}

function of(kind: RequirementKind, text: string) {
  const hash = createHash('sha256').update(`${kind} ${text}`).digest('hex').slice(0, 12)
  return { hash, kind, text, strength: null, measuredBy: null, weight: null }
}
