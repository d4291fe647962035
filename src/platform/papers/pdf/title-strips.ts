import type { Paper } from '#src/platform/papers/paper.ts'
import type { Measure } from './break-lines.ts'
import { COLUMN, INK, SHEET, STYLES } from './sheet.ts'
import { airStrip, onGround, type Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'
import { textStrips } from './text-strips.ts'

type Context = { readonly measure: Measure; readonly root: Tag }

/** The tinted top of the first page, from edge to edge: what this is, in one glance. */
export function titleStrips(paper: Paper, { measure, root }: Context): readonly Strip[] {
  const { sort, title, lead, titleLanguage: lang } = paper
  const place = { measure, left: SHEET.left, width: COLUMN, gap: 0, leads: true }
  const strips = [
    airStrip(60),
    ...(sort ? textStrips([{ text: sort }], { ...place, style: STYLES.sort, tag: tag(root, 'P') }) : []),
    ...(sort ? [airStrip(6)] : []),
    ...textStrips([{ text: title }], { ...place, style: STYLES.title, tag: tag(root, 'H1', { lang }) }),
    ...(lead
      ? [
          airStrip(10),
          ...textStrips([{ text: lead }], { ...place, style: STYLES.lead, tag: tag(root, 'P', { lang }) }),
        ]
      : []),
    airStrip(26, false),
  ]
  return onGround(strips, (painter, { top, height }) =>
    painter.box({ left: 0, top, width: SHEET.width, height, color: INK.band }),
  )
}
