import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import type { AboutConcept, Search } from './contract.ts'
import { createSearch } from './create-search.ts'
import { aDocument, memorySource } from './memory-source.ts'

const labels = (nb: string, ...alternatives: readonly string[]) => ({
  nb: { preferred: nb, alternatives },
  nn: { preferred: nb, alternatives: [] },
  en: { preferred: `${nb} in English`, alternatives: [] },
})
const THESAURUS = [
  { id: 'avfall', broader: [], labels: labels('Avfall') },
  { id: 'kjoretoy', broader: [], labels: labels('Kjøretøy') },
  { id: 'renovasjonsbil', broader: ['avfall', 'kjoretoy'], labels: labels('Renovasjonsbil', 'søppelbil') },
  { id: 'varebil', broader: ['kjoretoy'], labels: labels('Varebil') },
  { id: 'sykehus', broader: [], labels: labels('Sykehus') },
  { id: 'parkering', broader: [], labels: labels('Parkering') },
]
const DOCUMENTS = [
  aDocument({ id: 'case-1', title: 'Elektrisk søppelbil', publishedOn: '2020-01-01' }),
  aDocument({
    id: 'case-2',
    title: 'Grønnere kjøretøy',
    summary: 'Varebiler på strøm.',
    publishedOn: '2024-01-01',
  }),
  aDocument({
    id: 'case-3',
    title: 'Sortering',
    facets: { theme: ['avfall'] },
    body: 'En renovasjonsbil kjørte forbi.',
  }),
  aDocument({
    id: 'notice-1',
    title: 'Parkering ved Nordre sykehus HF',
    summary: 'Nordre Sykehus HF trenger plasser.',
    names: ['Nordre sykehus HF'],
  }),
  aDocument({ id: 'notice-2', title: 'Renovasjonsbiler' }),
  aDocument({
    id: 'notice-3',
    title: 'Varebil',
    audience: { organisation: '11111111-1111-4111-8111-111111111111' },
  }),
]

function withThesaurus(
  work: (search: Search, ids: (asked: Partial<AboutConcept>) => Promise<readonly string[]>) => Promise<void>,
): Promise<void> {
  return withDatabase(async (db) => {
    const sources = [memorySource('case', DOCUMENTS), memorySource('notice', DOCUMENTS)]
    const search = createSearch({ db, sources, thesaurus: THESAURUS })
    await search.rebuild()
    await work(search, async (asked) => {
      const { total, hits } = await search.aboutConcept({
        ...{ concept: 'avfall', type: 'case', narrower: true, sort: 'relevance', limit: 10, offset: 0 },
        ...asked,
      })
      expect(total).toBe(hits.length)
      return hits.map(({ id }) => id)
    })
  })
}

test('documents are counted for what they are about, and for all that is above it', () =>
  withThesaurus(async (search) => {
    expect(Object.fromEntries(await search.countConcepts('case'))).toEqual({
      avfall: { own: 1, all: 2 },
      renovasjonsbil: { own: 1, all: 1 },
      kjoretoy: { own: 1, all: 2 },
      varebil: { own: 1, all: 1 },
    })
  }))

test('what an organisation keeps for itself is not counted, and the name of a buyer is not what it buys', () =>
  withThesaurus(async (search) => {
    expect(Object.fromEntries(await search.countConcepts('notice'))).toEqual({
      parkering: { own: 1, all: 1 },
      avfall: { own: 0, all: 1 },
      renovasjonsbil: { own: 1, all: 1 },
      kjoretoy: { own: 0, all: 1 },
    })
  }))

test('an index made in a thread counts the same', () =>
  withDatabase(async (db) => {
    const parts = { db, sources: [memorySource('case', DOCUMENTS)], thesaurus: THESAURUS }
    const [threaded, here] = [createSearch({ ...parts, inThread: true }), createSearch(parts)]
    await threaded.rebuild()
    await here.ensureBuilt()
    const counts = await threaded.countConcepts('case')
    expect(counts.size).toBe(4)
    expect(counts).toEqual(await here.countConcepts('case'))
    await threaded.close()
  }))

