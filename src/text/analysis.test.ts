import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuMsOf } from '#src/testing/cpu-time.ts'
import { readTextData } from '#src/testing/text-data.ts'
import { createAnalyser, type Term } from './analysis.ts'
import { createLexicon } from './lexicon.ts'
import { createThesaurusExpansion } from './thesaurus.ts'

const data = readTextData()
const lexicon = createLexicon(data)
const thesaurus = createThesaurusExpansion([
  {
    id: 'trygghetsalarm',
    broader: [],
    labels: {
      nb: { preferred: 'Trygghetsalarm', alternatives: [] },
      en: { preferred: 'Safety alarm', alternatives: [] },
    },
  },
])
const analyser = createAnalyser({
  lexicon,
  pairs: data.pairs,
  englishWords: data.englishWords,
  thesaurus,
})

const languages = fc.constantFrom('nb', 'nn', 'en', 'se', '')
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."aåÅæeisnrt0 .,-'&+#AA\u00ad\u030a"), maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'sykehjems',
        'drifts-',
        'og',
        'vann',
        'tjenester',
        'Ås',
        '25 000',
        'i',
        'safety',
        'alarms',
      ),
    )
    .map((words) => words.join(' ')),
)

/** Whether a question finds a text by a word itself, and not only by a part or a relative of it. */
function finds(question: string, text: string, kinds: readonly Term['kind'][] = ['word']): boolean {
  const terms = new Set(analyser.document(text, 'nb').map(({ term }) => term))
  return analyser.query(question, 'nb').some(({ term, kind }) => kinds.includes(kind) && terms.has(term))
}

test.each([
  ['sjukeheim', 'sykehjem'],
  ['sykehjemmet', 'sykehjem'],
  ['sykehjemmene', 'sjukeheimane'],
  ['drikkevatn', 'drikkevann'],
  ['anskaffing', 'anskaffelsen'],
  ['løysing', 'løsninger'],
  ['kunngjering', 'kunngjøringen'],
  ['skular', 'skolene'],
  ['vegar', 'veiene'],
  ['tenestene', 'tjeneste'],
  ['leiing', 'ledelse'],
  ['mogleg', 'mulig'],
  ['moglegheit', 'muligheter'],
  ['born', 'barna'],
  ['brukarane', 'brukere'],
  ['ikkje', 'ikke'],
  ['tryggleiksalarm', 'trygghetsalarm'],
  ['sakshandsaming', 'saksbehandling'],
  ['overvasshandtering', 'overvannshåndtering'],
  ['berekraftig', 'bærekraftige'],
  ['sjølvkøyrande buss', 'selvkjørende'],
  ['ehelse', 'e-helse'],
  ['sykehjemsplassar', 'sjukeheimsplass'],
  ['974761114', 'org.nr. 974 761 114'],
  ['1000000', 'kr 1.000.000'],
  ['Aasen', 'Åsen'],
  ['innbyggarar', 'innbygger'],
  ['vintrar', 'vinteren'],
  ['farlege', 'farlig'],
  ['studera', 'studeres'],
  ['klimaavtrykk', 'klima-avtrykk'],
])('%s finds %s', (question, text) => {
  expect(finds(question, text)).toBe(true)
})

test.each([
  ['teknologi', 'velferdsteknologi'],
  ['hjem', 'sykehjem'],
  ['sykehjem', 'sykehjemsplass'],
  ['alarm', 'trygghetsalarmer'],
  ['bagasje', 'bagasjehåndtering'],
  ['helse', 'e-helse'],
  ['2026', 'innen 01.02.2026'],
  ['72000000', 'CPV 72000000-5'],
  ['samfunnsutvikling', 'samfunns- og byutvikling'],
  ['driftsavtale', 'drifts-, vedlikeholds- og utviklingsavtale'],
])('%s finds %s by a part of it', (question, text) => {
  expect(finds(question, text)).toBe(true)
})

test.each([
  ['innovasjon', 'innovativ'],
  ['anskaffe', 'anskaffelse'],
  ['trygghets alarm', 'trygghetsalarm'],
])('%s and %s are related', (question, text) => {
  expect(finds(question, text, ['word', 'related'])).toBe(true)
})

