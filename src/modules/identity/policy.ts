import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Actor } from './actor.ts'
import type { Role } from './contract.ts'

const WRITE: readonly Role[] = ['contributor', 'coordinator', 'network-leader', 'consultant']
const EMPLOYED: readonly Role[] = ['reader', 'contributor', 'coordinator', 'network-leader', 'consultant']

/** Contributors, coordinators, network leaders and consultants write on behalf of the organisation they act for. */
export function mayContribute(actor: Actor): boolean {
  return actor.organisation !== null && hasOneOf(actor, WRITE)
}

/** Whoever may write for an organisation may do so for those it has a mandate from. */
export function mayContributeFor(actor: Actor, organisation: OrganisationId): boolean {
  return mayContribute(actor) && actor.actsFor.has(organisation)
}

/** A coordinator publishes for the organisation, and for those it has a mandate from. */
export function mayPublishFor(actor: Actor, organisation: OrganisationId): boolean {
  return actor.roles.has('coordinator') && actor.actsFor.has(organisation)
}

/** Someone who acts for a public body sees what is shared with public employees. */
export function isPublicEmployee(actor: Actor | null): boolean {
  return actor?.isPublicBody === true && hasOneOf(actor, EMPLOYED)
}

/** What the actor finds beside what is public; those who may find the same are told of in the same words. */
export function readerOf(actor: Actor | null): {
  readonly organisations: readonly OrganisationId[]
  readonly isPublicEmployee: boolean
} {
  if (!actor || !isPublicEmployee(actor)) return { organisations: [], isPublicEmployee: false }
  return { organisations: [...actor.actsFor].toSorted(), isPublicEmployee: true }
}

/** A curator edits what is published in the catalogue. */
export function isCurator(actor: Actor | null): boolean {
  return actor?.roles.has('curator') === true
}

/** An administrator sets up organisations' first coordinators and the platform's own roles, and reads no drafts. */
export function isAdministrator(actor: Actor | null): boolean {
  return actor?.roles.has('administrator') === true
}

export function hasOneOf(actor: Actor, roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.has(role))
}
