import type { Painter } from './painter.ts'
import { ROOM, type Strip } from './strip.ts'
import { type Cell, leftOf } from './text-strips.ts'

export type Row = {
  readonly cells: readonly Cell[]
  readonly leading: number
  readonly gap: number
  /** The air above and below the text. */
  readonly pad: number
  readonly rule: {
    readonly left: number
    readonly right: number
    readonly color: string
    readonly thick?: number
  }
  readonly over?: Strip['over']
  readonly keepsWithNext?: boolean
}

/** A row as one strip; one that would fill half a page goes line by line, so that it can go on to the next. */
export function rowStrips(row: Row): readonly Strip[] {
  const { leading, pad, gap, over, keepsWithNext = false } = row
  const count = Math.max(1, ...row.cells.map(({ lines }) => lines.length))
  const step = count * leading > ROOM / 2 ? 1 : count
  const strips: Strip[] = []
  for (let from = 0; from < count; from += step) {
    const isFirst = from === 0
    const isLast = from + step >= count
    const above = isFirst ? pad : 0
    const height = above + step * leading + (isLast ? pad : 0)
    strips.push({
      height,
      gap: isFirst ? gap : 0,
      keepsWithNext,
      ...(over && { over }),
      draw: (painter, top) => {
        drawCells(painter, row, { from, to: from + step, top: top + above })
        if (isLast) painter.rule({ ...row.rule, top: top + height })
      },
    })
  }
  return strips
}

type Slice = { readonly from: number; readonly to: number; readonly top: number }

function drawCells(painter: Painter, { cells, leading }: Row, { from, to, top }: Slice): void {
  for (const cell of cells) {
    const { lines, style, tag } = cell
    for (const [at, line] of lines.slice(from, to).entries()) {
      painter.line(line, { left: leftOf(cell, line), top: top + at * leading, style, tag })
    }
    // A cell with nothing in it is a cell all the same.
    if (from === 0 && lines.length === 0) painter.structure.within(tag)
  }
}

/** The row as it stands again at the top of a page: seen, and not read aloud once more. */
export function drawSilently(painter: Painter, { cells, leading, pad, rule }: Row, top: number): void {
  for (const cell of cells) {
    for (const [at, line] of cell.lines.entries()) {
      painter.silentLine(line, { left: leftOf(cell, line), top: top + pad + at * leading, style: cell.style })
    }
  }
  painter.rule({ ...rule, top: top + heightOf({ cells, leading, pad }) })
}

export function heightOf({ cells, leading, pad }: Pick<Row, 'cells' | 'leading' | 'pad'>): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * leading + 2 * pad
}
