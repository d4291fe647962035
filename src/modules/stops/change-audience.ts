import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { StopAudience, StopId } from './contract.ts'
import { mayCorrect, mayOpen, mayTellFor } from './policy.ts'
import type { Stop } from './stop.ts'
import { lockStop, saveAudience, saveWithdrawn } from './stops-repository.ts'

export type ChangeAudience = StopAudience & {
  readonly id: StopId
  readonly named: boolean
  /** The version that was read. */
  readonly from: number
}

export type ChangeAudienceFailure =
  | { readonly kind: 'stopNotFound' }
  | { readonly kind: 'coordinatorOpens' }
  | { readonly kind: 'changedMeanwhile' }

type Context = { readonly db: Database; readonly now: Clock }

/** Opens the story for more, or for fewer. */
export function changeAudience(
  { db, now }: Context,
  actor: Actor,
  asked: ChangeAudience,
): Promise<Result<Stop, ChangeAudienceFailure>> {
  return inTransaction(db, async (tx) => {
    const stop = await lockStop(tx, asked.id)
    if (!stop || !mayTellFor(actor, stop.organisation)) return fail({ kind: 'stopNotFound' })
    // One may not take back what others were given either, without answering for the organisation.
    if (!mayOpen(actor, stop.organisation, asked) || !mayOpen(actor, stop.organisation, stop))
      return fail({ kind: 'coordinatorOpens' })
    if (stop.version !== asked.from) return fail({ kind: 'changedMeanwhile' })
    const { visibility, readers, named } = asked
    const opensOn = visibility === 'all' ? null : asked.opensOn
    const version = stop.version + 1
    const saved = { ...stop, visibility, readers, named, opensOn, version, changedAt: now() }
    await saveAudience(tx, saved)
    await recordAudit(tx, actor, {
      action: 'stop.audience-changed',
      subject: stop.id,
      organisation: stop.organisation,
      fromVersion: stop.version,
      toVersion: version,
      details: { visibility, opensOn: opensOn?.toString() ?? null, named },
      at: saved.changedAt,
    })
    await recordEvent(tx, { kind: 'stop.changed', subject: stop.id })
    return ok(saved)
  })
}

/** Takes the story back: it is there for nobody, and the audit still tells that it was. */
export function withdrawStop(
  { db, now }: Context,
  actor: Actor,
  id: StopId,
): Promise<Result<null, Exclude<ChangeAudienceFailure, { readonly kind: 'changedMeanwhile' }>>> {
  return inTransaction(db, async (tx) => {
    const stop = await lockStop(tx, id)
    if (!stop || !mayTellFor(actor, stop.organisation)) return fail({ kind: 'stopNotFound' })
    if (!mayCorrect(actor, stop)) return fail({ kind: 'coordinatorOpens' })
    const at = now()
    await saveWithdrawn(tx, id, at)
    const { organisation, version } = stop
    await recordAudit(tx, actor, {
      action: 'stop.withdrawn',
      subject: id,
      organisation,
      fromVersion: version,
      at,
    })
    await recordEvent(tx, { kind: 'stop.changed', subject: id })
    return ok(null)
  })
}
