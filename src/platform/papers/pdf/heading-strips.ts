import type { Heading } from '#src/platform/papers/paper.ts'
import type { Measure } from './break-lines.ts'
import type { PaperDocument } from './paper-document.ts'
import { COLUMN, SHEET, STYLES } from './sheet.ts'
import type { Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'
import { textStrips } from './text-strips.ts'

/** The title is the first level, so what divides the paper begins at the second. */
const TAGS = { 1: 'H2', 2: 'H3', 3: 'H4' } as const
const ABOVE = { 1: 26, 2: 18, 3: 14 } as const

type Context = {
  readonly measure: Measure
  readonly root: Tag
  readonly bookmark: (heading: Heading, top: number) => void
}

export function headingStrips(heading: Heading, { measure, root, bookmark }: Context): readonly Strip[] {
  const { level, text, language } = heading
  const strips = textStrips([{ text }], {
    measure,
    style: STYLES[`heading${level}`],
    left: SHEET.left,
    width: COLUMN,
    gap: ABOVE[level],
    tag: tag(root, TAGS[level], { lang: language }),
    leads: true,
  })
  return strips.map((strip, at) => ({
    ...strip,
    draw: (painter, top) => {
      if (at === 0) bookmark(heading, top)
      strip.draw(painter, top)
    },
  }))
}

/** The headings as the reader's table of contents, each where it stands. */
export function bookmarksIn(doc: PaperDocument): Context['bookmark'] {
  const above: PDFKit.PDFOutline[] = [doc.outline]
  return ({ level, text }, top) => {
    const parent = above[level - 1] ?? doc.outline
    // pdfkit counts `left` from the right edge.
    const place = { fit: false, top: top - 12, left: SHEET.width, expanded: level === 1 }
    above.splice(level, Number.POSITIVE_INFINITY, parent.addItem(text, place))
  }
}
