import type { Role } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import type { OrganisationKind } from '#src/modules/organisations/contract.ts'

/** Roles that people ask for; those held for the platform are given by an administrator. */
export const JOINABLE = [
  'reader',
  'contributor',
  'coordinator',
  'network-leader',
  'consultant',
  'adviser',
  'supplier',
] as const satisfies readonly Role[]
export type JoinableRole = (typeof JOINABLE)[number]

const SELLERS: readonly OrganisationKind[] = ['supplier', 'other', 'public-company']

/** Which roles there are in an organisation of that kind: a firm that sells has no say in what is bought. */
export function rolesIn(kind: OrganisationKind): readonly JoinableRole[] {
  if (kind === 'supplier') return ['supplier']
  return JOINABLE.filter((role) => role !== 'supplier' || SELLERS.includes(kind))
}

/** Whoever acts from outside does so for at most so long at a time, and can ask again. */
export const LONGEST_CONSULTANCY_YEARS = 2

/** What somebody says of the role they ask for. */
export type RoleFacts = {
  readonly role: Role
  readonly title: string | null
  /** That the person has no ties to those who sell to the organisation. */
  readonly independent: boolean
  readonly endsOn: Temporal.PlainDate | null
}

export type RoleProblem =
  | 'roleNotPossible'
  | 'titleMissing'
  | 'independenceMissing'
  | 'endMissing'
  | 'endPassed'
  | 'endTooFar'

/** What keeps somebody from having that role there; nothing when it can be. */
export function problemsOfRole(
  facts: RoleFacts,
  { kind, at }: { kind: OrganisationKind; at: Date },
): readonly RoleProblem[] {
  const possible: readonly Role[] = rolesIn(kind)
  if (!possible.includes(facts.role)) return ['roleNotPossible']
  if (facts.role === 'coordinator') return facts.title ? [] : ['titleMissing']
  return facts.role === 'consultant' ? problemsOfConsultancy(facts, at) : []
}

function problemsOfConsultancy({ independent, endsOn }: RoleFacts, at: Date): readonly RoleProblem[] {
  const today = Temporal.PlainDate.from(dayOf(at))
  const problems: RoleProblem[] = independent ? [] : ['independenceMissing']
  if (endsOn === null) return [...problems, 'endMissing']
  if (Temporal.PlainDate.compare(endsOn, today) < 0) return [...problems, 'endPassed']
  const latest = today.add({ years: LONGEST_CONSULTANCY_YEARS })
  return Temporal.PlainDate.compare(endsOn, latest) > 0 ? [...problems, 'endTooFar'] : problems
}
