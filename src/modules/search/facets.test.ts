import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import {
  FACETS,
  type Facet,
  type FacetCount,
  PUBLIC_READER,
  type Reader,
  type SearchDocument,
} from './contract.ts'
import { aDocument, aQuery, searchOver } from './memory-source.ts'

const VALUES = {
  kind: ['planning', 'competition', 'result'],
  theme: ['helse', 'klima', 'skole'],
  county: ['03', '11', '46'],
  municipality: ['0301', '1103', '4601', '4602'],
  cpv: ['72000000', '72260000', '33100000', '45'],
  procedure: ['open', 'neg-w-call'],
  year: ['2023', '2024'],
  innovation: ['declared', 'none'],
  joint: ['true', 'false'],
} as const
const WORDS = ['renovasjon', 'skolebuss', 'brannbil'] as const

const facetValues = fc.record(
  Object.fromEntries(
    Object.entries(VALUES).map(([facet, values]) => [facet, fc.subarray([...values], { maxLength: 2 })]),
  ),
)
const someDocuments = fc.array(
  fc.record({
    type: fc.constantFrom('case' as const, 'notice' as const),
    facets: facetValues,
    words: fc.subarray([...WORDS]),
    owner: fc.option(fc.constantFrom('bergen', 'voss'), { freq: 3 }),
  }),
  { maxLength: 25 },
)
const someFilters = fc.record({
  ...Object.fromEntries(
    Object.entries({ ...VALUES, cpv: ['72', '45', '33100000', '72260000'], type: ['case', 'notice'] }).map(
      ([facet, values]) => [
        facet,
        fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray([...values], { maxLength: 2 })),
      ],
    ),
  ),
  q: fc.constantFrom('', ...WORDS),
})

test('hits and every facet are what counting one document after the other gives', () =>
  fc.assert(
    fc.asyncProperty(
      someDocuments,
      someFilters,
      fc.subarray(['bergen', 'voss']),
      async (given, filters, organisations) => {
        const documents = given.map(({ type, facets, words, owner }, place) =>
          aDocument({
            id: `${type}-${place}`,
            type,
            facets,
            title: words.join(' '),
            audience: owner === null ? 'public' : { organisation: owner },
          }),
        )
        const query = aQuery({ ...filters, limit: 100 })
        await withDatabase(async (db) => {
          const search = await searchOver(db, documents)
          const answer = await search.search(query, { organisations })
          const expected = countOneByOne(documents, query, { organisations })
          expect(answer.hits.map((hit) => hit.id).sort()).toEqual(expected.ids)
          expect(answer.total).toBe(expected.ids.length)
          expect(answer.facets).toEqual(expected.facets)
        })
      },
    ),
    { numRuns: 60 },
  ))

type Query = ReturnType<typeof aQuery>

function countOneByOne(documents: readonly SearchDocument[], query: Query, reader: Reader) {
  const seen = documents.filter(
    ({ audience }) => typeof audience === 'string' || reader.organisations.includes(audience.organisation),
  )
  const fits = seen.filter((one) => query.q === '' || one.title.includes(query.q))
  const passes = (one: SearchDocument, facet: Facet) =>
    query[facet].length === 0 || query[facet].some((value) => filterable(one, facet).includes(value))
  const facets = Object.fromEntries(
    FACETS.map((facet) => {
      const others = fits.filter((one) => FACETS.every((other) => other === facet || passes(one, other)))
      const values = new Set([...query[facet], ...others.flatMap((one) => listed(one, facet, query))])
      const counts = [...values].map((value) => ({
        value,
        count: others.filter((one) => filterable(one, facet).includes(value)).length,
      }))
      return [facet, counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))]
    }),
  )
  const hits = fits.filter((one) => FACETS.every((facet) => passes(one, facet)))
  return { ids: hits.map((one) => one.id).sort(), facets: facets as Record<Facet, FacetCount[]> }
}

function filterable(one: SearchDocument, facet: Facet): string[] {
  if (facet === 'type') return [one.type]
  const values = [...(one.facets[facet] ?? [])]
  return facet === 'cpv'
    ? values.flatMap((code) => (code.length > 2 ? [code, code.slice(0, 2)] : [code]))
    : values
}

function listed(one: SearchDocument, facet: Facet, query: Query): string[] {
  const chosen = query.cpv.map((code) => code.slice(0, 2))
  return filterable(one, facet).filter(
    (value) => facet !== 'cpv' || value.length === 2 || chosen.includes(value.slice(0, 2)),
  )
}

test('a chosen value is listed even when nothing has it', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [aDocument({ id: 'case-1', facets: { county: ['46'] } })])
    const { total, facets } = await search.search(aQuery({ county: ['03'], theme: ['klima'] }), PUBLIC_READER)
    expect(total).toBe(0)
    expect(facets.county).toEqual([{ value: '03', count: 0 }])
    expect(facets.theme).toEqual([{ value: 'klima', count: 0 }])
    expect(facets.type).toEqual([])
  }))

test('eight-digit codes are listed when their division is chosen', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [
      aDocument({ id: 'notice-1', facets: { cpv: ['72260000', '33100000'] } }),
      aDocument({ id: 'notice-2', facets: { cpv: ['72000000'] } }),
    ])
    const { facets } = await search.search(aQuery(), PUBLIC_READER)
    expect(facets.cpv).toEqual([
      { value: '72', count: 2 },
      { value: '33', count: 1 },
    ])
    const chosen = await search.search(aQuery({ cpv: '72260000' }), PUBLIC_READER)
    expect(chosen.hits.map((hit) => hit.id)).toEqual(['notice-1'])
    expect(chosen.facets.cpv).toEqual([
      { value: '72', count: 2 },
      { value: '33', count: 1 },
      { value: '72000000', count: 1 },
      { value: '72260000', count: 1 },
    ])
  }))

test('pages follow each other without gap or repetition, in every order, and the total stays', () =>
  withDatabase(async (db) => {
    const documents = Array.from({ length: 23 }, (_, place) =>
      aDocument({
        id: `notice-${(place * 7) % 23}`,
        title: 'Rammeavtale',
        publishedOn: `2024-0${1 + (place % 3)}-01`,
        valueNok: place % 4 === 0 ? null : (place % 5) * 1000,
        deadlineAt: place % 2 === 0 ? new Date('2026-01-01') : null,
      }),
    )
    const search = await searchOver(db, documents, new Date('2025-06-01'))
    for (const sort of ['relevance', 'newest', 'deadline', 'value']) {
      const ids: string[] = []
      for (let offset = 0; offset < 30; offset += 5) {
        const page = await search.search(aQuery({ q: 'rammeavtale', sort, limit: 5, offset }), PUBLIC_READER)
        expect(page.total).toBe(23)
        ids.push(...page.hits.map((hit) => hit.id))
      }
      const all = await search.search(aQuery({ q: 'rammeavtale', sort, limit: 100 }), PUBLIC_READER)
      expect(ids).toEqual(all.hits.map((hit) => hit.id))
      expect(new Set(ids).size).toBe(23)
    }
  }))
