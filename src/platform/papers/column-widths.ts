import type { Table } from './paper.ts'
import { plainText } from './tidy-paper.ts'

type ColumnNeed = {
  /** The widest word: narrower, and words are cut. */
  readonly least: number
  /** All on one line. */
  readonly most: number
  readonly share?: number | undefined
}

/**
 * Widths that fill `width`. Columns with shares get theirs. Else each gets its widest word where there is room for
 * that, and the rest goes to those who would else need most lines; a table with little in it keeps to the left.
 */
export function columnWidths(columns: readonly ColumnNeed[], width: number): readonly number[] {
  if (columns.some(({ share }) => share !== undefined)) {
    const shares = columns.map(({ share = 1 }) => Math.max(share, 0.01))
    return scaled(shares, width)
  }
  const least = columns.map((column) => Math.min(column.least, width))
  const most = columns.map((column, at) => Math.max(column.most, least[at] ?? 0))
  if (sum(most) <= width)
    return scaled(
      most.map((one) => one + (width - sum(most)) / most.length),
      width,
    )
  if (sum(least) >= width) return scaled(least, width)
  const wish = most.map((one, at) => Math.sqrt(one - (least[at] ?? 0)))
  const spare = width - sum(least)
  return least.map((one, at) => one + (spare * (wish[at] ?? 0)) / (sum(wish) || 1))
}

function scaled(parts: readonly number[], width: number): readonly number[] {
  const total = sum(parts)
  return parts.map((part) => (part * width) / total)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** The beginning of a long table, and the longest texts in it, are enough to know how wide a column wants to be. */
const SAMPLE = 200
const LONGEST = 40

/** How wide the columns of a table will be, whoever writes it; each has its own way to tell the width of a text. */
export function tableWidths(
  table: Table,
  width: number,
  widthOf: (text: string) => number,
): readonly number[] {
  const rows = table.rows.slice(0, SAMPLE)
  const needs = table.columns.map(({ title, share }, at): ColumnNeed => {
    const texts = [title, ...rows.map((cells) => plainText(cells[at] ?? '').slice(0, SAMPLE))]
    const words = texts.flatMap((text) => text.split(/[\s/]|(?<=[-–])/))
    const widest = (all: readonly string[]) => Math.max(...longest(all).map(widthOf)) + 1
    return { least: widest(words), most: widest(texts), share }
  })
  return columnWidths(needs, width)
}

function longest(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted((one, other) => other.length - one.length).slice(0, LONGEST)
}
