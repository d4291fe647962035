import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Notice } from '#src/modules/notices/notice.ts'
import { readNotice } from '#src/modules/notices/read-notice.ts'
import { cpuMsOf } from '#src/testing/cpu-time.ts'
import { assessInnovation, assessText } from './assess-innovation.ts'
import { sentencesOf } from './sentences.ts'
import { weighSignals } from './weigh-signals.ts'

const DIALOGUE = 'Vi inviterer leverandører til dialogkonferanse før konkurransen.'
const NEED = 'Behovet er kartlagt i intervjuer med 40 ansatte.'
const OPEN = 'Tilbyder velger selv løsning, og vi stiller ikke krav til teknologi.'

const piece = (text: string, language: string | null = 'nb') => ({
  text,
  language,
  lot: null,
  path: 'description',
})

function golden(name: string): Notice {
  const read = readNotice(readFileSync(new URL(`../eforms/golden/${name}/notice.xml`, import.meta.url)))
  if (!read.ok) throw new Error('the example cannot be read')
  return read.value
}

const plain = (): Notice => {
  const notice = golden('competition-with-lots')
  const silent = { strategicProcurement: [], innovativeAcquisition: [], variants: null }
  return {
    ...notice,
    procedureType: 'open',
    cpv: ['35121700'],
    lots: notice.lots.map((lot) => ({ ...lot, ...silent })),
    innovation: {
      declared: { strategicProcurement: [], innovativeAcquisition: [] },
      canBeDeclared: true,
    },
  }
}

test('each condition is met by the sentence that speaks for it, and by no other', () => {
  const met = (text: string) => {
    const { conditions } = assessText([piece(text)])
    return Object.entries(conditions).flatMap(([name, state]) => (state.met ? [name] : []))
  }
  expect(met(DIALOGUE)).toEqual(['supplierInvolvement'])
  expect(met(NEED)).toEqual(['needMapped'])
  expect(met(OPEN)).toEqual(['functionalRequirements'])
  expect(met('Kommunen skal kjøpe tre hjullastere.')).toEqual([])
})

test('nynorsk and English say the same', () => {
  const text = {
    nn: 'Vi inviterer leverandørar til dialogkonferanse. Behovet er kartlagt. Tilbydaren vel sjølv løysing og metode.',
    en: 'Suppliers are invited to a market consultation. The need was mapped. Tenderers choose their own technology.',
  }
  for (const language of ['nn', 'en'] as const)
    expect(assessText([piece(text[language], language)]).missing, language).toEqual([])
})

test('a text in another language is not read, and that is said', () => {
  const danish = piece('Vi inviterer leverandører til dialogkonference og markedsdialog.', 'da')
  expect(assessText([danish])).toMatchObject({ signals: [], textRead: false })
})

test('with the codes masked the text alone decides; with the text masked the codes alone', () => {
  const text = assessInnovation({ ...plain(), description: `${DIALOGUE} ${NEED}` })
  expect(text).toMatchObject({ assessment: 'likely', missing: ['functionalRequirements'] })
  expect(text.signals.every(({ path }) => path === 'description')).toBe(true)

  const silent = plain()
  expect(assessInnovation(silent)).toMatchObject({ assessment: 'none', signals: [], score: 0 })
  const [lot, ...rest] = silent.lots
  if (!lot) throw new Error('the example has a lot')
  const coded = assessInnovation({
    ...silent,
    procedureType: 'innovation',
    lots: [{ ...lot, strategicProcurement: ['inn-pur'] }, ...rest],
    innovation: {
      declared: { strategicProcurement: ['inn-pur'], innovativeAcquisition: [] },
      canBeDeclared: true,
    },
  })
  expect(coded.assessment).toBe('declared')
  expect(coded.signals).toMatchObject([
    { kind: 'code-innovation-purchase', lot: lot.id, text: 'inn-pur' },
    { kind: 'procedure-innovation-partnership', lot: null, path: 'procedureType', text: 'innovation' },
  ])
  expect(coded.missing, 'a code says nothing of the conditions').toHaveLength(3)
})

test('a sentence in a lot is told with its lot and place, and once though it stands in many', () => {
  const notice = plain()
  const { signals } = assessInnovation({
    ...notice,
    lots: notice.lots.map((lot) => ({ ...lot, description: `Lot ${lot.id}. ${OPEN}` })),
  })
  const first = notice.lots[0]?.id
  expect(signals.map(({ lot, path, text }) => ({ lot, path, text }))).toContainEqual({
    lot: first,
    path: `lots/${first}/description`,
    text: OPEN,
  })
  expect(new Set(signals.map(({ lot }) => lot))).toEqual(new Set([first]))
})

