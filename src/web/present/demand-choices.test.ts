import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { beginDemand } from '#src/modules/needs/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { countingQueries } from '#src/testing/count-queries.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { freeNeeds } from './demand-choices.ts'

const at = new Date('2026-11-22T09:00:00Z')
const context = { messages: messagesIn('nb') }

test('free needs are those in no demand, and take as many queries for twelve as for three', () =>
  withCatalogue(async (db) => {
    const bodo = await municipalityId(db, '1804')
    const actor = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
    const need = () => aNeed(db, { organisation: bodo, by: actor.personId })
    const free = async () => {
      const counted = countingQueries(db)
      const found = await freeNeeds(counted.db, { actor, ...context })
      return { needs: found.map((one) => one.need), queries: counted.count() }
    }
    const joined = await need()
    const begun = await beginDemand({ db, now: () => at }, actor, {
      ...{ own: joined.id, asked: [], title: 'Nattetilsyn' },
    })
    expect(begun.ok).toBe(true)
    for (const _ of [1, 2, 3]) await need()
    const three = await free()
    expect(three.needs).toHaveLength(3)
    expect(three.needs).not.toContain(joined.id)
    for (let made = 0; made < 9; made += 1) await need()
    const twelve = await free()
    expect([twelve.needs.length, twelve.queries]).toEqual([12, three.queries])
  }))
