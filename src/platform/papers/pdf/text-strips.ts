import type { Run } from '#src/platform/papers/paper.ts'
import { breakLines, type Line, type Measure } from './break-lines.ts'
import type { TextStyle } from './sheet.ts'
import type { Strip } from './strip.ts'
import type { Tag } from './structure.ts'

export type TextPlace = {
  readonly measure: Measure
  readonly style: TextStyle
  readonly left: number
  readonly width: number
  readonly gap: number
  readonly tag: Tag
  /** For headings: all lines stay together and with what comes next. */
  readonly leads?: boolean
}

/** A text as a strip for each line; no line of it stands alone on a page. */
export function textStrips(runs: readonly Run[], place: TextPlace): readonly Strip[] {
  const { measure, style, left, width, gap, tag, leads = false } = place
  const lines = breakLines(runs, { face: style, width, measure })
  return lines.map((line, at) => ({
    height: style.leading,
    gap: at === 0 ? gap : 0,
    keepsWithNext: leads || keepsLine(at, lines.length),
    draw: (painter, top) => painter.line(line, { left, top, style, tag }),
  }))
}

function keepsLine(at: number, lines: number): boolean {
  return (at === 0 && lines > 1) || at === lines - 2
}

export type Cell = {
  readonly lines: readonly Line[]
  readonly left: number
  readonly width: number
  readonly style: TextStyle
  readonly align?: 'left' | 'right' | undefined
  readonly tag: Tag
}

/** Where a line of a cell begins. */
export function leftOf({ left, width, align }: Cell, line: Line): number {
  return align === 'right' ? left + width - line.width : left
}
