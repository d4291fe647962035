import { type Actor, isPublicEmployee, mayContributeFor, mayPublishFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { ParticipantStatus } from './contract.ts'
import type { JointProcurement } from './joint-procurement.ts'

/** Null for a reader who has not signed in. */
export type Reader = Actor | null

/** A coordinator begins one for the public body, or for one it has a mandate from. */
export function mayBegin(actor: Actor, organisation: OrganisationId): boolean {
  return actor.isPublicBody && mayPublishFor(actor, organisation)
}

/** Those who take part, are asked to, or said no may know of it; others when it is open to them. */
export function mayRead(reader: Reader, one: JointProcurement): boolean {
  if (one.audience === 'all' || takesPart(reader, one) || hasStatus(reader, one, ['declined'])) return true
  return one.audience === 'public-employees' && isPublicEmployee(reader)
}

/**
 * Whoever works for one who takes part, has been asked, or took part until it withdrew, as what they did is their case
 * document. Not for one who said no, or whose invitation was taken back.
 */
export function takesPart(reader: Reader, one: Pick<JointProcurement, 'participants'>): boolean {
  return hasStatus(reader, one, ['invited', 'interested', 'withdrawn'])
}

function hasStatus(
  reader: Reader,
  { participants }: Pick<JointProcurement, 'participants'>,
  statuses: readonly ParticipantStatus[],
): boolean {
  if (!reader || !isPublicEmployee(reader)) return false
  return participants.some(
    ({ organisation, status }) => statuses.includes(status) && reader.actsFor.has(organisation),
  )
}

/** Those who write for the lead keep what is common. */
export function mayLead(actor: Actor, { lead }: Pick<JointProcurement, 'lead'>): boolean {
  return actor.isPublicBody && mayContributeFor(actor, lead)
}

/** Each writes of itself, and nobody of another: not the lead either. */
export function mayWriteFor(actor: Actor, organisation: OrganisationId): boolean {
  return actor.isPublicBody && mayContributeFor(actor, organisation)
}

/** What binds an organisation is for its coordinator, who says by which authority. */
export function mayBind(actor: Actor, organisation: OrganisationId): boolean {
  return actor.isPublicBody && mayPublishFor(actor, organisation)
}
