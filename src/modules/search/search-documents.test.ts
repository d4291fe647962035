import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { PUBLIC_READER, type Reader, type Search, type TextPart } from './contract.ts'
import { aDocument, aQuery, searchOver } from './memory-source.ts'

const CASES = [
  aDocument({
    id: 'case-001',
    title: 'Digitalt tilsyn på sykehjem',
    summary: 'Kommunen kjøpte sensorer som varsler når en beboer faller.',
    body: 'Anskaffelsen ble gjort som en konkurranse med forhandling. Nattevaktene slipper å gå runder.',
    names: ['Øygarden kommune', '964338442'],
    facets: { theme: ['helse', 'velferdsteknologi'], county: ['46'], municipality: ['4626'] },
  }),
  aDocument({
    id: 'case-002',
    title: 'Utslippsfri byggeplass for ny barnehage',
    summary: 'Elektriske gravemaskiner og fossilfri anleggsdrift.',
    body: 'Barnehagen i Ås ble bygget uten diesel. Leverandørene konkurrerte på utslipp.',
    names: ['Ås kommune', 'Nordre Follo kommune'],
    facets: { theme: ['klima'], county: ['32'], municipality: ['3218', '3207'] },
  }),
  aDocument({
    id: 'case-003',
    language: 'nn',
    title: 'Velferdsteknologi på sjukeheimen',
    summary: 'Kommunane gjekk saman om ei innovativ innkjøp.',
    body: 'Dei kjøpte ei ny løysing for trygg heimebuing.',
    names: ['Voss herad'],
    facets: { theme: ['helse', 'velferdsteknologi'], county: ['46'], municipality: ['4621'] },
  }),
  aDocument({
    id: 'case-004',
    language: 'en',
    title: 'Autonomous buses in the city',
    summary: 'A pilot with self-driving buses.',
    body: 'The municipality bought mobility services.',
    names: ['Stavanger kommune', 'Kárášjohka'],
    facets: { theme: ['transport'], county: ['11'], municipality: ['1103'] },
  }),
]

function withCases(work: (search: Search) => Promise<void>): Promise<void> {
  return withDatabase(async (db) => work(await searchOver(db, CASES)))
}

async function idsFor(search: Search, query: Parameters<typeof aQuery>[0], reader: Reader = PUBLIC_READER) {
  return (await search.search(aQuery(query), reader)).hits.map((hit) => hit.id)
}

function marked(parts: readonly TextPart[]): string[] {
  return parts.filter((part) => part.match).map((part) => part.text)
}

test('another inflection of a bokmål word finds it', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'barnehager' })).toEqual(['case-002'])
    expect(await idsFor(search, { q: 'anskaffelser' })).toEqual(['case-001'])
    expect(await idsFor(search, { q: 'sensor beboeren' })).toEqual(['case-001'])
  }))

test('capital letters make no difference, in æ, ø and å neither', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'ØYGARDEN' })).toEqual(['case-001'])
    expect(await idsFor(search, { q: 'ås' })).toEqual(['case-002'])
    expect(await idsFor(search, { q: 'LEVERANDØRENE' })).toEqual(['case-002'])
    expect(await idsFor(search, { q: 'LØYSING' })).toEqual(['case-003'])
  }))

test('ø and å are letters of their own, while accents may be left out', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'karasjohka' })).toEqual(['case-004'])
    expect(await idsFor(search, { q: 'Kárášjohka' })).toEqual(['case-004'])
    const { hits, notices, suggestion } = await search.search(aQuery({ q: 'oygarden' }), PUBLIC_READER)
    expect(hits.map((hit) => hit.id)).toEqual(['case-001'])
    expect([suggestion, notices.map(({ code }) => code)]).toEqual(['øygarden', ['corrected']])
    expect(await idsFor(search, { q: '"oygarden"' })).toEqual([])
  }))

test('documents in English and nynorsk are found by the inflections of their own language', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'bus' })).toEqual(['case-004'])
    expect(await idsFor(search, { q: 'løysinga' })).toEqual(['case-003'])
  }))

