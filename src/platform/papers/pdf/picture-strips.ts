import type { Picture } from '#src/platform/papers/paper.ts'
import { readPicture } from '#src/platform/papers/read-picture.ts'
import type { Measure } from './break-lines.ts'
import { COLUMN, SHEET, STYLES } from './sheet.ts'
import { ROOM, type Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'
import { textStrips } from './text-strips.ts'

/** A pixel is a 96th of an inch, and a point a 72nd. */
const POINTS_PER_PIXEL = 0.75
/** Leaves room on the page for a caption and a line of text. */
const TALLEST = ROOM * 0.8

type Context = { readonly measure: Measure; readonly root: Tag; readonly gap: number }

export function pictureStrips(picture: Picture, { measure, root, gap }: Context): readonly Strip[] {
  const facts = readPicture(picture.bytes)
  if (!facts) return []
  const wish = picture.share ? COLUMN * Math.min(picture.share, 1) : facts.width * POINTS_PER_PIXEL
  const scale = Math.min(wish / facts.width, COLUMN / facts.width, TALLEST / facts.height)
  const [width, height] = [facts.width * scale, facts.height * scale]
  const strip: Strip = {
    height,
    gap,
    keepsWithNext: picture.caption !== undefined,
    draw: ({ doc, structure }, top) => {
      const bbox = [SHEET.left, top, SHEET.left + width, top + height] as const
      structure.within(tag(root, 'Figure', { alt: picture.alt, bbox }))
      doc.image(Buffer.from(picture.bytes), SHEET.left, top, { width, height })
    },
  }
  if (!picture.caption) return [strip]
  const place = { measure, style: STYLES.quiet, left: SHEET.left, width: COLUMN, gap: 6, leads: false }
  return [strip, ...textStrips([{ text: picture.caption }], { ...place, tag: tag(root, 'P') })]
}
