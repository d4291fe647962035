import { type Actor, isPublicEmployee, mayContributeFor, mayPublishFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { StopAudience } from './contract.ts'
import type { Stop } from './stop.ts'

/** Null for a reader who has not signed in. */
export type Reader = Actor | null

/** Whoever writes for an organisation may tell its own people what stopped it. */
export function mayTellFor(actor: Actor, organisation: OrganisationId): boolean {
  return mayContributeFor(actor, organisation)
}

/** What goes beyond the organisation itself, now or on a day to come, is for its coordinator to decide. */
export function mayOpen(actor: Actor, organisation: OrganisationId, audience: StopAudience): boolean {
  const staysInside =
    audience.visibility === 'organisation' && audience.opensOn === null && audience.readers.length === 0
  return staysInside ? mayTellFor(actor, organisation) : mayPublishFor(actor, organisation)
}

/**
 * Whoever told it puts it right or takes it back, also when others may read it; the rest of those who write for the
 * organisation as long as it stays inside, and its coordinators always.
 */
export function mayCorrect(actor: Actor, stop: Stop): boolean {
  const { organisation, toldBy } = stop
  return mayTellFor(actor, organisation) && (toldBy === actor.personId || mayOpen(actor, organisation, stop))
}

/** The organisation's own people; those it chose; public employees or all, as it chose; all from the day it opens. */
export function mayRead(reader: Reader, stop: Stop, today: string): boolean {
  if (isOpen(stop, today)) return true
  if (!reader) return false
  if (worksFor(reader, stop.organisation)) return true
  if (!isPublicEmployee(reader)) return false
  return stop.visibility === 'public-employees' || stop.readers.some((one) => worksFor(reader, one))
}

/** Whether everybody may read it. */
export function isOpen({ visibility, opensOn }: StopAudience, today: string): boolean {
  return visibility === 'all' || (opensOn !== null && opensOn.toString() <= today)
}

function worksFor(reader: Actor, organisation: OrganisationId): boolean {
  return isPublicEmployee(reader) && reader.actsFor.has(organisation)
}