test('an award criterion on innovation counts; the word in a description does not', () => {
  const notice = plain()
  const [lot] = notice.lots
  const [criterion] = lot?.awardCriteria ?? []
  if (!lot || !criterion) throw new Error('the example has a criterion')
  const rewarded = assessInnovation({
    ...notice,
    lots: [{ ...lot, awardCriteria: [{ ...criterion, name: 'Innovasjon' }] }],
  })
  expect(rewarded.signals.map(({ kind }) => kind)).toEqual(['innovation-rewarded'])
  const boasting = assessInnovation({ ...notice, description: 'Vi er en innovativ kommune.' })
  expect(boasting.signals).toEqual([])
})

test('a question to the market counts in a planning notice, and not in a competition', () => {
  const ask = [piece('Kommunen ønsker tilbakemeldinger på hvor lang tid levering tar.')]
  expect(assessText(ask, 'planning').missing).not.toContain('supplierInvolvement')
  expect(assessText(ask, 'competition').missing).toContain('supplierInvolvement')
})

const metIn = (text: string, path = 'description') =>
  Object.entries(assessText([{ ...piece(text), path }]).conditions).flatMap(([name, { met }]) =>
    met ? [name] : [],
  )

test('who was asked decides which condition it speaks for, and «de» is nobody in particular', () => {
  expect(metIn('Vi har snakket med 71 pasienter som sluttet før de var ferdige.')).toEqual(['needMapped'])
  expect(metIn('Fem produsenter fikk lese utkastet og ga råd.')).toEqual(['supplierInvolvement'])
})

test('a dialogue counts for the procurement it belonged to', () => {
  const dialogue = 'Det ble holdt dialogmøte med leverandørene'
  expect(metIn(`${dialogue} 3. mars.`)).toEqual(['supplierInvolvement'])
  expect(metIn(`${dialogue} i 2019, men dette gjelder ikke denne kontrakten.`)).toEqual([])
})

test('freedom in trifles leaves no solution open', () => {
  expect(metIn('Leverandøren velger selv metode.')).toEqual(['functionalRequirements'])
  expect(metIn('Leverandøren velger selv farge på emballasjen.')).toEqual([])
})

test('a mapping in the title is what is bought; in the text it has been done', () => {
  const mapping = 'Kartlegging av behov blant elever'
  expect(metIn(mapping, 'title')).toEqual([])
  expect(metIn(`${mapping} ligger til grunn.`)).toEqual(['needMapped'])
})

test('one strong row counts once, however often it is met', () => {
  const signal = { kind: 'a', condition: 'needMapped', weight: 3, lot: null, path: '', text: '' } as const
  expect(weighSignals([signal, signal, signal]).conditions.needMapped).toEqual({ met: false, points: 3 })
  expect(weighSignals([signal, { ...signal, kind: 'b' }]).conditions.needMapped.met).toBe(true)
})

test('dates and abbreviations do not end a sentence; a bullet does', () => {
  const text = 'Møtet holdes 14. mars kl. 10, jf. punkt 2.\n- Påmelding innen 1. mars\n- Gratis. Velkommen!'
  expect(sentencesOf(text).map((one) => one.text)).toEqual([
    'Møtet holdes 14. mars kl. 10, jf. punkt 2.',
    '- Påmelding innen 1. mars',
    '- Gratis.',
    'Velkommen!',
  ])
})

test('whatever the text is, it is assessed, within bounds, and the same again', () => {
  const words = fc.constantFrom(
    'ikke',
    'dialogkonferanse',
    'leverandører',
    '.',
    '\n- ',
    'før',
    '«',
    '–',
    'ﬁ',
    '😀',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(words).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('nb', 'nn', 'en', 'sv', null), (written, language) => {
      const assessed = assessText([piece(written, language)])
      expect(assessed.score).toBeGreaterThanOrEqual(0)
      expect(assessed.score).toBeLessThanOrEqual(100)
      expect(assessText([piece(written, language)])).toEqual(assessed)
    }),
    { numRuns: 300 },
  )
})

test('a text without an end is read in time', async () => {
  const long = 'leverandører før ikke løsning hvordan tilbyder selv '.repeat(8000)
  expect(await cpuMsOf(() => assessText([piece(long)]))).toBeLessThan(4000)
})
