import { expect, test } from 'vitest'
import { cpuMsOf } from '#src/testing/cpu-time.ts'
import { aPaper } from '#src/testing/papers.ts'
import { allTags, readPdf } from '#src/testing/read-pdf.ts'
import { columnWidths } from './column-widths.ts'
import { heading, pageBreak, paragraph, table, toPdf } from './index.ts'
import { breakLines, type Measure } from './pdf/break-lines.ts'
import { STYLES } from './pdf/sheet.ts'

/** A font whose letters are all one wide. */
const measure: Measure = { widthOf: (text) => text.length, canDraw: () => true }

function lines(text: string, width: number): readonly string[] {
  return breakLines([{ text }], { face: STYLES.body, width, measure }).map(({ pieces }) =>
    pieces.map((piece) => piece.text).join(''),
  )
}

test('a line ends after a blank, and no word gets a hyphen', () => {
  expect(lines('felles anskaffelse av alarmer', 12)).toEqual(['felles ', 'anskaffelse ', 'av alarmer'])
})

test('a word may be divided where it has a hyphen or a slash of its own', () => {
  expect(lines('trygghets- og sensor/varslingsknapp', 14)).toEqual([
    'trygghets- og ',
    'sensor/',
    'varslingsknapp',
  ])
  expect(lines('IKT-anskaffelse', 12)).toEqual(['IKT-', 'anskaffelse'])
})

test('what belongs together stays together: a number and its unit, a range of years', () => {
  expect(lines('pris 1\u00a0000\u00a0kr', 8)).toEqual(['pris ', '1\u00a0000\u00a0kr'])
  expect(lines('fra 2016–2018', 9)).toEqual(['fra ', '2016–2018'])
})

test('a word goes on from one run to the next, and is not divided between them', () => {
  const runs = [{ text: 'se ' }, { text: 'kunngjøringen', link: 'https://example.org' }, { text: '.' }]
  const broken = breakLines(runs, { face: STYLES.body, width: 14, measure })
  expect(broken.map(({ pieces }) => pieces.map(({ text }) => text))).toEqual([
    ['se '],
    ['kunngjøringen', '.'],
  ])
})

test('columns get room for their longest word first, and what is left goes to those with most text', () => {
  const [narrow = 0, wide = 0] = columnWidths(
    [
      { least: 20, most: 20 },
      { least: 40, most: 900 },
    ],
    200,
  )
  expect(narrow + wide).toBeCloseTo(200)
  expect(narrow).toBeGreaterThanOrEqual(20)
  expect(wide).toBeGreaterThan(150)
  expect(
    columnWidths(
      [
        { least: 1, most: 1, share: 3 },
        { least: 90, most: 90, share: 1 },
      ],
      80,
    ),
  ).toEqual([60, 20])
})

test('a heading never stands alone at the foot of a page', async () => {
  for (let filling = 28; filling < 36; filling++) {
    const blocks = Array.from({ length: filling }, (_, at) => paragraph(`Avsnitt ${at}`))
    const { text } = await readPdf(
      await toPdf(aPaper([...blocks, heading(1, 'Overskriften'), paragraph('Teksten.')])),
    )
    const page = text.findIndex((one) => one.includes('Overskriften'))
    expect(text[page]).toContain('Teksten.')
  }
})

test('a page break begins a page', async () => {
  const { text } = await readPdf(await toPdf(aPaper([paragraph('Før'), pageBreak(), paragraph('Etter')])))
  expect(text.map((page) => [page.includes('Før'), page.includes('Etter')])).toEqual([
    [true, false],
    [false, true],
  ])
})

test('a table of five hundred rows has its heads on each page, is read aloud once, and does not take long', async () => {
  const rows = Array.from({ length: 500 }, (_, at) => [
    `Kommune ${at + 1}`,
    `${at * 17}`,
    'Deltar med opsjon fra 2027',
  ])
  const paper = aPaper([
    heading(1, 'Alle'),
    table(['Navn', { title: 'Innbyggere', align: 'right' }, 'Merknad'], rows),
  ])
  await toPdf(aPaper([paragraph('Så er skriften lest inn.')]))
  let bytes: Uint8Array = new Uint8Array()
  const took = await cpuMsOf(async () => {
    bytes = await toPdf(paper)
  })
  const { text, tags, pages } = await readPdf(bytes)
  const cells = allTags(tags).filter(({ role, text: told }) => /^T[HD]$/.test(role) && told !== '')

  expect(pages).toBeGreaterThan(15)
  for (const page of text) expect(page).toContain('Innbyggere')
  expect(cells.filter((cell) => cell.role === 'TH')).toHaveLength(3)
  expect(cells).toHaveLength(3 + 1500)
  expect(cells.at(-3)?.text).toBe('Kommune 500')
  expect(took).toBeLessThan(5000)
}, 60_000)
