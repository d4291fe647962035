import { expect, test } from 'vitest'
import { CodeListsFile, CpvFile, NutsFile, ThemesFile } from './data-schema.ts'
import { readData } from './read-data.ts'

const FILES = [
  ['themes.json', ThemesFile],
  ['cpv.json', CpvFile],
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

/** Parts of words that only one of the two written forms of Norwegian has. */
const BOKMAL_ONLY =
  /(?<!\p{L})(ikke|fra|noen?|hvor|hva|hvem|bare|flere|uten|utenfor|annen|annet|ble|være|vei(er|en)?|klær|høy\p{L}*|lav\p{L}*|ansatte|egen|måneder|uker|dager|offentlige?|faglige?|mulige?)(?!\p{L})|skole|løsning|tjeneste|sykehjem|sykehus|hjemme|anskaffelse|vannmål|vannforsyning|eiendom|vedlikehold|virksomhet|kunngjøring|rengjøring|trygghet|sikkerhet|regnskap|forskning|rådgivning|markeds|oppdragsgiver|utslipp|bærekraft|mangfold|forurens|byggeplass|bolig|tilbud|innbygger|leverandører|kommuner|systemer|produkter|kjøretøyer|myndighet/iu
const NYNORSK_ONLY =
  /(?<!\p{L})(ikkje|frå|nokon?|kvar|kva|kven|korleis|berre|fleire|utan|vatn|veg|vegar|eigen|tilsette|veker)(?!\p{L})|skule|løysing|teneste|sjukeheim|sjukehus|heime|anskaffing|eigedom|verksemd|kunngjering|reingjering|tryggleik|rekneskap|forsking|rådgjeving|marknad|oppdragsgjevar|utslepp|berekraft|mangfald|innbyggjar/iu

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
