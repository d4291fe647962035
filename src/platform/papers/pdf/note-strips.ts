import type { Note } from '#src/platform/papers/paper.ts'
import { runsOf } from '#src/platform/papers/tidy-paper.ts'
import type { Measure } from './break-lines.ts'
import { COLUMN, INK, SHEET, STYLES } from './sheet.ts'
import { airStrip, onGround, type Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'
import { textStrips } from './text-strips.ts'

const PAD = 14
const BAR = 3

type Context = { readonly measure: Measure; readonly root: Tag; readonly gap: number; readonly id: string }

/** What stands beside the text: on a ground of its own, with a bar at its side. */
export function noteStrips({ title, text, tone, language }: Note, context: Context): readonly Strip[] {
  const { measure, root, gap, id } = context
  const whole = tag(root, 'Note', { lang: language, id })
  const place = { measure, left: SHEET.left + PAD + BAR, width: COLUMN - 2 * PAD - BAR, gap: 0 }
  const color = tone === 'care' ? INK.careBand : INK.band
  const bar = tone === 'care' ? INK.careLine : INK.plainLine
  const strips = [
    { ...airStrip(PAD - 3), gap },
    ...(title
      ? textStrips([{ text: title }], { ...place, style: STYLES.heading3, tag: tag(whole, 'P'), leads: true })
      : []),
    ...textStrips(runsOf(text), { ...place, style: STYLES.body, tag: tag(whole, 'P') }),
    airStrip(PAD - 3, false),
  ]
  return onGround(strips, (painter, { top, height }) => {
    painter.box({ left: SHEET.left, top, width: COLUMN, height, color })
    painter.box({ left: SHEET.left, top, width: BAR, height, color: bar })
  })
}
