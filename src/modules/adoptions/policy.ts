import type { PartyRole } from '#src/modules/catalogue/contract.ts'
import type { ProcurementCase } from '#src/modules/catalogue/index.ts'
import { type Actor, isCurator, isPublicEmployee, mayContributeFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Adoption, isPublic } from './adoption.ts'

/** Whoever writes for an organisation takes things into use for it, and for those it has a mandate from. */
export function mayTakeIntoUse(actor: Actor, organisation: OrganisationId): boolean {
  return actor.isPublicBody && mayContributeFor(actor, organisation)
}

const BUYERS: readonly PartyRole[] = ['lead', 'host', 'coordinator', 'participant', 'partner']

/** Whoever bought together with the others has it already; an option, an invitation or following is not that. */
export function tookPart(
  { parties }: Pick<ProcurementCase, 'parties'>,
  organisation: OrganisationId,
): boolean {
  return parties.some((party) => party.organisation?.id === organisation && BUYERS.includes(party.role))
}

/**
 * Everybody sees what is or has been in use; before that those it is open to, and always those who work for the
 * organisation. One who only advises, there or elsewhere, sees what has been opened to the adviser.
 */
export function maySeeAdoption(actor: Actor | null, adoption: Adoption): boolean {
  if (isPublic(adoption)) return true
  if (!actor || !isPublicEmployee(actor)) return false
  return actor.actsFor.has(adoption.organisation) || adoption.audience === 'public-employees'
}

/** A supplier speaks of its own solutions. */
export function mayClaim(actor: Actor): boolean {
  return actor.roles.has('supplier') && actor.organisation !== null
}

/** A curator lets a supplier's words stand beside a solution, marked as the supplier's. */
export function mayDecideClaims(actor: Actor): boolean {
  return isCurator(actor)
}
