import { expect, test } from 'vitest'
import {
  findProcurement,
  type JointProcurement,
  passGate,
  saveStanding,
} from '#src/modules/joint-procurement/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aReadyGate, gateAt, gateOf, passing } from '#src/testing/gate.ts'

const now = () => gateAt
const TIMES = 8

async function scene(db: Database) {
  await seedOrganisations(db, { now })
  const ready = await aReadyGate(db)
  return { ...ready, form: passing(await gateOf(db, ready.joint)) }
}

async function after(db: Database, { id }: JointProcurement) {
  const found = await findProcurement(db, id)
  if (!found) throw new Error('It is gone')
  const rows = await db.selectFrom('event').select('kind').where('subject', '=', id).execute()
  return { found, locks: rows.filter(({ kind }) => kind === 'joint.locked').length }
}

test('of two who pass at once exactly one locks, whichever comes last', () =>
  withOwnDatabase(async (db) => {
    const { joint, bodo, royrvik, lead, other, form } = await scene(db)
    const answers = await Promise.all([
      passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form }),
      passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form }),
    ])
    expect(answers.map((answer) => answer.ok && answer.value.locked).toSorted()).toEqual([false, true])
    const { found, locks } = await after(db, joint)
    expect([found.step, locks, found.steps.length]).toEqual(['published', 1, 2])
  }))

test('eight clicks on the same button pass once', () =>
  withOwnDatabase(async (db) => {
    const { joint, royrvik, other, form } = await scene(db)
    const answers = await Promise.all(
      Array.from({ length: TIMES }, () =>
        passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.failure).toEqual({ kind: 'passedBefore' })
    expect((await gateOf(db, joint)).passes).toHaveLength(1)
  }))

test('a change that comes at the same time as the last pass is either passed or after the lock, never unseen', () =>
  withOwnDatabase(async (db) => {
    const { joint, bodo, royrvik, lead, other, form } = await scene(db)
    await passGate({ db, now }, other, { id: joint.id, organisation: royrvik, form })
    const own = joint.participants.find(({ organisation }) => organisation === royrvik)
    if (!own) throw new Error('Røyrvik does not take part')
    const [passed, saved] = await Promise.all([
      passGate({ db, now }, lead, { id: joint.id, organisation: bodo, form }),
      saveStanding({ db, now }, other, {
        id: joint.id,
        organisation: royrvik,
        from: own.version,
        standing: { independenceOn: null },
      }),
    ])
    const { found } = await after(db, joint)
    if (passed.ok) expect(found.step).toBe('published')
    else {
      expect([passed.failure.kind, saved.ok, found.step]).toEqual(['changedMeanwhile', true, 'gate'])
      expect((await gateOf(db, found)).passes).toEqual([])
    }
  }))
