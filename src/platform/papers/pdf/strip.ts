import type { Painter } from './painter.ts'
import { SHEET } from './sheet.ts'

/** A piece of a page from side to side that is never divided: a line, a row of a table, a picture. */
export type Strip = {
  readonly height: number
  /** The air above it, which a page does not begin with. */
  readonly gap: number
  /** Whether it would be left alone at the foot of a page: a heading without its text, a row of heads. */
  readonly keepsWithNext: boolean
  readonly draw: (painter: Painter, top: number) => void
  /** What stands over it when it comes first on a page: the heads of its table. */
  readonly over?: Pick<Strip, 'height' | 'draw'>
  readonly startsPage?: boolean
}

const FOOT = SHEET.height - SHEET.bottom
export const ROOM = FOOT - SHEET.top
/** Half a point of rounding is no reason to turn the page. */
const SLACK = 0.5

/** Lays strips on page after page, so that what belongs together stays together as far as there is room. */
export function layStrips(strips: readonly Strip[], painter: Painter, from: number): void {
  let top = from
  let isFirst = from === SHEET.top
  for (const [at, strip] of strips.entries()) {
    if (!isFirst && (strip.startsPage || !hasRoom(strips, at, top + strip.gap))) {
      painter.newPage()
      top = SHEET.top
      isFirst = true
      strip.over?.draw(painter, top)
      top += strip.over?.height ?? 0
    }
    if (!isFirst) top += strip.gap
    strip.draw(painter, top)
    top += strip.height
    isFirst = false
  }
}

/** Whether a strip has room with all that must stand on its page; by itself, when those are more than a page. */
function hasRoom(strips: readonly Strip[], at: number, top: number): boolean {
  const group = heightOfGroup(strips, at)
  const needed = group > ROOM ? (strips[at]?.height ?? 0) : group
  return top + needed <= FOOT + SLACK
}

function heightOfGroup(strips: readonly Strip[], from: number): number {
  let height = 0
  for (let at = from; at < strips.length; at++) {
    const strip = strips[at]
    if (!strip) break
    height += strip.height + (at === from ? 0 : strip.gap)
    if (!strip.keepsWithNext || height > ROOM) break
  }
  return height
}

/** The strips on a ground of their own: one behind them all, and together, where they are not too many for that. */
export function onGround(
  strips: readonly Strip[],
  ground: (painter: Painter, at: { top: number; height: number }) => void,
): readonly Strip[] {
  const height = strips.reduce((sum, strip) => sum + strip.height, 0)
  const isWhole = height <= ROOM / 2
  return strips.map((strip, at) => ({
    ...strip,
    gap: at === 0 ? strip.gap : 0,
    keepsWithNext: isWhole ? at < strips.length - 1 : strip.keepsWithNext,
    draw: (painter, top) => {
      if (!isWhole) ground(painter, { top, height: strip.height })
      else if (at === 0) ground(painter, { top, height })
      strip.draw(painter, top)
    },
  }))
}

/** Air that belongs to a ground. */
export function airStrip(height: number, keepsWithNext = true): Strip {
  return { height, gap: 0, keepsWithNext, draw: () => {} }
}
