import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { StopAudience, StopId, StopStory } from './contract.ts'
import { mayOpen, mayTellFor } from './policy.ts'
import { insertStop, stopById } from './stops-repository.ts'

export type TellStop = StopStory &
  StopAudience & {
    /** Made with the form that is sent, so that a form sent twice tells it once. */
    readonly id: StopId
    readonly organisation: OrganisationId
  }

export type TellStopFailure =
  | { readonly kind: 'notAllowed' }
  /** A coordinator opens it for others. */
  | { readonly kind: 'coordinatorOpens' }
  | { readonly kind: 'idTaken' }

/** Tells what stopped an organisation, to those it chooses. */
export function tellStop(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  told: TellStop,
): Promise<Result<StopId, TellStopFailure>> {
  return inTransaction(db, async (tx) => {
    const { id, organisation, visibility } = told
    if (!mayTellFor(actor, organisation)) return fail({ kind: 'notAllowed' })
    if (!mayOpen(actor, organisation, told)) return fail({ kind: 'coordinatorOpens' })
    const at = now()
    const opensOn = visibility === 'all' ? null : told.opensOn
    const first = { version: 1, createdAt: at, changedAt: at, correctedAt: null }
    const stop = { ...told, ...first, opensOn, toldBy: actor.personId }
    if (!(await insertStop(tx, stop))) {
      const same = await stopById(tx, id)
      return same?.organisation === organisation ? ok(id) : fail({ kind: 'idTaken' })
    }
    const details = { visibility, opensOn: opensOn?.toString() ?? null }
    await recordAudit(tx, actor, {
      action: 'stop.told',
      subject: id,
      organisation,
      toVersion: 1,
      details,
      at,
    })
    await recordEvent(tx, { kind: 'stop.changed', subject: id })
    return ok(id)
  })
}
