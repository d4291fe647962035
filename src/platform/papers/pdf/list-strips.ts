import type { List, ListItem, Text } from '#src/platform/papers/paper.ts'
import { runsOf } from '#src/platform/papers/tidy-paper.ts'
import { breakLines, type Measure } from './break-lines.ts'
import { COLUMN, SHEET, STYLES } from './sheet.ts'
import type { Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'
import { textStrips } from './text-strips.ts'

const INDENT = 20
const GAP = 4

type Context = { readonly measure: Measure; readonly root: Tag; readonly gap: number }

export function listStrips(list: List, { measure, root, gap }: Context): readonly Strip[] {
  const ListNumbering = list.numbered ? 'Decimal' : 'Disc'
  const whole = tag(root, 'L', { lang: list.language, attributes: { O: 'List', ListNumbering } })
  return list.items.flatMap((item, at) =>
    itemStrips(item, {
      measure,
      root: whole,
      gap: at === 0 ? gap : GAP,
      left: SHEET.left,
      label: list.numbered ? `${at + 1}.` : '•',
    }),
  )
}

type Place = Context & { readonly left: number; readonly label: string }

function itemStrips({ text, items = [] }: ListItem, place: Place): readonly Strip[] {
  const { measure, left } = place
  const item = tag(place.root, 'LI')
  const body = tag(item, 'LBody')
  const own = labelled(text, { ...place, item, body })
  const below = tag(body, 'L', { attributes: { O: 'List', ListNumbering: 'Circle' } })
  const nested = items.flatMap((one: Text) => {
    const nestedItem = tag(below, 'LI')
    const nestedBody = tag(nestedItem, 'LBody')
    const at = { measure, left: left + INDENT, label: '◦', gap: GAP, root: below }
    return labelled(one, { ...at, item: nestedItem, body: nestedBody })
  })
  return [...own, ...nested]
}

/** The text beside its label, which stands on the line where the text begins. */
function labelled(text: Text, place: Place & { readonly item: Tag; readonly body: Tag }): readonly Strip[] {
  const { measure, left, gap, item, body } = place
  const style = STYLES.body
  const indent = Math.max(INDENT, measure.widthOf(`${place.label} `, style) + 4)
  const width = SHEET.left + COLUMN - left - indent
  const [label] = breakLines([{ text: `${place.label} ` }], { face: style, width: COLUMN, measure })
  const labelTag = tag(item, 'Lbl')
  const strips = textStrips(runsOf(text), { measure, style, left: left + indent, width, gap, tag: body })
  return strips.map((strip, at) =>
    at > 0 || !label
      ? strip
      : {
          ...strip,
          draw: (painter, top) => {
            painter.line(label, { left, top, style, tag: labelTag })
            strip.draw(painter, top)
          },
        },
  )
}
