import { z } from 'zod'
import { CaseKind, CaseLevel } from './case-words.ts'
import { CaseId } from './catalogue-id.ts'

export { CaseContent, Source, Step, TakenFrom } from './case-content.ts'
export {
  CASE_BLOCKS,
  CASE_KINDS,
  CASE_LEVELS,
  type CaseBlock,
  CaseKind,
  CaseLevel,
  CONFIDENCES,
  EFFECT_GRADES,
  EffectGrade,
  INNOVATION_KINDS,
  STEP_PHASES,
  StepPhase,
} from './case-words.ts'
export { CaseId, SolutionId } from './catalogue-id.ts'
export { BENEFITS, Benefit, Effect, MOST_MAIN_EFFECTS } from './effect.ts'
export {
  Adopter,
  CaseSupplier,
  OrganisationReference,
  PARTY_ROLES,
  Party,
  PartyRole,
  Place,
} from './party.ts'
export {
  MOST_COMPARED,
  REQUIREMENT_KINDS,
  RequirementFilter,
  RequirementId,
  RequirementKind,
} from './requirement-id.ts'
export { SOLUTION_STATUSES, SolutionContent, SolutionStatus } from './solution-content.ts'
export { STOP_REASONS, Stopped, StopReason } from './stop-reason.ts'

export const CASE_SORTS = ['newest', 'title', 'id'] as const

const paging = {
  limit: z.coerce.number().int().min(1).max(100).catch(20),
  offset: z.coerce.number().int().min(0).max(100_000).catch(0),
}

const optional = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined)

/** What a list of cases can be narrowed by; it comes from shared links, so a value that means nothing falls away. */
export const CaseFilter = z.object({
  kind: optional(CaseKind),
  level: optional(CaseLevel),
  theme: optional(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  county: optional(z.string().regex(/^\d{2}$/)),
  municipality: optional(z.string().regex(/^\d{4}$/)),
  sort: z.enum(CASE_SORTS).catch('newest'),
  /** Only those with a higher number, for turning pages that stand still; belongs with `sort: 'id'`. */
  after: optional(CaseId),
  ...paging,
})
export type CaseFilter = z.infer<typeof CaseFilter>

export const SolutionFilter = z.object(paging)
export type SolutionFilter = z.infer<typeof SolutionFilter>
