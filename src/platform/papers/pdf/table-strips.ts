import { tableWidths } from '#src/platform/papers/column-widths.ts'
import type { Column, Table, Text } from '#src/platform/papers/paper.ts'
import { runsOf } from '#src/platform/papers/tidy-paper.ts'
import { breakLines, type Measure } from './break-lines.ts'
import { drawSilently, heightOf, type Row, rowStrips } from './row-strips.ts'
import { COLUMN, INK, SHEET, STYLES, type TextStyle } from './sheet.ts'
import { ROOM, type Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'
import { type Cell, textStrips } from './text-strips.ts'

const PAD = 5
const BETWEEN = 12
type Spot = { readonly left: number; readonly width: number; readonly align: Column['align'] }

/** A table whose heads stand again on each page; read aloud, they are told once and belong to every cell. */
export function tableStrips(table: Table, { measure, root, gap }: Context): readonly Strip[] {
  const whole = tag(root, 'Table')
  const spots = spotsOf(table, measure)
  const headRow = toRow(
    table.columns.map(({ title }) => title),
    { spots, measure, styleOf: () => STYLES.cellHead },
    tagged(tag(tag(whole, 'THead'), 'TR'), () => ({ scope: 'Column' })),
  )
  const head: Row = {
    ...headRow,
    gap: table.caption ? 4 : gap,
    rule: { ...headRow.rule, color: INK.strongLine, thick: 1.25 },
    keepsWithNext: true,
  }
  const isLow = heightOf(head) <= ROOM / 3
  const over = {
    height: heightOf(head),
    draw: (painter: Parameters<Strip['draw']>[0], top: number) => drawSilently(painter, head, top),
  }
  const body = tag(whole, 'TBody')
  const rows = table.rows.flatMap((cells) => {
    const tags = tagged(tag(body, 'TR'), (at) => ({
      scope: table.rowHeaders && at === 0 ? 'Row' : null,
      lang: table.columns[at]?.language,
    }))
    const styleOf = (at: number) => (table.rowHeaders && at === 0 ? STYLES.rowHead : STYLES.cell)
    return rowStrips({ ...toRow(cells, { spots, measure, styleOf }, tags), ...(isLow && { over }) })
  })
  return [...captionStrips(table, { measure, root: whole, gap }), ...rowStrips(head), ...rows]
}

type Context = { readonly measure: Measure; readonly root: Tag; readonly gap: number }

function captionStrips({ caption }: Table, { measure, root, gap }: Context): readonly Strip[] {
  if (!caption) return []
  const place = { measure, style: STYLES.caption, left: SHEET.left, width: COLUMN, gap, leads: true }
  return textStrips([{ text: caption }], { ...place, tag: tag(root, 'Caption') })
}

type CellFacts = { readonly scope: 'Column' | 'Row' | null; readonly lang?: string | undefined }

/** The tag of each cell of a row: a head with what it is the head of, or an ordinary cell. */
function tagged(row: Tag, factsOf: (at: number) => CellFacts): (at: number) => Tag {
  return (at) => {
    const { scope, lang } = factsOf(at)
    return scope
      ? tag(row, 'TH', { lang, attributes: { O: 'Table', Scope: scope } })
      : tag(row, 'TD', { lang })
  }
}

type Setting = {
  readonly spots: readonly Spot[]
  readonly measure: Measure
  readonly styleOf: (at: number) => TextStyle
}

function toRow(
  texts: readonly Text[],
  { spots, measure, styleOf }: Setting,
  tagOf: (at: number) => Tag,
): Row {
  const cells = spots.map((spot, at): Cell => {
    const style = styleOf(at)
    const runs = runsOf(texts[at] ?? '').filter(({ text }) => text !== '')
    const lines = runs.length > 0 ? breakLines(runs, { face: style, width: spot.width, measure }) : []
    return { ...spot, style, lines, tag: tagOf(at) }
  })
  const rule = { left: SHEET.left, right: SHEET.left + COLUMN, color: INK.line }
  return { cells, leading: STYLES.cell.leading, gap: 0, pad: PAD, rule }
}

function spotsOf(table: Table, measure: Measure): readonly Spot[] {
  const room = Math.max(COLUMN - BETWEEN * (table.columns.length - 1), 1)
  const widths = tableWidths(table, room, (text) => measure.widthOf(text, STYLES.cellHead))
  let left: number = SHEET.left
  return table.columns.map(({ align }, at) => {
    const width = widths[at] ?? 0
    const spot = { left, width, align }
    left += width + BETWEEN
    return spot
  })
}
