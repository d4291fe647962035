import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { BOKMAL_ONLY, NYNORSK_ONLY } from '#src/testing/written-forms.ts'
import { ThesaurusFile } from './data-schema.ts'
import { readData } from './read-data.ts'
import { themes } from './theme.ts'
import {
  broaderConcepts,
  type Concept,
  concept,
  concepts,
  narrowerConcepts,
  relatedConcepts,
  THESAURUS_FILES,
} from './thesaurus.ts'

function words({ labels }: Concept, language: Language): readonly string[] {
  return [labels[language].preferred, ...labels[language].alternatives]
}

/** What is said more than once, with those who say it. */
function shared(pairs: readonly (readonly [word: string, id: string])[]): readonly string[] {
  const byWord = Map.groupBy(pairs, ([word]) => word.toLowerCase())
  return [...byWord]
    .filter(([, all]) => all.length > 1)
    .map(([word, all]) => `${word}: ${all.map(([, id]) => id)}`)
}

/** Every concept above, by every way up; throws where a way up comes back to its start. */
function above(id: string, way: readonly string[] = []): ReadonlySet<string> {
  if (way.includes(id)) throw new Error(`${[...way, id].join(' → ')} is a circle`)
  const up = concept(id)?.broader ?? []
  return new Set(up.flatMap((broader) => [broader, ...above(broader, [...way, id])]))
}

test.each(THESAURUS_FILES)('%s has the form it should', (name) => {
  expect(ThesaurusFile.parse(readData(name, 'thesaurus')).concepts.length).toBeGreaterThan(20)
})

test('every file of the thesaurus is read', () => {
  const files = readdirSync(new URL('../../../data/thesaurus/', import.meta.url))
  expect(files.filter((name) => name.endsWith('.json'))).toEqual([...THESAURUS_FILES].sort())
})

test('there are at least 520 concepts, and no id stands twice', () => {
  expect(concepts().length).toBeGreaterThanOrEqual(520)
  expect(shared(concepts().map(({ id }) => [id, id]))).toEqual([])
})

test('every theme is a concept under the same theme, with the same names', () => {
  for (const { id, broader, label } of themes()) {
    const found = concept(id)
    expect(found?.broader, id).toEqual(broader === null ? [] : [broader])
    for (const language of LANGUAGES) expect(found?.labels[language].preferred, id).toBe(label[language])
  }
})

test('no circle and no orphan: every way up ends in a top theme', () => {
  const tops = new Set(themes().flatMap(({ id, broader }) => (broader === null ? [id] : [])))
  for (const { id, broader } of concepts()) {
    expect(
      broader.filter((up) => concept(up) === null),
      id,
    ).toEqual([])
    expect(
      [id, ...above(id)].some((up) => tops.has(up)),
      `${id} reaches a top theme`,
    ).toBe(true)
    expect(broader.length > 0 || tops.has(id), `${id} is a top that is no theme`).toBe(true)
  }
})

test('a concept is not put under what is already above it', () => {
  const twice = concepts().flatMap(({ id, broader }) =>
    broader.filter((up) => broader.some((other) => above(other).has(up))).map((up) => `${id} under ${up}`),
  )
  expect(twice).toEqual([])
})

test('related concepts exist, and neither is above the other', () => {
  for (const { id, related } of concepts()) {
    for (const other of related) {
      expect(concept(other)?.related, `${id} and ${other}`).toContain(id)
      expect(above(id).has(other) || id === other, `${other} above ${id}`).toBe(false)
    }
  }
})

test.each(LANGUAGES)('no two concepts have the same preferred label in %s', (language) => {
  expect(shared(concepts().map(({ id, labels }) => [labels[language].preferred, id]))).toEqual([])
})

test.each(LANGUAGES)('a word leads to one concept only in %s', (language) => {
  expect(
    shared(concepts().flatMap((one) => words(one, language).map((word) => [word, one.id] as const))),
  ).toEqual([])
})

test('nynorsk labels hold no bokmål words, and bokmål labels no nynorsk ones', () => {
  expect(concepts().flatMap((one) => words(one, 'nn').filter((word) => BOKMAL_ONLY.test(word)))).toEqual([])
  expect(concepts().flatMap((one) => words(one, 'nb').filter((word) => NYNORSK_ONLY.test(word)))).toEqual([])
})

test('no label is a word so common that it means nothing', () => {
  const common = new Set(['it', 'its', 'ar', 'ask', 'ku', 'bad', 'sky', 'valg', 'val', 'bud', 'ty', 'port'])
  const all = concepts().flatMap((one) => LANGUAGES.flatMap((language) => words(one, language)))
  expect(all.filter((word) => common.has(word.toLowerCase()))).toEqual([])
  expect(all.filter((word) => word !== word.trim() || /\s{2}|[;|]/.test(word))).toEqual([])
})

test('preferred labels begin with a capital letter, as on the theme pages', () => {
  const small = concepts().flatMap(({ labels }) =>
    LANGUAGES.map((language) => labels[language].preferred).filter((label) => /^\p{Ll}/u.test(label)),
  )
  expect(small).toEqual([])
})

test('one can go up, down and aside from a concept', () => {
  const ids = (found: readonly Concept[]) => found.map(({ id }) => id)
  expect(ids(broaderConcepts('renovasjonsbil'))).toEqual(['innsamling-av-avfall', 'kjoretoy'])
  expect(ids(narrowerConcepts('kjoretoy'))).toContain('renovasjonsbil')
  expect(ids(relatedConcepts('omsorgsbolig'))).toEqual(['sykehjem'])
  expect(concept('sykehjem')?.labels.nn.preferred).toBe('Sjukeheim')
  expect([
    concept('finnes-ikke'),
    ...narrowerConcepts('finnes-ikke'),
    ...broaderConcepts('finnes-ikke'),
  ]).toEqual([null])
})