test('a concept has its documents by any name, with what is narrower or without; what is said in passing does not count', () =>
  withThesaurus(async (_, ids) => {
    expect(await ids({ concept: 'renovasjonsbil' })).toEqual(['case-1'])
    expect((await ids({ concept: 'avfall' })).toSorted()).toEqual(['case-1', 'case-3'])
    expect(await ids({ concept: 'avfall', narrower: false })).toEqual(['case-3'])
    expect(await ids({ concept: 'kjoretoy', type: 'notice' })).toEqual(['notice-2'])
    expect(await ids({ concept: 'finnes-ikke' })).toEqual([])
  }))

test('the one that is about the concept itself comes first, or the newest when that is asked for', () =>
  withThesaurus(async (search, ids) => {
    expect(await ids({ concept: 'kjoretoy' })).toEqual(['case-2', 'case-1'])
    expect(await ids({ concept: 'kjoretoy', sort: 'newest' })).toEqual(['case-2', 'case-1'])
    expect(await ids({ concept: 'avfall', sort: 'newest' })).toEqual(['case-1', 'case-3'])
    const asked = { concept: 'kjoretoy', type: 'case', narrower: true, sort: 'newest' } as const
    const second = await search.aboutConcept({ ...asked, limit: 1, offset: 1 })
    expect([second.total, second.hits.map(({ id }) => id)]).toEqual([2, ['case-1']])
  }))

test('a hit shows where it names the concept, and explains nothing that nobody asked', () =>
  withThesaurus(async (search) => {
    const asked = { concept: 'avfall', type: 'case', narrower: true, sort: 'relevance' } as const
    const { hits } = await search.aboutConcept({ ...asked, limit: 5, offset: 0 })
    const truck = hits.find(({ id }) => id === 'case-1')
    expect(truck?.titleParts).toContainEqual({ text: 'søppelbil', match: true })
    expect(hits.flatMap(({ reason }) => reason ?? [])).toEqual([])
  }))

test('what is alike says what they share, and only what can be explained when that is asked for', () =>
  withThesaurus(async (search) => {
    const alike = await search.similar('notice-2', { limit: 5, types: ['case'], onlyExplained: true })
    expect(alike.map(({ id, alike: { concepts } }) => [id, concepts])).toEqual([
      ['case-1', ['renovasjonsbil']],
    ])
    expect(await search.similar('notice-1', { limit: 5, onlyExplained: true })).toEqual([])
    expect(await search.similar('notice-3', { limit: 5 })).toEqual([])
  }))

test('how a thing is bought does not make two documents alike', () =>
  withDatabase(async (db) => {
    const both = ['1', '2'].map((number) =>
      aDocument({ id: `case-${number}`, title: `Parkering ${number}`, facets: { theme: ['parkering'] } }),
    )
    const parts = { db, sources: [memorySource('case', both)], thesaurus: THESAURUS }
    const explained = async (isSubject: () => boolean) => {
      const search = createSearch({ ...parts, isSubject })
      await search.rebuild()
      return (await search.similar('case-1', { limit: 5, onlyExplained: true })).map(({ id }) => id)
    }
    expect(await explained(() => false)).toEqual([])
    // A top of the thesaurus is a likeness only where the one is marked with it.
    expect(await explained(() => true)).toEqual(['case-2'])
  }))

test('a common CPV code is told, and words that few others use', () =>
  withDatabase(async (db) => {
    const cpv = ['34144512']
    const search = createSearch({
      db,
      sources: [
        memorySource('notice', [
          aDocument({ id: 'notice-1', title: 'Biler med komprimator', facets: { cpv } }),
          aDocument({
            id: 'notice-2',
            title: 'Kjøp av biler',
            summary: 'En komprimator hver',
            facets: { cpv },
          }),
        ]),
      ],
    })
    await search.rebuild()
    const [hit] = await search.similar('notice-1', { limit: 5, onlyExplained: true })
    expect(hit?.alike).toEqual({ concepts: [], codes: cpv, words: ['komprimator'] })
  }))