test('all words must be there, and the last may be unfinished', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'innovativ velferdstek' })).toEqual(['case-003'])
    expect(await idsFor(search, { q: 'elektr' })).toEqual(['case-002'])
    expect(await idsFor(search, { q: 'kommunen sensorer' })).toEqual(['case-001'])
  }))

test('when no document holds all the words, those that hold some are found', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'gravemaskiner velferdsteknologi' })).toEqual(
      expect.arrayContaining(['case-002', 'case-003']),
    )
  }))

test('a described need finds the case that is most about it first', () =>
  withCases(async (search) => {
    const q =
      'Vi har mange beboere på sykehjem som faller om natten, og ønsker å finne ut om sensorer kan varsle nattevaktene'
    expect((await idsFor(search, { q }))[0]).toBe('case-001')
  }))

test('a phrase in quotes is found word by word in a row, and only so', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: '"konkurranse med forhandling"' })).toEqual(['case-001'])
    expect(await idsFor(search, { q: '«fossilfri anleggsdrift»' })).toEqual(['case-002'])
    expect(await idsFor(search, { q: '"forhandling konkurranse"' })).toEqual([])
  }))

test('a phrase does not reach from one name or field into the next', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: '"nordre follo kommune"' })).toEqual(['case-002'])
    expect(await idsFor(search, { q: '"kommune nordre"' })).toEqual([])
    expect(await idsFor(search, { q: '"barnehage elektriske"' })).toEqual([])
  }))

test('what has a minus before it is left out', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'velferdsteknologi -voss' })).toEqual([])
    expect(await idsFor(search, { q: 'kommune -"ås kommune" -stavanger' })).toEqual(['case-001', 'case-003'])
    expect((await idsFor(search, { q: '-buses -barnehage' })).sort()).toEqual(['case-001', 'case-003'])
  }))

test('a hyphen inside a word leaves nothing out', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: 'self-driving' })).toEqual(['case-004'])
    expect(await idsFor(search, { q: '"driving-self"' })).toEqual([])
  }))

test('an organisasjonsnummer is found with and without spaces', () =>
  withCases(async (search) => {
    expect(await idsFor(search, { q: '964 338 442' })).toEqual(['case-001'])
    expect(await idsFor(search, { q: '964338442' })).toEqual(['case-001'])
  }))

test('one who writes an id gets that document first', () =>
  withDatabase(async (db) => {
    const mention = aDocument({ id: 'case-009', title: 'Som i case-001, case-001 og case-001', prior: 1 })
    const search = await searchOver(db, [...CASES, mention])
    expect(await idsFor(search, { q: 'CASE-001' })).toEqual(['case-001', 'case-009'])
  }))

test('the documents of an organisation come before those that mention it', () =>
  withDatabase(async (db) => {
    const mention = aDocument({ id: 'case-010', title: 'Øygarden kommune vant prisen', prior: 0.5 })
    const search = await searchOver(db, [mention, ...CASES])
    expect(await idsFor(search, { q: 'øygarden kommune' })).toEqual(['case-001', 'case-010'])
  }))

test('of two equal matches the one with more static weight comes first', () =>
  withDatabase(async (db) => {
    const twins = [
      aDocument({ id: 'notice-a', title: 'Renovasjon', prior: 0.1 }),
      aDocument({ id: 'notice-b', title: 'Renovasjon', prior: 0.9 }),
    ]
    expect(await idsFor(await searchOver(db, twins), { q: 'renovasjon' })).toEqual(['notice-b', 'notice-a'])
  }))

test('a rare word counts for more than a common one', () =>
  withDatabase(async (db) => {
    const common = Array.from({ length: 20 }, (_, place) =>
      aDocument({ id: `notice-${place}`, title: 'Rammeavtale', body: 'kommune' }),
    )
    const rare = aDocument({ id: 'notice-x', title: 'Kjøp', body: 'isbryter' })
    expect((await idsFor(await searchOver(db, [...common, rare]), { q: 'rammeavtale isbryter' }))[0]).toBe(
      'notice-x',
    )
  }))

test('a question of stop words looks in titles', () =>
  withDatabase(async (db) => {
    const search = await searchOver(db, [...CASES, aDocument({ id: 'case-011', title: 'Alle med' })])
    expect(await idsFor(search, { q: 'alle med' })).toEqual(['case-011'])
  }))

