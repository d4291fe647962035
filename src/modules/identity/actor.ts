import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Language } from '#src/platform/language.ts'
import type { PersonId, Role } from './contract.ts'

declare const proven: unique symbol

/**
 * A signed-in person, acting for one organisation.
 *
 * Only `toActor` mints this type, from roles that hold at the time, so a function that takes an `Actor` cannot be
 * reached with an organisation or a role that the person merely claims to have.
 */
export type Actor = {
  readonly [proven]: true
  readonly personId: PersonId
  readonly name: string
  /** Null for one who belongs to no organisation yet, and for those who act for the platform itself. */
  readonly organisation: OrganisationId | null
  readonly organisationName: string | null
  /** False for suppliers, and for those who act for no organisation. */
  readonly isPublicBody: boolean
  /** The roles held for that organisation, and those held for the platform. */
  readonly roles: ReadonlySet<Role>
  /** The organisation itself, and those it has a mandate from today. */
  readonly actsFor: ReadonlySet<OrganisationId>
  readonly language: Language
}

/** The one place where proof is made from facts. */
export function mintActor(facts: Omit<Actor, typeof proven>): Actor {
  return facts as Actor
}
