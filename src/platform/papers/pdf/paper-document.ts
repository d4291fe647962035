import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import type { Paper } from '#src/platform/papers/paper.ts'
import { type Face, type FontName, SHEET } from './sheet.ts'
import { metadataXml } from './xmp.ts'

const FONT_FILES: Readonly<Record<FontName, string>> = {
  regular: 'Inter-Regular.ttf',
  strong: 'Inter-SemiBold.ttf',
  emphasis: 'Inter-Italic.ttf',
}
const fonts = new Map<FontName, Uint8Array>()

function fontBytes(name: FontName): Uint8Array {
  const known = fonts.get(name)
  if (known) return known
  const bytes = readFileSync(new URL(`../../../../data/fonts/${FONT_FILES[name]}`, import.meta.url))
  fonts.set(name, bytes)
  return bytes
}

const LANGUAGE_TAGS = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const
export const PROGRAM = 'Spydspiss'

type FontInUse = {
  readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
}

/**
 * A PDF 1.7 that says it is PDF/A-2a and PDF/UA-1: what pdfkit makes, with the metadata and the attributes that it
 * leaves to us. This is the one place that knows pdfkit from within; the version is pinned, and the tests read back
 * what comes out.
 */
export class PaperDocument extends PDFDocument {
  declare readonly _font: FontInUse
  readonly paper: Paper

  constructor(paper: Paper) {
    super({
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: LANGUAGE_TAGS[paper.language],
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: false,
      size: [SHEET.width, SHEET.height],
      margin: 0,
      info: {
        Title: paper.title,
        Producer: PROGRAM,
        Creator: PROGRAM,
        CreationDate: paper.madeAt,
        ModDate: paper.madeAt,
        ...(paper.author && { Author: paper.author }),
        ...(paper.lead && { Subject: paper.lead }),
      },
    })
    this.paper = paper
    for (const name of Object.keys(FONT_FILES) as FontName[])
      this.registerFont(name, fontBytes(name) as Buffer)
  }

  /** pdfkit would write the title as it is, also where it is no XML. */
  _addInfo(): void {
    this.appendXML(metadataXml(this.paper, PROGRAM))
  }

  use({ font, size }: Pick<Face, 'font' | 'size'>): this {
    return this.font(font).fontSize(size)
  }

  widthOf(text: string, face: Pick<Face, 'font' | 'size'>): number {
    return this.use(face).widthOfString(text)
  }

  /** Whether the font can draw every character; a joiner between them is not drawn. */
  canDraw(cluster: string, font: FontName): boolean {
    const { font: loaded } = this.font(font)._font
    return [...cluster].every((character) => loaded.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
  }
}
