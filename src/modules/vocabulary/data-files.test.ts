import { expect, test } from 'vitest'
import { BOKMAL_ONLY, NYNORSK_ONLY } from '#src/testing/written-forms.ts'
import { CodeListsFile, CpvFile, CpvThemesFile, NutsFile, ThemesFile } from './data-schema.ts'
import { readData } from './read-data.ts'

const FILES = [
  ['themes.json', ThemesFile],
  ['cpv.json', CpvFile],
  ['cpv-themes.json', CpvThemesFile],
  ['nuts.json', NutsFile],
  ['code-lists.json', CodeListsFile],
] as const

type Wording = { nb: readonly string[]; nn: readonly string[]; en: readonly string[] }

/** Every place in a file where something is said in three languages. */
function wordings(node: unknown): Wording[] {
  if (typeof node !== 'object' || node === null) return []
  if (!('nb' in node && 'nn' in node && 'en' in node)) return Object.values(node).flatMap(wordings)
  const { nb, nn, en } = node
  return [{ nb: [nb].flat().map(String), nn: [nn].flat().map(String), en: [en].flat().map(String) }]
}

const WORDINGS = FILES.flatMap(([name]) => wordings(readData(name)))

function texts(language: keyof Wording): readonly string[] {
  return WORDINGS.flatMap((wording) => wording[language])
}

test.each(FILES)('%s has the form it should, with words in all three languages', (name, schema) => {
  expect(schema.parse(readData(name)).source).not.toBe('')
})

test('nynorsk texts hold no bokmål words', () => {
  expect(texts('nn').filter((text) => BOKMAL_ONLY.test(text))).toEqual([])
})

test('bokmål texts hold no nynorsk words', () => {
  expect(texts('nb').filter((text) => NYNORSK_ONLY.test(text))).toEqual([])
})

test('where nynorsk has its own word, the nynorsk text is not a copy of the bokmål one', () => {
  const copies = WORDINGS.filter(({ nb }) => nb.some((text) => BOKMAL_ONLY.test(text))).filter(
    ({ nb, nn }) => nb.join() === nn.join(),
  )
  expect(copies).toEqual([])
})

test('the word lists of these tests can tell the two forms apart', () => {
  expect('Åpne løsninger for skoler').toMatch(BOKMAL_ONLY)
  expect('Opne løysingar for skular').not.toMatch(BOKMAL_ONLY)
  expect('Opne løysingar for skular').toMatch(NYNORSK_ONLY)
})

test('no text has double spaces, doubled words or a space at its ends', () => {
  const untidy = WORDINGS.flatMap(({ nb, nn, en }) => [...nb, ...nn, ...en]).filter(
    (text) => text !== text.trim() || /\s{2}/.test(text) || /(?<!\p{L})(\p{L}+) \1(?!\p{L})/iu.test(text),
  )
  expect(untidy).toEqual([])
})
