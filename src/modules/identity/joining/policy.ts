import type { Actor } from '#src/modules/identity/actor.ts'
import type { Role } from '#src/modules/identity/contract.ts'
import { isAdministrator, isCurator } from '#src/modules/identity/policy.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'

type Asked = { readonly organisation: OrganisationId | null; readonly role: Role }

/** Whoever coordinates an organisation, and acts for it now. */
export function coordinates(actor: Actor, organisation: OrganisationId | null): boolean {
  return organisation !== null && actor.organisation === organisation && actor.roles.has('coordinator')
}

/**
 * A coordinator decides who acts for the organisation. Where there is none, an administrator decides who is the first.
 * Those who act for a supplier decide who joins them; a curator or an administrator decides who is the first.
 */
export function mayDecideOn(
  actor: Actor,
  { organisation, role }: Asked,
  { hasCoordinator }: { hasCoordinator: boolean },
): boolean {
  if (role === 'supplier')
    return actsForSupplier(actor, organisation) || isCurator(actor) || isAdministrator(actor)
  if (coordinates(actor, organisation)) return true
  return !hasCoordinator && (role === 'coordinator' || role === 'adviser') && isAdministrator(actor)
}

/**
 * A coordinator changes and ends roles in the organisation; an administrator those of the platform, and those of an
 * organisation that nobody coordinates; curators and administrators those of suppliers.
 */
export function mayEnd(
  actor: Actor,
  { organisation, role }: Asked,
  { hasCoordinator }: { hasCoordinator: boolean },
): boolean {
  if (role === 'curator' || role === 'administrator') return isAdministrator(actor)
  if (role === 'supplier')
    return actsForSupplier(actor, organisation) || isCurator(actor) || isAdministrator(actor)
  return coordinates(actor, organisation) || (!hasCoordinator && isAdministrator(actor))
}

/** Who has which role in an organisation is seen by those who act for it. */
export function maySeeMembers(actor: Actor, organisation: OrganisationId): boolean {
  return actor.organisation === organisation
}

function actsForSupplier(actor: Actor, organisation: OrganisationId | null): boolean {
  return organisation !== null && actor.organisation === organisation && actor.roles.has('supplier')
}
