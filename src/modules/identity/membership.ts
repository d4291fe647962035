import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { MembershipStatus, PersonId, Role } from './contract.ts'

/** A role that a person has asked for, has or has had, for an organisation or for the platform. */
export type Membership = {
  readonly id: string
  readonly person: PersonId
  readonly organisation: OrganisationId | null
  readonly role: Role
  readonly status: MembershipStatus
  readonly message: string | null
  readonly title: string | null
  readonly delegation: string | null
  readonly independenceOn: Temporal.PlainDate | null
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly askedAt: Date
  readonly decidedAt: Date | null
  readonly decidedBy: PersonId | null
  readonly endedAt: Date | null
  readonly endReason: string | null
}
