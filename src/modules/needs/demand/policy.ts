import { type Actor, isPublicEmployee, mayContributeFor, mayPublishFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { DemandNeed, JointDemand } from './joint-demand.ts'

type Reader = Actor | null

/** To join, leave or lead with others is for the coordinator of each organisation, and for nobody else's. */
export function mayDecideFor(actor: Actor, organisation: OrganisationId): boolean {
  return actor.isPublicBody && mayPublishFor(actor, organisation)
}

/** Those who write for the lead keep the statement and ask others in. */
export function mayKeepDemand(actor: Actor, { lead }: Pick<JointDemand, 'lead'>): boolean {
  return actor.isPublicBody && mayContributeFor(actor, lead)
}

/** Those who are in it or asked into it always; others as far as all the needs in it are told. */
export function mayReadDemand(
  reader: Reader,
  demand: Pick<JointDemand, 'audience' | 'needs' | 'status'>,
): boolean {
  if (demand.audience === 'all') return true
  if (!isPublicEmployee(reader)) return false
  return demand.audience === 'public-employees' || isConcerned(reader, demand)
}

/** Whether somebody works for one that is in the demand or asked into it; of one that is over, for one that was. */
export function isConcerned(
  reader: Reader,
  { needs, status }: Pick<JointDemand, 'needs' | 'status'>,
): boolean {
  if (!reader || !isPublicEmployee(reader)) return false
  return needs.some((one) => {
    const concerns = one.status === 'joined' || one.status === 'asked'
    return (concerns || status === 'dissolved') && reader.actsFor.has(one.organisation)
  })
}

/**
 * The needs of a demand that one reader may know of. Who is asked and who said no, and why, is for those whom it concerns:
 * that somebody has a need at all may be told to fewer than the demand is.
 */
export function seenOfDemand(
  reader: Reader,
  demand: Pick<JointDemand, 'needs' | 'status'>,
): readonly DemandNeed[] {
  if (isConcerned(reader, demand)) return demand.needs
  const isTold = ({ needAudience }: DemandNeed) =>
    needAudience === 'all' || (needAudience === 'public-employees' && isPublicEmployee(reader))
  return demand.needs
    .filter((one) => (one.status === 'joined' || one.status === 'left') && isTold(one))
    .map((one) => ({ ...one, reason: null }))
}
