import type { Run } from '#src/platform/papers/paper.ts'
import type { Line, Measure, Piece } from './break-lines.ts'
import { PaperDocument } from './paper-document.ts'
import { INK, type TextStyle } from './sheet.ts'
import { Structure, type Tag } from './structure.ts'

/** Draws on the page that is current, from the top left corner, and tags what it draws. */
export type Painter = {
  readonly doc: PaperDocument
  readonly measure: Measure
  readonly structure: Structure
  /** A line whose base line belongs to the box of `style.leading` that begins at `top`. */
  readonly line: (line: Line, at: { left: number; top: number; style: TextStyle; tag: Tag }) => void
  /** The same as something that is seen and not read aloud. */
  readonly silentLine: (
    line: Line,
    at: { left: number; top: number; style: TextStyle; edge?: 'Top' | 'Bottom' },
  ) => void
  readonly rule: (at: { left: number; right: number; top: number; color: string; thick?: number }) => void
  readonly box: (at: { left: number; top: number; width: number; height: number; color: string }) => void
  readonly newPage: () => void
}

export function painterOf(doc: PaperDocument): Painter {
  const structure = new Structure(doc)
  return {
    doc,
    structure,
    measure: {
      widthOf: (text, face) => doc.widthOf(text, face),
      canDraw: (cluster, font) => doc.canDraw(cluster, font),
    },
    line: (line, at) => drawLine(doc, structure, { line, ...at }),
    silentLine: ({ pieces }, { left, top, style, edge }) =>
      structure.artifact(() => {
        let x = left
        for (const piece of pieces) {
          drawPiece(doc, piece, { x, base: baseLine(top, style) })
          x += piece.width
        }
      }, edge),
    rule: ({ left, right, top, color, thick = 0.75 }) =>
      structure.artifact(() => {
        doc.moveTo(left, top).lineTo(right, top).lineWidth(thick).stroke(color)
      }),
    box: ({ left, top, width, height, color }) =>
      structure.artifact(() => {
        doc.rect(left, top, width, height).fill(color)
      }),
    newPage: () => {
      if (doc.page) structure.closePage()
      doc.addPage()
    },
  }
}

type LineSpot = {
  readonly line: Line
  readonly left: number
  readonly top: number
  readonly style: TextStyle
  readonly tag: Tag
}

function drawLine(doc: PaperDocument, structure: Structure, spot: LineSpot): void {
  const { line, left, top, style, tag } = spot
  const base = baseLine(top, style)
  let x = left
  for (const piece of line.pieces) {
    if (piece.run.link) drawLink(doc, piece, { x, base, top, style, structure, tag, link: piece.run.link })
    else {
      structure.within(tag)
      drawPiece(doc, piece, { x, base })
    }
    x += piece.width
  }
}

/** Inter's capitals are 0.727 of its size; the line is set so that they stand in the middle of their box. */
function baseLine(top: number, { leading, size }: TextStyle): number {
  return top + leading / 2 + size * 0.36
}

type Spot = { readonly x: number; readonly base: number }

function drawPiece(doc: PaperDocument, { text, face, actual }: Piece, { x, base }: Spot): void {
  if (text === '') return
  if (actual !== undefined) doc.markContent('Span', { actual })
  doc.use(face).fillColor(face.color).text(text, x, base, { lineBreak: false, baseline: 'alphabetic' })
  if (actual !== undefined) doc.endMarkedContent()
}

type LinkSpot = Spot & {
  readonly top: number
  readonly style: TextStyle
  readonly structure: Structure
  readonly tag: Tag
  readonly link: string
}

function drawLink(doc: PaperDocument, piece: Piece, spot: LinkSpot): void {
  const { x, base, top, style, structure, tag, link } = spot
  const run: Run = piece.run
  const width = doc.widthOf(piece.text.trimEnd(), piece.face)
  structure.link(tag, run, (structParent) => {
    drawPiece(doc, piece, { x, base })
    doc.link(x, top, width, style.leading, link, {
      structParent,
      Contents: new String(run.text) as string,
    } as PDFKit.Mixins.AnnotationOption)
  })
  structure.artifact(() => {
    const below = base + style.size * 0.16
    doc
      .moveTo(x, below)
      .lineTo(x + width, below)
      .lineWidth(0.5)
      .stroke(INK.link)
  })
}

/** A document with its first page, ready to be drawn on. */
export function openPainter(...of: ConstructorParameters<typeof PaperDocument>): Painter {
  const painter = painterOf(new PaperDocument(...of))
  painter.newPage()
  return painter
}
