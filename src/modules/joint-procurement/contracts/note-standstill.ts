import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#src/modules/identity/index.ts'
import { dayOf } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { isOver } from '#src/modules/joint-procurement/joint-procurement.ts'
import { saveProcurement } from '#src/modules/joint-procurement/procurements-repository.ts'
import { lockAsLead, type PartFailure, recordAct } from '#src/modules/joint-procurement/talk/lock-part.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { StandstillForm } from './contract-forms.ts'
import { type StandstillProblem, standstillProblem } from './standstill.ts'

export type NoteStandstillFailure = PartFailure | StandstillProblem

/** The lead tells when the decision was sent, how long the standstill lasts, and of a complaint. All are told of that. */
export function noteStandstill(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, form }: { readonly id: ProcurementId; readonly form: StandstillForm },
): Promise<Result<null, NoteStandstillFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, NoteStandstillFailure>> => {
    const locked = await lockAsLead(tx, actor, id)
    if (!locked.ok) return locked
    if (isOver(locked.value)) return fail({ kind: 'notAllowed' })
    const at = now()
    const refusal = standstillProblem(form, dayOf(at))
    if (refusal) return fail(refusal)
    const one = locked.value
    const facts = { ...one.facts, ...form }
    if (isDeepStrictEqual(facts, one.facts)) return ok(null)
    const isNew = form.complaint !== '' && form.complaint !== one.facts.complaint
    if (!(await saveProcurement(tx, { ...one, facts, changedAt: at })))
      throw new Error(`${id} was saved while it was locked`)
    const act = {
      organisation: one.lead,
      at,
      told: { title: one.title, until: form.standstillUntil },
      changesIt: true,
    }
    await recordAct(tx, actor, {
      id,
      act: isNew ? { action: 'joint.complaint-noted', ...act } : { action: 'joint.standstill-noted', ...act },
    })
    return ok(null)
  })
}
