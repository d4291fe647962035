import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { MembershipStatus, PersonId, Role } from './contract.ts'

/** A supplier that is not in the register, in the words of the one who asks to act for it. */
export type SupplierClaim = { readonly organisasjonsnummer: string; readonly name: string }

/** A role that a person has asked for, has or has had, for an organisation or for the platform. */
export type Membership = {
  readonly id: string
  readonly person: PersonId
  readonly organisation: OrganisationId | null
  /** In the place of an organisation, while a supplier is not in the register. */
  readonly claim: SupplierClaim | null
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
  /** Why it was refused, or ended. */
  readonly endReason: string | null
}
