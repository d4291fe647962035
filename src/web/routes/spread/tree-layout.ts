import type { TreeNode } from '#src/web/present/spread-view.ts'

export const COLUMN = 240
export const ROW = 44
const MARGIN = 12
/** What fits in a column; the whole name stands in the table. */
const LONGEST = 28

export type Dot = { readonly key: string; readonly name: string; readonly x: number; readonly y: number }
export type Layout = {
  readonly dots: readonly Dot[]
  /** From one to the next, as paths. */
  readonly lines: readonly { readonly key: string; readonly path: string }[]
  readonly width: number
  readonly height: number
}

/** From left to right: each stands in the middle of those who took it from there, and no two on one line. */
export function layOut(tree: TreeNode): Layout {
  const dots: Dot[] = []
  const lines: { key: string; path: string }[] = []
  let rows = 0
  const place = (node: TreeNode, depth: number): Dot => {
    const next = node.next.map((one) => place(one, depth + 1))
    const [first, last] = [next[0], next.at(-1)]
    const y = first && last ? (first.y + last.y) / 2 : MARGIN + ROW * rows++ + ROW / 2
    const dot = { key: node.key, name: shortened(node.name), x: MARGIN + depth * COLUMN, y }
    dots.push(dot)
    for (const one of next) lines.push({ key: one.key, path: curve(dot, one) })
    return dot
  }
  place(tree, 0)
  const columns = Math.max(...dots.map(({ x }) => x)) + COLUMN
  return { dots, lines, width: columns, height: rows * ROW + 2 * MARGIN }
}

function curve(from: Dot, to: Dot): string {
  const middle = to.x - ROW / 2
  return `M${from.x} ${from.y} H${middle - ROW / 2} Q${middle} ${from.y} ${middle} ${(from.y + to.y) / 2} T${to.x} ${to.y}`
}

function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name
}
