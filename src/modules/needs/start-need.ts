import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { NeedId } from './contract.ts'
import type { Need } from './need.ts'
import { findNeed, insertNeed } from './needs-repository.ts'
import { mayWriteNeed } from './policy.ts'
import { type NeedBeginning, type PrefillFailure, prefillNeed } from './prefill-need.ts'

export type StartNeed = {
  /** Made with the form that is sent, so that a form sent twice begins one need. */
  readonly id: NeedId
  readonly organisation: OrganisationId
  readonly from: NeedBeginning
}

export type StartNeedFailure = PrefillFailure | { readonly kind: 'notAllowed' } | { readonly kind: 'idTaken' }

/** Begins a need that only those who write for the organisation see, filled in from what it was begun from. */
export function startNeed(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, organisation, from }: StartNeed,
): Promise<Result<Need, StartNeedFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Need, StartNeedFailure>> => {
    if (!mayWriteNeed(actor, organisation)) return fail({ kind: 'notAllowed' })
    const filled = await prefillNeed(tx, actor, { organisation, from })
    if (!filled.ok) return filled
    const at = now()
    const need: Need = {
      id,
      organisation,
      status: 'draft',
      audience: 'own',
      version: 1,
      begunAt: at,
      changedAt: at,
      announcedAt: null,
      closed: null,
      ...filled.value,
    }
    if (!(await insertNeed(tx, need, actor.personId))) {
      const before = await findNeed(tx, id)
      return before?.organisation === organisation ? ok(before) : fail({ kind: 'idTaken' })
    }
    await recordAudit(tx, actor, { action: 'need.begun', subject: id, organisation, toVersion: 1, at })
    const payload = { organisation, audience: need.audience, by: actor.personId }
    await recordEvent(tx, { kind: 'need.changed', subject: id, payload })
    return ok(need)
  })
}
