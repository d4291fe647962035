import { type Actor, isPublicEmployee, mayContributeFor, mayPublishFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { NeedAudience } from './contract.ts'
import type { Need } from './need.ts'

/** Null for a reader who has not signed in. */
export type Reader = Actor | null

/** Whoever writes for a public body begins and writes its needs, and those of whom it has a mandate from. */
export function mayWriteNeed(actor: Actor, organisation: OrganisationId): boolean {
  return actor.isPublicBody && mayContributeFor(actor, organisation)
}

/** What goes beyond the organisation itself is for its coordinator to decide. */
export function mayAnnounce(actor: Actor, organisation: OrganisationId, audience: NeedAudience): boolean {
  if (audience === 'own') return mayWriteNeed(actor, organisation)
  return actor.isPublicBody && mayPublishFor(actor, organisation)
}

/** A draft is for those who write it; what is announced, and what was, for those it was announced to. */
export function mayReadNeed(
  reader: Reader,
  need: Pick<Need, 'organisation' | 'status' | 'audience' | 'announcedAt'>,
): boolean {
  if (reader && mayWriteNeed(reader, need.organisation)) return true
  if (need.status === 'draft' || need.announcedAt === null) return false
  if (reader && isPublicEmployee(reader) && reader.actsFor.has(need.organisation)) return true
  if (need.audience === 'all') return true
  return need.audience === 'public-employees' && isPublicEmployee(reader)
}
