import type { OrganisationId } from '#src/modules/organisations/contract.ts'

/** What is gone through, in the order it is shown; names, explanations and sources are in `data/joint-procurement/gate.json`. */
export const GATE_POINTS = [
  'named',
  'all-answered',
  'lead-flagged',
  'host-and-principals',
  'options-named',
  'anchored',
  'mandates',
  'signers',
  'value',
  'costs-and-exit',
  'dialogue-summary',
  'requirements-approved',
  'independence',
  'archive-reference',
  'draft-notice',
] as const
export type GatePointId = (typeof GATE_POINTS)[number]

export const GATE_GROUPS = ['who', 'authority', 'money', 'market', 'record', 'notice'] as const
export type GateGroup = (typeof GATE_GROUPS)[number]

/** `judge`: no program can tell; whoever passes says that it has been looked at. */
export const POINT_STATES = ['missing', 'judge', 'fulfilled', 'not-applicable'] as const
export type PointState = (typeof POINT_STATES)[number]

/** What stands in the way, or must be looked at; the words are `gate.problem.<code>`. */
export const PROBLEM_CODES = [
  'number-missing',
  'name-missing',
  'nobody-else',
  'undecided',
  'lead-not-among-them',
  'host-alone',
  'signed-by-host-without-host',
  'option-without-date',
  'option-date-passed',
  'not-anchored',
  'decision-to-come',
  'delegation-missing',
  'mandate-missing',
  'mandate-incomplete',
  'signer-missing',
  'estimate-missing',
  'maximum-missing',
  'maximum-lower',
  'cost-key-missing',
  'exit-missing',
  'share-missing',
  'shares-not-whole',
  'inhabitants-unknown',
  'volume-missing',
  'volume-units',
  'summary-missing',
  'summary-to-come',
  'requirements-missing',
  'independence-missing',
  'independence-words',
  'archive-missing',
  'draft-none',
  'draft-not-competition',
  'draft-missing-buyer',
  'draft-extra-buyer',
  'draft-number-missing',
  'draft-number-other',
  'draft-twice',
  'draft-host-alone',
  'draft-lead-none',
  'draft-lead-several',
  'draft-lead-other',
  'draft-categories',
  'draft-not-framework',
  'draft-maximum-missing',
  'draft-maximum-other',
  'draft-estimate-missing',
  'draft-estimate-other',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export type PointProblem = {
  readonly code: ProblemCode
  /** Those it is about. */
  readonly organisations?: readonly OrganisationId[]
  /** Names that stand in the draft notice and belong to nobody among them, and amounts, as they are. */
  readonly names?: readonly string[]
  readonly amounts?: readonly (number | null)[]
  readonly days?: readonly string[]
}

export type GatePoint = {
  readonly id: GatePointId
  readonly state: PointState
  readonly problems: readonly PointProblem[]
  /** Who can put it right; nobody when nothing is to be done. */
  readonly turn: readonly OrganisationId[]
}

/** Whether it lets through: what does not apply does, and what a person must judge is asked of whoever passes. */
export function letsThrough({ state }: Pick<GatePoint, 'state'>): boolean {
  return state !== 'missing'
}

type Found = { readonly missing: readonly PointProblem[]; readonly judge?: readonly PointProblem[] }

/** A point from what was found; without anything it is fulfilled. Whose turn it is follows from whom it is about. */
export function pointOf(id: GatePointId, { missing, judge = [] }: Found, lead: OrganisationId): GatePoint {
  const problems = [...missing, ...judge]
  if (problems.length === 0) return { id, state: 'fulfilled', problems, turn: [] }
  const about = problems.flatMap(({ organisations = [] }) => organisations)
  return {
    id,
    state: missing.length > 0 ? 'missing' : 'judge',
    problems,
    turn: about.length > 0 && id !== 'draft-notice' ? [...new Set(about)] : [lead],
  }
}

export function notApplicable(id: GatePointId): GatePoint {
  return { id, state: 'not-applicable', problems: [], turn: [] }
}

/** The problem, where there is anybody it is about. */
export function about(code: ProblemCode, organisations: readonly OrganisationId[]): readonly PointProblem[] {
  return organisations.length > 0 ? [{ code, organisations }] : []
}

export function when(
  code: ProblemCode,
  isSo: boolean,
  more: Omit<PointProblem, 'code'> = {},
): readonly PointProblem[] {
  return isSo ? [{ code, ...more }] : []
}
