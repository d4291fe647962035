import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { noteRollOut, readLives } from '#src/modules/joint-procurement/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { countingQueries } from '#src/testing/count-queries.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { at, jointScene, must, notePassed, now } from '#src/testing/joint-scene.ts'
import { listView } from './list-view.ts'

test('the list takes as many queries for twelve procurements as for three', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead } = await jointScene(db)
    const begin = async (count: number) => {
      for (let made = 0; made < count; made += 1)
        await aProcurement(db, { lead: bodo, by: lead.personId, others: [{ organisation: royrvik }] })
    }
    const listed = async () => {
      const counted = countingQueries(db)
      const { own } = await listView(counted.db, { reader: lead, messages: messagesIn('nb'), at })
      return { own: own.length, queries: counted.count() }
    }
    await begin(3)
    const three = await listed()
    expect(three.own).toBe(3)
    expect(three.queries).toBeGreaterThan(0)
    await begin(9)
    expect(await listed()).toEqual({ own: 12, queries: three.queries })
  }))

test('what several are judged by is read at once, and each is judged by its own', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead, small } = await jointScene(db)
    const begun = { lead: bodo, by: lead.personId, others: [{ organisation: royrvik }] }
    const [passed, used, neither] = [
      await aProcurement(db, { ...begun, step: 'gate' }),
      await aProcurement(db, { ...begun, step: 'roll-out', gateRound: 2 }),
      await aProcurement(db, begun),
    ]
    await notePassed(db, passed, lead)
    await notePassed(db, { ...used, gateRound: 1 }, lead)
    const form = { status: 'in-use', on: '2026-11-20', words: '' } as const
    must(await noteRollOut({ db, now }, small, { id: used.id, organisation: royrvik, form }))
    const lives = await readLives(db, [used, neither, passed], at)
    expect(lives.map(({ joint, around }) => [joint.id, [...around.passed], [...around.rolledOut]])).toEqual([
      [used.id, [], [royrvik]],
      [neither.id, [], []],
      [passed.id, [bodo], []],
    ])
    expect(await readLives(db, [], at)).toEqual([])
  }))
