import type { Actor } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { ClosedCause, NeedAudience, NeedId, NeedStatus } from './contract.ts'
import type { Need } from './need.ts'
import { missingInNeed } from './need-content.ts'
import { mayAnnounce } from './policy.ts'
import { type OpenNeedFailure, openNeed, storeNeed } from './store-need.ts'

type Context = { readonly db: Database; readonly now: Clock }
type OfVersion = { readonly id: NeedId; readonly version: number }

export type MoveNeedFailure =
  | OpenNeedFailure
  | { readonly kind: 'wrongStatus'; readonly status: NeedStatus }
  | { readonly kind: 'coordinatorAnnounces' }
  /** «Something else» is said in words. */
  | { readonly kind: 'reasonMissing' }

/** Opens an announced need to more readers, or to fewer. What others have read, they have read. */
export function changeAudience(
  { db, now }: Context,
  actor: Actor,
  { id, version, audience }: OfVersion & { readonly audience: NeedAudience },
): Promise<Result<Need, MoveNeedFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Need, MoveNeedFailure>> => {
    const opened = await openFrom(tx, actor, { id, version, status: 'announced' })
    if (!opened.ok) return opened
    const need = opened.value
    if (!mayAnnounce(actor, need.organisation, audience)) return fail({ kind: 'coordinatorAnnounces' })
    if (audience === need.audience) return ok(need)
    const at = now()
    const saved = await storeNeed(tx, actor, {
      need: { ...need, audience },
      action: 'need.audience-changed',
      at,
    })
    // To those it was not told to before it is news; narrowed it is told to nobody.
    const payload = { organisation: need.organisation, audience, by: actor.personId }
    if (need.audience === 'own') await recordEvent(tx, { kind: 'need.announced', subject: id, payload })
    return ok(saved)
  })
}

/** Says that it is no longer a need, and why; it stays for those who have read it. */
export function closeNeed(
  { db, now }: Context,
  actor: Actor,
  { id, version, cause, reason }: OfVersion & { readonly cause: ClosedCause; readonly reason: string },
): Promise<Result<Need, MoveNeedFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Need, MoveNeedFailure>> => {
    const opened = await openNeed(tx, actor, { id, version })
    if (!opened.ok) return opened
    const need = opened.value
    if (need.status === 'closed') return fail({ kind: 'wrongStatus', status: need.status })
    if (!mayAnnounce(actor, need.organisation, need.audience)) return fail({ kind: 'coordinatorAnnounces' })
    const words = reason.trim() || null
    if (cause === 'other' && !words) return fail({ kind: 'reasonMissing' })
    const at = now()
    const closed: Need = { ...need, status: 'closed', closed: { at, cause, reason: words } }
    return ok(await storeNeed(tx, actor, { need: closed, action: 'need.closed', reason: words, at }))
  })
}

/** Takes back that it was closed: as it was, announced or a draft. */
export function reopenNeed(
  { db, now }: Context,
  actor: Actor,
  { id, version }: OfVersion,
): Promise<Result<Need, MoveNeedFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Need, MoveNeedFailure>> => {
    const opened = await openFrom(tx, actor, { id, version, status: 'closed' })
    if (!opened.ok) return opened
    const need = opened.value
    if (!mayAnnounce(actor, need.organisation, need.audience)) return fail({ kind: 'coordinatorAnnounces' })
    const isWhole = need.announcedAt !== null && missingInNeed(need.content).length === 0
    const reopened: Need = { ...need, status: isWhole ? 'announced' : 'draft', closed: null }
    return ok(await storeNeed(tx, actor, { need: reopened, action: 'need.reopened', at: now() }))
  })
}

async function openFrom(
  tx: Database,
  actor: Actor,
  { status, ...asked }: OfVersion & { readonly status: NeedStatus },
): Promise<Result<Need, OpenNeedFailure | { readonly kind: 'wrongStatus'; readonly status: NeedStatus }>> {
  const opened = await openNeed(tx, actor, asked)
  if (!opened.ok) return opened
  return opened.value.status === status ? opened : fail({ kind: 'wrongStatus', status: opened.value.status })
}
