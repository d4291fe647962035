import type { Actor } from '#src/modules/identity/index.ts'
import { buyers, type JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { mayBind } from '#src/modules/joint-procurement/policy.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'

/**
 * Each passes for its own, and nobody for another: a mandate to buy for others is not a mandate to check for them. So
 * the person must belong to the very organisation, and not to one that acts for it.
 */
export function mayPass(actor: Actor | null, organisation: OrganisationId): boolean {
  return actor !== null && actor.organisation === organisation && mayBind(actor, organisation)
}

/** For whom the person can pass; null for one who cannot, and for those who only follow. */
export function passesFor(actor: Actor | null, procurement: JointProcurement): OrganisationId | null {
  const own = buyers(procurement).find(({ organisation }) => organisation === actor?.organisation)
  return own && mayPass(actor, own.organisation) ? own.organisation : null
}
