import type { Actor } from '#src/modules/identity/index.ts'
import { looksPersonal, PRIVATE_PROVIDERS } from '#src/modules/sharing/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { NeedAudience, NeedId, NeedStatus } from './contract.ts'
import type { Need } from './need.ts'
import { missingInNeed, type RequiredOfNeed } from './need-content.ts'
import { mayAnnounce } from './policy.ts'
import { type OpenNeedFailure, openNeed, storeNeed } from './store-need.ts'

export type AnnounceNeed = {
  readonly id: NeedId
  readonly version: number
  readonly audience: NeedAudience
  readonly mailbox: string | null
}

export type AnnounceNeedFailure =
  | OpenNeedFailure
  | { readonly kind: 'wrongStatus'; readonly status: NeedStatus }
  | { readonly kind: 'missing'; readonly fields: readonly RequiredOfNeed[] }
  /** What goes beyond the organisation itself is for its coordinator to announce. */
  | { readonly kind: 'coordinatorAnnounces' }
  /** Everybody reads it, so it must be a box that several read. */
  | { readonly kind: 'personsMailbox' }

/** Tells of a need, to its own people, to public employees or to all. */
export function announceNeed(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, version, audience, mailbox }: AnnounceNeed,
): Promise<Result<Need, AnnounceNeedFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Need, AnnounceNeedFailure>> => {
    const opened = await openNeed(tx, actor, { id, version })
    if (!opened.ok) return opened
    const need = opened.value
    if (need.status !== 'draft') return fail({ kind: 'wrongStatus', status: need.status })
    const fields = missingInNeed(need.content)
    if (fields.length > 0) return fail({ kind: 'missing', fields })
    if (!mayAnnounce(actor, need.organisation, audience)) return fail({ kind: 'coordinatorAnnounces' })
    if (mailbox && isPersons(mailbox)) return fail({ kind: 'personsMailbox' })
    const at = now()
    const announced: Need = {
      ...need,
      content: { ...need.content, mailbox },
      status: 'announced',
      audience,
      announcedAt: at,
    }
    const saved = await storeNeed(tx, actor, { need: announced, action: 'need.announced', at })
    const payload = { organisation: need.organisation, audience, by: actor.personId }
    await recordEvent(tx, { kind: 'need.announced', subject: id, payload })
    return ok(saved)
  })
}

export function isPersons(mailbox: string): boolean {
  const address = mailbox.trim().toLowerCase()
  return PRIVATE_PROVIDERS.test(address) || looksPersonal(address)
}