test('without a question everything is there, and signs without words find nothing', () =>
  withCases(async (search) => {
    expect((await search.search(aQuery(), PUBLIC_READER)).total).toBe(4)
    expect((await search.search(aQuery({ q: ' !!! "" ' }), PUBLIC_READER)).total).toBe(0)
  }))

test('hits show where they match, in the words of the text', () =>
  withCases(async (search) => {
    const { hits } = await search.search(aQuery({ q: 'sykehjem beboere nattevakt' }), PUBLIC_READER)
    expect(marked(hits[0]?.titleParts ?? [])).toEqual(['sykehjem'])
    expect(marked(hits[0]?.snippet ?? [])).toEqual(['Nattevaktene'])
    const [inSummary] = (await search.search(aQuery({ q: 'sensorene' }), PUBLIC_READER)).hits
    expect(marked(inSummary?.snippet ?? [])).toEqual(['sensorer'])
    const [browsed] = (await search.search(aQuery({ county: '11' }), PUBLIC_READER)).hits
    expect(browsed?.snippet).toEqual([{ text: 'A pilot with self-driving buses.', match: false }])
  }))

test('markup in a text stays text', () =>
  withDatabase(async (db) => {
    const title = 'Varebil <script>alert(1)</script> & <mark>el</mark>'
    const search = await searchOver(db, [
      aDocument({ id: 'notice-1', title, body: `\ue000${title}\ue001\u0000` }),
    ])
    const [hit] = (await search.search(aQuery({ q: 'el alert' }), PUBLIC_READER)).hits
    expect(hit?.titleParts.map((part) => part.text).join('')).toBe(title)
    expect(marked(hit?.titleParts ?? [])).toEqual(['alert', 'el'])
    expect(
      hit?.snippet
        .map((part) => part.text)
        .join('')
        .trim(),
    ).toBe(title)
  }))

test('sorting by date, deadline and value puts those without one last', () =>
  withDatabase(async (db) => {
    const deadline = (day: string) => new Date(`2026-06-${day}T10:00:00Z`)
    const documents = [
      aDocument({ id: 'notice-a', publishedOn: '2024-01-01', deadlineAt: deadline('20'), valueNok: 5 }),
      aDocument({
        id: 'notice-b',
        publishedOn: '2025-01-01',
        deadlineAt: deadline('12'),
        valueNok: 100_000_000,
      }),
      aDocument({ id: 'notice-c', publishedOn: null, deadlineAt: null, valueNok: null }),
      aDocument({ id: 'notice-d', publishedOn: '2025-01-01', deadlineAt: deadline('01'), valueNok: 9.5 }),
    ]
    const search = await searchOver(db, documents, deadline('10'))
    const order = async (sort: string) => (await idsFor(search, { sort })).map((id) => id.at(-1)).join('')
    expect(await order('newest')).toBe('bdac')
    expect(await order('deadline')).toBe('badc')
    expect(await order('value')).toBe('bdac')
  }))

test('no text whatever makes the search fail', () =>
  withCases(async (search) => {
    const nasty = fc.constantFrom(
      '"',
      '«',
      "'",
      '\\',
      '-',
      '!',
      '&',
      '|',
      '(',
      ':*',
      '<->',
      '\u0000',
      '\ud800',
      '🚌',
      '%',
      ' ',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.oneof(nasty, fc.string(), fc.constantFrom('buss', 'og', '-ås')), { maxLength: 20 })
        .map((some) => some.join('')),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        const query = { ...aQuery(), q }
        const { total, hits } = await search.search(query, PUBLIC_READER)
        expect(total).toBe(hits.length)
        await search.suggest(q, { lang: 'nb', limit: 5 })
        await search.similar(q, { limit: 5 })
      }),
      { numRuns: 150 },
    )
    for (const q of [
      'a'.repeat(50_000),
      'ø -'.repeat(5000),
      '"'.repeat(5000),
      '-'.repeat(5000),
      'æ "'.repeat(2000),
    ]) {
      await search.search({ ...aQuery(), q }, PUBLIC_READER)
    }
  }))