test.each([
  ['tran', 'transport'],
  ['sport', 'transport'],
  ['organ', 'organisasjon'],
  ['VAR', 'det var slik'],
  ['lår', 'lar'],
])('%s does not find %s', (question, text) => {
  expect(finds(question, text)).toBe(false)
})

test('a document says where in the text each term stands, down to the part of a compound', () => {
  const text = 'Nye sykehjem'
  const at = (kind: Term['kind']) =>
    analyser
      .document(text, 'nb')
      .filter((term) => term.kind === kind)
      .map(({ start, end }) => text.slice(start, end))
  expect(at('word')).toEqual(['Nye', 'sykehjem'])
  expect(at('part')).toEqual(['syke', 'hjem'])
})

test('what a list leaves out reaches to the word that completes it', () => {
  const text = 'samfunns- og byutvikling'
  const [first] = analyser.document(text, 'nb')
  expect(text.slice(first?.start, first?.end)).toBe(text)
})

test('an English question finds a Norwegian text by the concept both name', () => {
  const question = analyser.query('safety alarms for the elderly', 'en')
  const alternatives = question.filter(({ concept }) => concept === 'trygghetsalarm')
  expect(alternatives.map(({ source }) => source)).toEqual(['safety', 'alarms'])
  expect(finds('safety alarms', 'Felles trygghetsalarmer', ['concept'])).toBe(true)
})

test('an English question finds a Norwegian text by what its words are called there', () => {
  expect(finds('the island is far away', 'En øy i havet', ['related'])).toBe(true)
  expect(finds('island', 'En øy i havet', ['related'])).toBe(false)
})

test('an everyday word of a question is known as one', () => {
  const everyday = analyser
    .query('Hjemmesykepleien bruker for lang tid', 'nb')
    .filter(({ isEveryday }) => isEveryday)
  expect([...new Set(everyday.map(({ source }) => source))]).toEqual(['bruker', 'lang', 'tid'])
})

test('a name in an English text is found by a Norwegian question', () => {
  const terms = new Set(analyser.document('Delivered by Hansens Maskiner', 'en').map(({ term }) => term))
  expect(
    analyser.query('Hansens maskiner', 'nb').filter(({ kind, term }) => kind === 'word' && terms.has(term)),
  ).toHaveLength(2)
})

test('function words weigh little in a question and all in a document', () => {
  expect(analyser.query('og', 'nb')[0]?.weight).toBeLessThan(0.5)
  expect(analyser.document('og', 'nb')[0]?.weight).toBe(1)
})

test('whatever is written, nothing throws, no word is lost, and every term points into the text', () => {
  fc.assert(
    fc.property(anything, languages, (text, language) => {
      const terms = analyser.document(text, language)
      const covered = new Set<number>()
      for (const { term, start, end, weight } of terms) {
        expect(term).not.toBe('')
        expect(start >= 0 && start < end && end <= text.length).toBe(true)
        expect(weight > 0 && weight <= 1).toBe(true)
        for (let at = start; at < end; at += 1) covered.add(at)
      }
      for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) expect(covered.has(index)).toBe(true)
    }),
  )
})

test('a question made of a text finds that text by every word of it', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom('nb', 'nn', 'en'), (text, language) => {
      const terms = new Set(analyser.document(text, language).map(({ term }) => term))
      const groups = Map.groupBy(analyser.query(text, language), ({ group }) => group)
      for (const group of groups.values()) expect(group.some(({ term }) => terms.has(term))).toBe(true)
    }),
  )
})

test('the same text is always analysed the same way, whatever came before', () => {
  fc.assert(
    fc.property(anything, languages, (text, language) => {
      const fresh = createAnalyser({ lexicon, pairs: data.pairs })
      const used = createAnalyser({ lexicon, pairs: data.pairs })
      used.document(`${text} ${text}`, 'nb')
      expect(used.document(text, language)).toEqual(fresh.document(text, language))
      expect(used.query(text, language)).toEqual(fresh.query(text, language))
    }),
    { numRuns: 15 },
  )
})

test('letters without end are read in no time', async () => {
  for (const text of [
    'a'.repeat(300_000),
    'a-'.repeat(50_000),
    '111 '.repeat(50_000),
    'x- '.repeat(30_000),
  ]) {
    expect(await cpuMsOf(() => analyser.document(text, 'nb'))).toBeLessThan(3000)
  }
})
