import { sql } from 'kysely'
import { expect } from 'vitest'
import {
  JointContractId,
  JointNoteId,
  MeetingId,
  ProcurementId,
  type Step,
} from '#src/modules/joint-procurement/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { aProcurement } from './joint-procurement.ts'
import { jointScene, now } from './joint-scene.ts'

async function aScene(db: Database, step: Step) {
  const all = await jointScene(db)
  const { id } = await aProcurement(db, {
    ...{ lead: all.bodo, by: all.lead.personId, step },
    others: [{ organisation: all.royrvik }, { organisation: all.voss, status: 'invited' }],
  })
  const note = newId()
  return {
    ...all,
    ...{ id, organisation: all.royrvik, context: { db, now } },
    note: JointNoteId.parse(note),
    contract: JointContractId.parse(note),
    meeting: MeetingId.parse(note),
    began: ProcurementId.parse(note),
  }
}
export type Scene = Awaited<ReturnType<typeof aScene>>

export type Sent = {
  readonly name: string
  readonly step: Step
  /** What is there before the form is sent. */
  readonly given?: (scene: Scene) => Promise<unknown>
  readonly send: (scene: Scene) => Promise<{ readonly ok: boolean }>
}

/** Everything that is kept and told: rows, with the versions they are at, the log and the events. */
async function all(db: Database): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from event) as events, (select count(*) from audit_entry) as audit,
      (select jsonb_agg(jsonb_build_array(id, version, gate_round, changed_at) order by id) from joint_procurement) as common,
      (select jsonb_agg(jsonb_build_array(organisation_id, version) order by organisation_id, procurement_id) from joint_participant) as participants,
      (select count(*) from joint_step) as steps, (select count(*) from joint_decision) as decisions,
      (select count(*) from joint_task) as tasks, (select count(*) from joint_question) as questions,
      (select count(*) from joint_reply) as replies, (select count(*) from joint_meeting) as meetings,
      (select count(*) from joint_contract) as contracts, (select count(*) from joint_deviation) as deviations,
      (select count(*) from roll_out_step) as roll_outs, (select sum(version) from benefit_measurement) as benefits,
      (select count(*) from joint_withdrawal) as withdrawals, (select count(*) from case_draft) as drafts
  `.execute(db)
  return rows
}

/** Sends the same form twice: what it does the first time it does not do again. */
export async function sendTwice(db: Database, { step, given, send }: Sent): Promise<void> {
  const scene = await aScene(db, step)
  await given?.(scene)
  expect(await send(scene)).toMatchObject({ ok: true })
  const once = await all(db)
  await send(scene)
  expect(await all(db)).toEqual(once)
}
