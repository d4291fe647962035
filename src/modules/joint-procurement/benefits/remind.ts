import { dayOf } from '#src/modules/identity/index.ts'
import { contractsOf } from '#src/modules/joint-procurement/contracts/contracts-repository.ts'
import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { allProcurements } from '#src/modules/joint-procurement/procurements-repository.ts'
import { talkOf } from '#src/modules/joint-procurement/talk/talk-repository.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { measurementsOf, rollOutsOf } from './benefits-repository.ts'
import { remindersOf } from './reminders.ts'

type Context = { readonly db: Database; readonly now: Clock }

/** Reminds each of what has come due, once; how many were reminded now. Killed half way, the rest follow next time. */
export async function remindAll({ db, now }: Context): Promise<number> {
  let reminded = 0
  for (const one of await allProcurements(db))
    reminded += await inTransaction(db, (tx) => remind({ db: tx, now }, one))
  return reminded
}

async function remind({ db: tx, now }: Context, one: JointProcurement): Promise<number> {
  const at = now()
  const reminders = remindersOf({
    one,
    contracts: await contractsOf(tx, one.id),
    steps: await rollOutsOf(tx, one.id),
    measurements: await measurementsOf(tx, one.id),
    talk: await talkOf(tx, one.id),
    today: Temporal.PlainDate.from(dayOf(at)),
  })
  let reminded = 0
  for (const { organisation, occasion, about, on, what } of reminders) {
    const inserted = await tx
      .insertInto('joint_reminder')
      .values({ procurement_id: one.id, organisation_id: organisation, occasion, reminded_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows !== 1n) continue
    const payload = { organisation, title: one.title, about, on: on.toString(), what }
    await recordEvent(tx, { kind: 'joint.reminder', subject: one.id, payload })
    reminded += 1
  }
  return reminded
}
