import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { StopId, StopStory } from './contract.ts'
import { mayCorrect, mayTellFor } from './policy.ts'
import type { Stop } from './stop.ts'
import { lockStop, saveStory } from './stops-repository.ts'

/** Whether the name stands beside it is changed with who may read it. */
export type CorrectStop = Omit<StopStory, 'named' | 'language'> & {
  readonly id: StopId
  /** The version that was read. */
  readonly from: number
}

export type CorrectStopFailure =
  | { readonly kind: 'stopNotFound' }
  /** Somebody else told it, and it is open to others. */
  | { readonly kind: 'coordinatorOpens' }
  | { readonly kind: 'changedMeanwhile' }

/**
 * Puts the words of a story right. Which parts were changed stands in the audit, and not what they said: a name that
 * should not have been there is gone.
 */
export function correctStop(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, from, ...words }: CorrectStop,
): Promise<Result<Stop, CorrectStopFailure>> {
  return inTransaction(db, async (tx) => {
    const stop = await lockStop(tx, id)
    if (!stop || !mayTellFor(actor, stop.organisation)) return fail({ kind: 'stopNotFound' })
    if (!mayCorrect(actor, stop)) return fail({ kind: 'coordinatorOpens' })
    if (stop.version !== from) return fail({ kind: 'changedMeanwhile' })
    const parts = changedParts(stop, words)
    if (parts.length === 0) return ok(stop)
    const at = now()
    const saved = { ...stop, ...words, version: from + 1, changedAt: at, correctedAt: at }
    await saveStory(tx, saved)
    await recordAudit(tx, actor, {
      action: 'stop.corrected',
      subject: id,
      organisation: stop.organisation,
      fromVersion: from,
      toVersion: saved.version,
      details: { parts },
      at,
    })
    await recordEvent(tx, { kind: 'stop.changed', subject: id })
    return ok(saved)
  })
}

function changedParts(before: Stop, words: Omit<CorrectStop, 'id' | 'from'>): readonly string[] {
  const parts = ['title', 'reasons', 'happened', 'wouldHaveHelped', 'phase', 'theme', 'year'] as const
  const written = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
  return parts.filter((part) => written(before[part]) !== written(words[part]))
}
