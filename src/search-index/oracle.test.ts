import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLAIN_ANALYSER } from '#src/testing/plain-analyser.ts'
import { askOracle } from '#src/testing/search-oracle.ts'
import type { QueryTerm } from '#src/text/analysis.ts'
import {
  addSegment,
  applyMerge,
  buildSegment,
  emptyIndex,
  type Filter,
  type IndexDocument,
  type IndexSchema,
  mergeSegments,
  openSnapshot,
  planMerge,
  removeDocuments,
  runToEnd,
  type SearchIndex,
  type SearchRequest,
  searchIndex,
  snapshotOf,
} from './index.ts'

const SCHEMA: IndexSchema = {
  fields: [
    { name: 'title', weight: 3, typicalLength: 4 },
    { name: 'names', weight: 2, typicalLength: 4 },
    { name: 'body', weight: 1, typicalLength: 12 },
  ],
  attributes: ['county', 'theme'],
  numbers: ['published', 'value'],
  analysis: 'plain-1',
}

const WORDS = 'brann bil brannvern vann vannrør skole skolebuss bru pa+pb pb+pc pa+pc og'.split(' ')
const PARTS = ['pa', 'pb', 'pc']
const KEYS = ['bergen', 'voss']

const word = fc.constantFrom(...WORDS)
const text = (maxLength: number) => fc.array(word, { maxLength }).map((words) => words.join(' '))
const some = <Value>(values: readonly Value[], maxLength: number) => fc.subarray([...values], { maxLength })
const id = fc.integer({ min: 0, max: 30 }).map((number) => `case-${number}`)

const document: fc.Arbitrary<IndexDocument> = fc.record({
  id,
  language: fc.constant('nb'),
  texts: fc.record({ title: text(4), names: fc.array(text(2), { maxLength: 2 }), body: text(16) }),
  attributes: fc.record({ county: some(['03', '46', '50'], 1), theme: some(['a', 'b', 'c', 'd'], 3) }),
  numbers: fc.record({
    published: fc.option(fc.integer({ min: -3, max: 3 })),
    value: fc.option(fc.constantFrom(0.5, 1, 2, 3e9)),
  }),
  prior: fc.constantFrom(0, 0.25, 1),
  audience: fc.oneof(
    { weight: 4, arbitrary: fc.constant('public' as const) },
    { weight: 1, arbitrary: some(KEYS, 2) },
  ),
})

type Step =
  | { readonly kind: 'add'; readonly documents: readonly IndexDocument[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'merge' }
  | { readonly kind: 'snapshot' }
  | {
      readonly kind: 'mergeDuring'
      readonly ids: readonly string[]
      readonly documents: readonly IndexDocument[]
    }

const documents = fc.array(document, { minLength: 1, maxLength: 12 })
const ids = fc.array(id, { maxLength: 6 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('add' as const), documents }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), ids }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('snapshot' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mergeDuring' as const), ids, documents }) },
)

const alternative = fc.record({
  term: fc.constantFrom(...WORDS, ...PARTS, 'ukjent'),
  kind: fc.constantFrom('word' as const, 'word' as const, 'part' as const, 'concept' as const),
  weight: fc.constantFrom(1, 0.7, 0.4),
})
const group = fc.array(alternative, { minLength: 1, maxLength: 3 })
const asked = (groups: readonly (readonly Pick<QueryTerm, 'term' | 'kind' | 'weight'>[])[]): QueryTerm[] =>
  groups.flatMap((members, place) =>
    members.map((one) => ({ ...one, group: place, position: place, start: 0, end: 0, source: '' })),
  )
const words = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(group, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(group, { minLength: 7, maxLength: 9 }) },
  )
  .map(asked)
const phrase = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((terms) => asked(terms.map((term) => [{ term, kind: 'word', weight: 1 }])))
const rarely = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(value, { maxLength: 2 }) },
  )
const typing = fc.option(
  fc.record({
    prefix: fc.constantFrom('b', 'br', 'brann', 'v', 'skoleb', 'x'),
    group: fc.constantFrom(0, 2),
  }),
  { freq: 4 },
)

const filters = fc
  .record({
    county: fc.option(some(['03', '46', '99'], 2)),
    theme: fc.option(some(['a', 'b', 'c'], 2)),
    value: fc.option(fc.record({ from: fc.constantFrom(0, 1), to: fc.constantFrom(2, 3e9) })),
  })
  .map(({ county, theme, value }): Filter[] => [
    ...(county ? [{ attribute: 'county', values: county }] : []),
    ...(theme ? [{ attribute: 'theme', values: theme }] : []),
    ...(value ? [{ number: 'value', ...value }] : []),
  ])

