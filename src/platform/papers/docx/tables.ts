import {
  AlignmentType,
  BorderStyle,
  type ITableBordersOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { tableWidths } from '#src/platform/papers/column-widths.ts'
import type { Facts, Table as PaperTable, Run } from '#src/platform/papers/paper.ts'
import { runsOf } from '#src/platform/papers/tidy-paper.ts'
import type { Face, runMaker } from './runs.ts'
import { twips } from './styles.ts'

/** The width between the margins of an A4 page, in points. */
export const WIDTH = 451
/** About what a letter takes at the size of a cell. */
const LETTER = 5.6
const NAMES = 140

type MakeRuns = ReturnType<typeof runMaker>

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'B9BCBD' }
const LINES: ITableBordersOptions = {
  top: none,
  left: none,
  right: none,
  insideVertical: none,
  insideHorizontal: thin,
  bottom: thin,
}

/** A real table: its first row is marked as heads and stands again on each page, its first column where it is one. */
export function toTable(table: PaperTable, makeRuns: MakeRuns): Table {
  const widths = tableWidths(table, WIDTH - 12 * table.columns.length, (text) => text.length * LETTER)
  const columnWidths = widths.map((width) => twips(width + 12))
  const cell = (runs: readonly Run[], at: number, face: Face) =>
    toCell(makeRuns(runs, face), {
      width: columnWidths[at] ?? 0,
      right: table.columns[at]?.align === 'right',
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ title }, at) => cell([{ text: title }], at, { bold: true })),
  })
  const rows = table.rows.map(
    (texts) =>
      new TableRow({
        cantSplit: texts.every((text) => runsOf(text).every((run) => run.text.length < 1500)),
        children: texts.map((text, at) =>
          cell(runsOf(text), at, {
            bold: table.rowHeaders === true && at === 0,
            language: table.columns[at]?.language,
          }),
        ),
      }),
  )
  return asTable([head, ...rows], columnWidths, { firstRow: true, firstColumn: table.rowHeaders === true })
}

/** Names and values; the names are the heads of their rows. */
export function toFactsTable({ facts }: Facts, makeRuns: MakeRuns): Table {
  const columnWidths = [twips(NAMES), twips(WIDTH - NAMES)]
  const rows = facts.map(
    ({ name, value, language }) =>
      new TableRow({
        children: [
          toCell(makeRuns([{ text: name }], { bold: true }), { width: columnWidths[0] ?? 0, right: false }),
          toCell(makeRuns(runsOf(value), { language }), { width: columnWidths[1] ?? 0, right: false }),
        ],
      }),
  )
  return asTable(rows, columnWidths, { firstRow: false, firstColumn: true })
}

function toCell(
  children: ReturnType<MakeRuns>,
  { width, right }: { readonly width: number; readonly right: boolean },
): TableCell {
  const alignment = right ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style: 'PaperCell', alignment, children })],
  })
}

function asTable(
  rows: readonly TableRow[],
  columnWidths: readonly number[],
  heads: { readonly firstRow: boolean; readonly firstColumn: boolean },
): Table {
  return new Table({
    rows,
    columnWidths,
    width: { size: twips(WIDTH), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: LINES,
    margins: { left: 0, right: twips(12) },
    tableLook: { ...heads, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  })
}
