import { sql } from 'kysely'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { PersonId } from '#src/modules/identity/contract.ts'
import { dayOf, recordAudit } from '#src/modules/identity/index.ts'
import { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import {
  insertStep,
  lockProcurement,
  saveProcurement,
} from '#src/modules/joint-procurement/procurements-repository.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'

type Context = { readonly db: Database; readonly now: Clock }
type Published = { readonly id: ProcurementId; readonly caseId: CaseId; readonly by: PersonId }

/** Ties joint procurements to the cases that have been published of them, and closes them; how many now. */
export async function closeShared({ db, now }: Context): Promise<number> {
  const published = await publishedSince(db)
  for (const one of published) await inTransaction(db, (tx) => close({ db: tx, now }, one))
  return published.length
}

async function publishedSince(db: Database): Promise<readonly Published[]> {
  const { rows } = await sql<{ id: string; case_id: string; created_by: string }>`
    select joint_procurement.id, case_draft.case_id, case_draft.created_by
    from joint_procurement
    join case_draft on case_draft.id = joint_procurement.draft_id
    where case_draft.status = 'published' and joint_procurement.case_id is null
  `.execute(db)
  return rows.map((row) => ({
    id: ProcurementId.parse(row.id),
    caseId: CaseId.parse(row.case_id),
    by: PersonId.parse(row.created_by),
  }))
}

/** Sharing is the last step: what was begun in the lead's name is taken in its name. */
async function close({ db: tx, now }: Context, { id, caseId, by }: Published): Promise<void> {
  const one = await lockProcurement(tx, id)
  if (!one || one.caseId) return
  const at = now()
  const ended = one.ended ?? { outcome: 'closed' as const, reason: null, at }
  if (!(await saveProcurement(tx, { ...one, step: 'shared', caseId, ended, changedAt: at })))
    throw new Error(`${id} was saved while it was locked`)
  if (one.step !== 'shared') {
    const on = Temporal.PlainDate.from(dayOf(at))
    const step = { step: 'shared' as const, on, reason: null, takenFor: one.lead }
    await insertStep(tx, id, { step, position: one.steps.length, by, at })
  }
  await recordAudit(tx, null, { action: 'joint.shared', subject: id, organisation: one.lead, at })
  const payload = { organisation: one.lead, title: one.title, caseId }
  await recordEvents(tx, [
    { kind: 'joint.shared', subject: id, payload },
    { kind: 'joint.changed', subject: id, payload },
  ])
}
