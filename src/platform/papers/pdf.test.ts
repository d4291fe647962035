import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aPaper, aPng } from '#src/testing/papers.ts'
import { mustBeXml } from '#src/testing/read-docx.ts'
import { allTags, rawPdf, readPdf } from '#src/testing/read-pdf.ts'
import {
  bullets,
  emphasis,
  facts,
  figures,
  heading,
  link,
  note,
  numbered,
  paragraph,
  picture,
  signatures,
  strong,
  table,
  toPdf,
} from './index.ts'

const everything = aPaper(
  [
    heading(1, 'Hva saken gjelder'),
    paragraph([
      'Fem kommuner ',
      strong('skal'),
      ' kjøpe ',
      emphasis('sammen'),
      ', se ',
      link('kunngjøringen', 'https://example.org/1'),
      '.',
    ]),
    bullets(['Alarmer', { text: 'Tjenester', items: ['Respons', 'Drift'] }]),
    numbered(['Først', 'Så']),
    heading(2, 'Økonomi'),
    table(
      ['Kommune', { title: 'Innbyggere', align: 'right' }],
      [
        ['Røyrvik', '469'],
        ['Snåsa', '2 024'],
      ],
      {
        caption: 'Hvem som er med',
        rowHeaders: true,
      },
    ),
    heading(3, 'Forbehold'),
    figures([{ value: '85 %', text: 'færre turer' }]),
    note('Konkurransen må dere holde selv.', { title: 'Husk', tone: 'care' }),
    paragraph('Den här texten är på svenska.', { language: 'sv' }),
    picture(aPng({ alpha: true }), 'En grå firkant', { caption: 'Figur 1' }),
    facts([['Frist', '1. mars']]),
    signatures([{ name: 'Kari Nordmann', role: 'ordfører', organisation: 'Grong kommune' }]),
  ],
  {
    title: 'Alarmer & tilsyn <felles>',
    sort: 'Saksframlegg',
    lead: 'Kommunestyret blir bedt om å gi fullmakt.',
    journal: { from: 'Grong kommune', accessBasis: 'offl. § 23 første ledd', archiveReference: '26/1234-7' },
    footer: 'Spydspiss',
    author: 'Grong kommune',
    rights: 'CC BY 4.0',
  },
)

test('everything in a paper is read aloud in order, as what it is', async () => {
  const { tags } = await readPdf(await toPdf(everything))
  const documents = tags.flatMap(({ children }) => children)
  const seen = documents.flatMap(({ children }) => children)

  expect(new Set(documents.map(({ role }) => role))).toEqual(new Set(['Document']))
  expect(seen.map(({ role, text }) => (text ? `${role} ${text}` : role))).toEqual([
    'P Saksframlegg',
    'H1 Alarmer & tilsyn <felles>',
    'P Kommunestyret blir bedt om å gi fullmakt.',
    'L',
    'H2 Hva saken gjelder',
    'P Fem kommuner skal kjøpe sammen, se.',
    'L',
    'L',
    'H3 Økonomi',
    'Table',
    'H4 Forbehold',
    'L',
    'Note',
    'P Den här texten är på svenska.',
    'Figure',
    'P Figur 1',
    'L',
    'P For',
    'P Grong kommune',
    'P Sted og dato',
    'P Underskrift',
    'P Kari Nordmann',
    'P Navn, ordfører',
  ])
})

test('a list has labels and bodies, and the list below an entry lies in its body', async () => {
  const tags = allTags((await readPdf(await toPdf(everything))).tags)
  const list = tags.filter(({ role }) => role === 'L')[1]

  expect(list?.children.map(({ role }) => role)).toEqual(['LI', 'LI'])
  expect(list?.children[1]?.children.map(({ role, text }) => [role, text.trim()])).toEqual([
    ['Lbl', '•'],
    ['LBody', 'Tjenester'],
  ])
  expect(list?.children[1]?.children[1]?.children.map(({ role }) => role)).toEqual(['L'])
})

test('a table says which cells are heads, and of what', async () => {
  const bytes = await toPdf(everything)
  const whole = allTags((await readPdf(bytes)).tags).find(({ role }) => role === 'Table')
  const rows = allTags(whole ? [whole] : []).filter(({ role }) => role === 'TR')

  expect(whole?.children.map(({ role }) => role)).toEqual(['Caption', 'THead', 'TBody'])
  expect(whole?.children[0]?.text).toBe('Hvem som er med')
  expect(rows.map(({ children }) => children.map(({ role, text }) => `${role} ${text}`))).toEqual([
    ['TH Kommune', 'TH Innbyggere'],
    ['TH Røyrvik', 'TD 469'],
    ['TH Snåsa', 'TD 2 024'],
  ])
  const raw = rawPdf(bytes)
  expect(raw.match(/\/Scope \/Column/g)).toHaveLength(2)
  expect(raw.match(/\/Scope \/Row/g)).toHaveLength(2)
})

