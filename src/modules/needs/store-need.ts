import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { NeedId } from './contract.ts'
import type { Need } from './need.ts'
import { keepVersion, lockNeed, saveNeed } from './needs-repository.ts'
import { mayReadNeed, mayWriteNeed } from './policy.ts'

export type OpenNeedFailure =
  /** There is none, or none that they may know of. */
  | { readonly kind: 'needNotFound' }
  | { readonly kind: 'notAllowed' }
  /** Somebody has saved it since the version they read. */
  | { readonly kind: 'changedMeanwhile'; readonly need: Need }

type Asked = { readonly id: NeedId; readonly version?: number }

/** The need, kept from others until the transaction ends, for one who writes it. */
export async function openNeed(
  tx: Database,
  actor: Actor,
  { id, version }: Asked,
): Promise<Result<Need, OpenNeedFailure>> {
  const need = await lockNeed(tx, id)
  if (!need || !mayReadNeed(actor, need)) return fail({ kind: 'needNotFound' })
  if (!mayWriteNeed(actor, need.organisation)) return fail({ kind: 'notAllowed' })
  if (version !== undefined && version !== need.version) return fail({ kind: 'changedMeanwhile', need })
  return ok(need)
}

type Change = {
  readonly action: string
  readonly reason?: string | null
  readonly at: Date
}

/** Saves what was changed in a locked need, with its history once it is announced, its line in the log and its event. */
export async function storeNeed(
  tx: Database,
  actor: Actor,
  { need, action, reason = null, at }: Change & { readonly need: Need },
): Promise<Need> {
  if (!(await saveNeed(tx, { ...need, changedAt: at })))
    throw new Error(`${need.id} was saved while it was locked`)
  const saved: Need = { ...need, changedAt: at, version: need.version + 1 }
  const { id, organisation, audience } = saved
  if (saved.announcedAt) await keepVersion(tx, saved, { by: actor.personId, at, reason })
  await recordAudit(tx, actor, {
    action,
    subject: id,
    organisation,
    fromVersion: need.version,
    toVersion: saved.version,
    details: { status: saved.status, audience },
    at,
  })
  const payload = { organisation, audience, by: actor.personId }
  await recordEvent(tx, { kind: 'need.changed', subject: id, payload })
  return saved
}
