import { type Actor, isCurator, mayContributeFor, mayPublishFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { LockedCase } from './lock-case.ts'

export type Ownership = Pick<LockedCase, 'owner' | 'parties'>

/** Whoever writes for an organisation may add its cases; a curator adds for nobody in particular. */
export function mayAddFor(actor: Actor, organisation: OrganisationId | null): boolean {
  return organisation === null ? isCurator(actor) : mayContributeFor(actor, organisation)
}

/** The organisation that answers for a case changes it; one that took part, as long as nobody answers for it. */
export function mayReviseFor(actor: Actor, organisation: OrganisationId | null, found: Ownership): boolean {
  if (organisation === null) return isCurator(actor)
  if (!mayContributeFor(actor, organisation)) return false
  return found.owner === null ? found.parties.has(organisation) : found.owner === organisation
}

/** Only those who took part can vouch for a case. */
export function mayConfirmFor(actor: Actor, organisation: OrganisationId, found: Ownership): boolean {
  const itsOwn = found.parties.has(organisation) || found.owner === organisation
  return itsOwn && mayContributeFor(actor, organisation)
}

/** A coordinator of the organisation that answers for a case takes it back; a curator any case. */
export function mayWithdraw(actor: Actor, found: Ownership): boolean {
  return isCurator(actor) || (found.owner !== null && mayPublishFor(actor, found.owner))
}

/** That two records are of the same procurement is for a curator to decide. */
export function mayMerge(actor: Actor): boolean {
  return isCurator(actor)
}
