import type { Role } from '#src/modules/identity/contract.ts'
import type { Member } from '#src/modules/identity/index.ts'

/** A role that somebody has or has asked for, as pages show it. */
export type RoleView = {
  readonly membership: string
  readonly person: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  /** Where; null for the roles held for the platform. */
  readonly organisation: string | null
  readonly claimedNumber: string | null
  readonly isAsked: boolean
  readonly message: string | null
  readonly title: string | null
  readonly delegation: string | null
  readonly independenceOn: string | null
  readonly endsOn: string | null
  readonly since: Date
}

export function toRoleView(member: Member): RoleView {
  const { organisationName, claim, independenceOn, endsOn, ...facts } = member
  return {
    membership: facts.membership,
    person: facts.person,
    name: facts.name,
    email: facts.email,
    role: facts.role,
    organisation: organisationName ?? claim?.name ?? null,
    claimedNumber: claim?.organisasjonsnummer ?? null,
    isAsked: facts.isAsked,
    message: facts.message,
    title: facts.title,
    delegation: facts.delegation,
    independenceOn: independenceOn?.toString() ?? null,
    endsOn: endsOn?.toString() ?? null,
    since: facts.since,
  }
}
