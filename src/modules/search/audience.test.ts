import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { PUBLIC_READER, type Reader, type Search } from './contract.ts'
import { aDocument, aQuery, searchOver } from './memory-source.ts'

const BERGEN: Reader = { organisations: ['bergen'] }
const VOSS: Reader = { organisations: ['voss', 'os'] }

const OPEN = aDocument({
  id: 'case-1',
  title: 'Badebasseng med varmepumpe',
  summary: 'Varmepumpe i svømmehall',
  facets: { county: ['46'], theme: ['klima'] },
})
const DRAFT = aDocument({
  id: 'case-2',
  title: 'Hemmelig badebasseng med varmepumpe',
  summary: 'Varmepumpe i svømmehall på Nordnes',
  names: ['Kontrakt 4711'],
  facets: { county: ['03'], theme: ['klima'] },
  audience: { organisation: 'bergen' },
})

function withDraft(work: (search: Search) => Promise<void>): Promise<void> {
  return withDatabase(async (db) => work(await searchOver(db, [OPEN, DRAFT])))
}

test('the draft of an organisation is in the hits and totals of its own people only', () =>
  withDraft(async (search) => {
    for (const q of ['', 'varmepumpe', 'hemmelig', 'case-2', '4711', '-brannbil']) {
      for (const reader of [PUBLIC_READER, VOSS]) {
        const { total, hits } = await search.search(aQuery({ q }), reader)
        expect(hits.map((hit) => hit.id)).not.toContain('case-2')
        expect(total).toBe(hits.length)
      }
      const { hits } = await search.search(aQuery({ q }), BERGEN)
      expect(hits.map((hit) => hit.id)).toContain('case-2')
    }
  }))

test('it counts in the facets of its own people only', () =>
  withDraft(async (search) => {
    const counties = async (reader: Reader) => (await search.search(aQuery(), reader)).facets.county
    expect(await counties(PUBLIC_READER)).toEqual([{ value: '46', count: 1 }])
    expect(await counties(VOSS)).toEqual([{ value: '46', count: 1 }])
    expect(await counties(BERGEN)).toEqual([
      { value: '03', count: 1 },
      { value: '46', count: 1 },
    ])
  }))

test('its words are suggested to nobody, neither as what was meant nor while typing', () =>
  withDraft(async (search) => {
    for (const reader of [PUBLIC_READER, VOSS, BERGEN]) {
      expect((await search.search(aQuery({ q: 'hemmlig' }), reader)).suggestion).toBeNull()
      const words = (await search.suggest('hem', { lang: 'nb', limit: 9, reader })).filter(
        (one) => one.kind === 'words',
      )
      expect(words).toEqual([])
    }
  }))

test('its title is suggested to its own people only', () =>
  withDraft(async (search) => {
    const titles = async (reader?: Reader) =>
      (await search.suggest('bade', { lang: 'nb', limit: 9, ...(reader && { reader }) }))
        .filter((one) => one.kind === 'document')
        .map((one) => one.id)
    expect(await titles()).toEqual(['case-1'])
    expect(await titles(VOSS)).toEqual(['case-1'])
    expect((await titles(BERGEN)).sort()).toEqual(['case-1', 'case-2'])
  }))

test('it is similar to nothing, and nothing to it, but for its own people', () =>
  withDraft(async (search) => {
    const similar = async (id: string, reader?: Reader) =>
      (await search.similar(id, { limit: 5, ...(reader && { reader }) })).map((hit) => hit.id)
    expect(await similar('case-1')).toEqual([])
    expect(await similar('case-2')).toEqual([])
    expect(await similar('case-1', VOSS)).toEqual([])
    expect(await similar('case-1', BERGEN)).toEqual(['case-2'])
    expect(await similar('case-2', BERGEN)).toEqual(['case-1'])
  }))

test('whether it exists changes nothing in what others are answered, down to the scores', () =>
  withDatabase(async (db) => {
    const ask = (search: Search) =>
      search.search(aQuery({ q: 'varmepumpe svømmehall hemmelig' }), PUBLIC_READER)
    const without = await ask(await searchOver(db, [OPEN]))
    expect(await ask(await searchOver(db, [OPEN, DRAFT]))).toEqual(without)
  }))
