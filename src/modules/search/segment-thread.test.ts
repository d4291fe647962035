import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { PUBLIC_READER } from './contract.ts'
import { createSearch } from './create-search.ts'
import { aDocument, aQuery, memorySource, recordChange } from './memory-source.ts'

const WORDS = ['brannbil', 'skolebuss', 'trygghetsalarm', 'renovasjon', 'sykehjem', 'ferge', 'kommune']
const DOCUMENTS = Array.from({ length: 700 }, (_, place) =>
  aDocument({
    id: `case-${place}`,
    title: `${WORDS[place % 7]} ${WORDS[place % 5]}`,
    body: WORDS.slice(place % 4).join(' '),
    facets: { county: [String(10 + (place % 9))] },
  }),
)

test('an index made and merged in a thread answers as one made here', () =>
  withDatabase(async (db) => {
    const source = memorySource('case', DOCUMENTS)
    const [threaded, here] = [true, false].map((inThread) =>
      createSearch({ db, sources: [source], inThread }),
    )
    if (!threaded || !here) throw new Error('There are two')
    await threaded.rebuild()
    for (let round = 0; round < 3; round += 1) {
      const ids = DOCUMENTS.filter((_, place) => place % 11 === round).map(({ id }) => id)
      for (const id of ids) source.documents.set(id, aDocument({ id, title: `Brøyting ${round}` }))
      await recordChange(db, ids)
      await threaded.refresh()
    }
    await here.ensureBuilt()
    for (const q of ['', 'brannbil', 'trygghetsalarm sykehjem', 'brøyting', 'renovasjn', 'ferge -kommune']) {
      const query = aQuery({ q, limit: 50 })
      expect(await threaded.search(query, PUBLIC_READER)).toEqual(await here.search(query, PUBLIC_READER))
    }
    await threaded.close()
  }))
