import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { PUBLIC_READER, type SearchQuery } from './contract.ts'
import { aDocument, aQuery, searchOver } from './memory-source.ts'

/** Kristiansund names itself; a cooperative bought for Averøy and Rindal, in another county, and names nobody. */
const DOCUMENTS = [
  aDocument({ id: 'own', title: 'brød', facets: { municipality: ['1505'], county: ['15'] } }),
  aDocument({
    id: 'through',
    title: 'brød',
    facets: { county: ['15'] },
    boughtFor: { municipality: ['1554', '5061'], county: ['15', '50'] },
  }),
]

async function asked(parts: Partial<SearchQuery>) {
  const found: { ids: string[]; boughtFor: number; municipalities: string[] }[] = []
  await withDatabase(async (db) => {
    const search = await searchOver(db, DOCUMENTS)
    const { hits, boughtFor, facets } = await search.search(aQuery(parts), PUBLIC_READER)
    found.push({
      ids: hits.map(({ id }) => id).toSorted(),
      boughtFor,
      municipalities: facets.municipality.map(({ value, count }) => `${value}:${count}`).toSorted(),
    })
  })
  return found[0]
}

test('a municipality finds what names it, and is told of what was bought for it besides', async () => {
  expect(await asked({ municipality: ['1554'] })).toMatchObject({ ids: [], boughtFor: 1 })
  expect(await asked({ municipality: ['1505'] })).toMatchObject({ ids: ['own'], boughtFor: 0 })
  expect(await asked({ county: ['50'] })).toMatchObject({ ids: [], boughtFor: 1 })
  expect(await asked({ q: 'melk', municipality: ['1554'] })).toMatchObject({ boughtFor: 0 })
})

test('asked for, it finds that too, and counts it', async () => {
  const too = { boughtFor: 'too' } as const
  expect(await asked({ municipality: ['1554'], ...too })).toMatchObject({ ids: ['through'], boughtFor: 0 })
  expect(await asked({ municipality: ['1554', '1505'], ...too })).toMatchObject({ ids: ['own', 'through'] })
  expect(await asked({ county: ['15'], ...too })).toMatchObject({ ids: ['own', 'through'] })
  expect((await asked({ ...too }))?.municipalities).toEqual(['1505:1', '1554:1', '5061:1'])
})

test('where no place is chosen the facet counts those that are named', async () => {
  expect(await asked({})).toEqual({ ids: ['own', 'through'], boughtFor: 0, municipalities: ['1505:1'] })
})