const request: fc.Arbitrary<SearchRequest> = fc.record({
  question: fc.record({ words, phrases: rarely(phrase), excluded: rarely(phrase), typing }),
  reader: some(KEYS, 2),
  filters,
  facets: fc.constant(['county', 'theme']),
  sort: fc.constantFrom<NonNullable<SearchRequest['sort']>>(
    { by: 'relevance' },
    { by: 'relevance' },
    { by: 'highest', number: 'value' },
    { by: 'next', number: 'published', from: 0 },
  ),
  boosts: fc.constantFrom([], [{ attribute: 'theme', value: 'a', worth: 1.5 }]),
  within: fc.constantFrom('everything' as const, 'everything' as const, 'title' as const),
  words: fc.constantFrom('best' as const, 'best' as const, 'all' as const, 'some' as const),
  share: fc.constantFrom(0.4, 0.15, 0.8),
  limit: fc.integer({ min: 0, max: 40 }),
  offset: fc.constantFrom(0, 0, 3),
})

const making = { schema: SCHEMA, analyse: PLAIN_ANALYSER.document }

function added(index: SearchIndex, some: readonly IndexDocument[]): SearchIndex {
  return addSegment(index, runToEnd(buildSegment(some, making)))
}

/** What a step does to the index, and to the plain list of documents. */
function take(index: SearchIndex, truth: Map<string, IndexDocument>, step: Step): SearchIndex {
  if (step.kind === 'add') {
    for (const one of step.documents) truth.set(one.id, one)
    return added(index, step.documents)
  }
  if (step.kind === 'remove') {
    for (const one of step.ids) truth.delete(one)
    return removeDocuments(index, step.ids)
  }
  if (step.kind === 'snapshot') {
    const opened = runToEnd(openSnapshot(snapshotOf(index), SCHEMA))
    if (!opened.ok) throw new Error(opened.reason)
    return opened.index
  }
  const inputs = planMerge(index) ?? index.segments
  const merged = runToEnd(mergeSegments(inputs))
  if (step.kind === 'merge') return applyMerge(index, inputs, merged) ?? index
  for (const one of step.documents) truth.set(one.id, one)
  for (const one of step.ids) truth.delete(one)
  const meanwhile = removeDocuments(added(index, step.documents), step.ids)
  return applyMerge(meanwhile, inputs, merged) ?? meanwhile
}

test('an index gives the same hits, order, totals and counts as reading every document anew', () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 9 })
  const requests = fc.array(request, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(steps, requests, (steps, requests) => {
      const truth = new Map<string, IndexDocument>()
      const index = steps.reduce((before, step) => take(before, truth, step), emptyIndex(SCHEMA))
      expect(index.documents).toBe(truth.size)
      for (const request of requests) {
        const { total, found, loose, hits, facets } = searchIndex(index, request)
        expect({ total, found, loose, hits, facets: Object.fromEntries(facets) }).toEqual(
          askOracle({ schema: SCHEMA, analyser: PLAIN_ANALYSER, documents: truth }, request),
        )
      }
    }),
    { numRuns: 600, seed: 20_260_401 },
  )
})

test('it does so too where lists have many blocks and segments many windows', () => {
  const sample = fc.sample(document, { numRuns: 12_000, seed: 5 })
  const numbered = sample.map((one, place) => ({ ...one, id: `n${String(place).padStart(6, '0')}` }))
  // Few hold the word that is rare, so that most blocks of the others are stepped over.
  const rare = numbered.map((one, place) =>
    place % 997 === 0 ? { ...one, texts: { ...one.texts, names: ['ukjent'] } } : one,
  )
  let index = added(added(emptyIndex(SCHEMA), rare.slice(0, 9000)), rare.slice(9000))
  const removed = rare.filter((_, place) => place % 7 === 0).map(({ id }) => id)
  index = removeDocuments(
    applyMerge(index, index.segments, runToEnd(mergeSegments(index.segments))) ?? index,
    removed,
  )
  const truth = new Map(rare.filter(({ id }) => !removed.includes(id)).map((one) => [one.id, one]))
  for (const one of fc.sample(request, { numRuns: 10, seed: 6 })) {
    const { total, found, loose, hits, facets } = searchIndex(index, one)
    expect({ total, found, loose, hits, facets: Object.fromEntries(facets) }).toEqual(
      askOracle({ schema: SCHEMA, analyser: PLAIN_ANALYSER, documents: truth }, one),
    )
  }
})