test('a picture has its words, a link its address, and a text in another language says so', async () => {
  const { tags, links } = await readPdf(await toPdf(everything))
  const all = allTags(tags)

  expect(all.find(({ role }) => role === 'Figure')?.alt).toBe('En grå firkant')
  expect(all.find(({ role }) => role === 'Link')?.text).toBe('kunngjøringen')
  expect(links).toEqual([{ url: 'https://example.org/1', says: 'kunngjøringen' }])
  expect(all.find(({ text }) => text.startsWith('Den här'))?.lang).toBe('sv')
})

test('the file says what it is: language, title, bookmarks, and the standards it keeps', async () => {
  const bytes = await toPdf(everything)
  const pdf = await readPdf(bytes)
  const raw = rawPdf(bytes)

  expect([pdf.lang, pdf.title, pdf.marked]).toEqual(['nb-NO', 'Alarmer & tilsyn <felles>', true])
  expect(pdf.outline).toEqual([
    {
      title: 'Hva saken gjelder',
      items: [{ title: 'Økonomi', items: [{ title: 'Forbehold', items: [] }] }],
    },
  ])
  mustBeXml('XMP', pdf.metadata)
  expect(pdf.metadata).toContain('Alarmer &amp; tilsyn &lt;felles&gt;')
  for (const said of [
    '<pdfuaid:part>1<',
    '<pdfaid:part>2<',
    '<pdfaid:conformance>A<',
    '>CC BY 4.0<',
    '>26/1234-7<',
  ]) {
    expect(pdf.metadata).toContain(said)
  }
  expect(raw).toContain('%PDF-1.7')
  expect(raw).toContain('/DisplayDocTitle true')
  expect(raw.match(/\/Tabs \/S/g)).toHaveLength(pdf.pages)
  expect(raw).toContain('/GTS_PDFA1')
  expect(raw).toMatch(/\/IDTree/)
})

test('every font is embedded, and none of them draws the sign for a missing letter', async () => {
  const raw = rawPdf(await toPdf(aPaper([paragraph('đŋšž ŧč «–» 1\u202f000 kr, 5\u00a0%, ≥ ✓ 漢 🎉')])))
  const fonts = raw.match(/\/Type \/FontDescriptor/g)?.length

  expect(fonts).toBeGreaterThan(0)
  expect(raw.match(/\/FontFile2 /g)).toHaveLength(fonts ?? 0)
  const drawn = [...raw.matchAll(/\[([^\]]*)\] TJ/g)].flatMap(
    ([, shown]) => shown?.match(/[0-9a-f]{4}(?=[0-9a-f]*>)/g) ?? [],
  )
  expect(drawn.length).toBeGreaterThan(30)
  expect(drawn).not.toContain('0000')
})

test('each page says which it is, outside of what is read aloud', async () => {
  const pdf = await readPdf(await toPdf(aPaper([paragraph('Lang tekst. '.repeat(900))], { footer: 'Fot' })))

  expect(pdf.pages).toBeGreaterThan(2)
  for (const [at, text] of pdf.text.entries()) expect(text).toContain(`Side ${at + 1} av ${pdf.pages}`)
  expect(allTags(pdf.tags).some(({ text }) => text.includes('Side '))).toBe(false)
})

test('nothing is drawn that is neither read aloud nor known to be there for the eye only', async () => {
  const pages = rawPdf(await toPdf(everything))
    .split('\nendstream')
    .map((part) => part.slice(part.indexOf('stream\n')))
    .filter((stream) => / TJ\n/.test(stream))
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) {
    let depth = 0
    for (const line of page.split('\n')) {
      if (/ (BDC|BMC)$/.test(line)) depth += 1
      if (line === 'EMC') depth -= 1
      if (/( TJ|^S|^f| Do)$/.test(line)) expect(depth, line).toBeGreaterThan(0)
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
  }
})

test('the same paper gives the same bytes, and another date others', async () => {
  const [one, other] = [await toPdf(everything), await toPdf(everything)]
  const later = await toPdf({ ...everything, madeAt: new Date('2026-11-22T12:00:00Z') })

  expect(Buffer.compare(one, other)).toBe(0)
  expect(Buffer.compare(one, later)).not.toBe(0)
})

test('the fonts are the ones that the list of fonts tells of', () => {
  const folder = new URL('../../../data/fonts/', import.meta.url)
  const rows = [
    ...readFileSync(new URL('README.md', folder), 'utf8').matchAll(/\| (\S+\.ttf) \| `(\w+)` \|/g),
  ]
  const digests = rows.map(([, name = '']) =>
    createHash('sha256')
      .update(readFileSync(new URL(name, folder)))
      .digest('hex'),
  )
  expect(rows).toHaveLength(3)
  expect(digests).toEqual(rows.map(([, , digest]) => digest))
})
