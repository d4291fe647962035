import { journalFacts } from '#src/platform/papers/journal-facts.ts'
import type { Block, Paper } from '#src/platform/papers/paper.ts'
import { runsOf } from '#src/platform/papers/tidy-paper.ts'
import { breakLines } from './break-lines.ts'
import { factsStrips } from './facts-strips.ts'
import { figuresStrips } from './figures-strips.ts'
import { bookmarksIn, headingStrips } from './heading-strips.ts'
import { listStrips } from './list-strips.ts'
import { noteStrips } from './note-strips.ts'
import { openPainter, type Painter } from './painter.ts'
import type { PaperDocument } from './paper-document.ts'
import { pictureStrips } from './picture-strips.ts'
import { COLUMN, INK, SHEET, STYLES } from './sheet.ts'
import { signatureStrips } from './signature-strips.ts'
import { layStrips, type Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'
import { tableStrips } from './table-strips.ts'
import { textStrips } from './text-strips.ts'
import { titleStrips } from './title-strips.ts'

/** Writes a tidy paper as PDF/A-2a and PDF/UA-1. */
export function writePdf(paper: Paper): Promise<Uint8Array> {
  const painter = openPainter(paper)
  const bytes = collect(painter.doc)
  layStrips(allStrips(paper, painter), painter, 0)
  painter.structure.finish()
  drawFeet(paper, painter)
  painter.doc.end()
  return bytes
}

function collect(doc: PaperDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Uint8Array) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}

const STANDS_ALONE: ReadonlySet<Block['kind']> = new Set([
  'table',
  'facts',
  'figures',
  'note',
  'picture',
  'signatures',
])

type Context = {
  readonly paper: Paper
  readonly painter: Painter
  readonly root: Tag
  readonly bookmark: ReturnType<typeof bookmarksIn>
}

function allStrips(paper: Paper, painter: Painter): readonly Strip[] {
  const root = tag(null, 'Document')
  const context: Context = { paper, painter, root, bookmark: bookmarksIn(painter.doc) }
  const facts = journalFacts(paper)
  const blocks: readonly Block[] =
    facts.length > 0 ? [{ kind: 'facts', facts }, ...paper.blocks] : paper.blocks
  let startsPage = false
  const strips = blocks.flatMap((block, at) => {
    if (block.kind === 'pageBreak') {
      startsPage = true
      return []
    }
    const [first, ...rest] = blockStrips(block, at, context)
    if (!first) return []
    const gap = Math.max(first.gap, gapAfter(blocks[at - 1]))
    const starting = { ...first, gap, startsPage }
    startsPage = false
    return [starting, ...rest]
  })
  return [...titleStrips(paper, { measure: painter.measure, root }), ...strips]
}

/** What is not running text keeps its distance on both sides. */
function gapAfter(block: Block | undefined): number {
  return block && STANDS_ALONE.has(block.kind) ? 14 : 0
}

function blockStrips(
  block: Block,
  at: number,
  { paper, painter, root, bookmark }: Context,
): readonly Strip[] {
  const { measure } = painter
  switch (block.kind) {
    case 'heading':
      return headingStrips(block, { measure, root, bookmark })
    case 'paragraph': {
      const style = block.look ? STYLES[block.look] : STYLES.body
      const place = { measure, style, left: SHEET.left, width: COLUMN, gap: 9 }
      return textStrips(runsOf(block.text), { ...place, tag: tag(root, 'P', { lang: block.language }) })
    }
    case 'list':
      return listStrips(block, { measure, root, gap: 9 })
    case 'table':
      return tableStrips(block, { measure, root, gap: 14 })
    case 'facts':
      return factsStrips(block, { measure, root, gap: 10 })
    case 'figures':
      return figuresStrips(block, { measure, root, gap: 14 })
    case 'note':
      return noteStrips(block, { measure, root, gap: 14, id: `note-${at}` })
    case 'signatures':
      return signatureStrips(block, { measure, root, gap: 14, words: paper.words })
    case 'picture':
      return pictureStrips(block, { measure, root, gap: 14 })
    case 'pageBreak':
      return []
  }
}

/** At the foot of each page: what this is a page of, and which; to be seen and not read aloud in the middle of a text. */
function drawFeet({ title, footer, words }: Paper, painter: Painter): void {
  const { doc, structure, measure } = painter
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const number = words.pageOfPages.replace('{page}', `${page - start + 1}`).replace('{pages}', `${count}`)
    const [right] = breakLines([{ text: number }], { face: STYLES.foot, width: COLUMN / 3, measure })
    const [left] = breakLines([{ text: footer ?? title }], {
      face: STYLES.foot,
      width: COLUMN * 0.7,
      measure,
    })
    if (!left || !right) continue
    const top = SHEET.height - 52
    painter.rule({ left: SHEET.left, right: SHEET.left + COLUMN, top: top - 8, color: INK.line })
    painter.silentLine(left, { left: SHEET.left, top, style: STYLES.foot, edge: 'Bottom' })
    const atRight = SHEET.left + COLUMN - right.width
    painter.silentLine(right, { left: atRight, top, style: STYLES.foot, edge: 'Bottom' })
  }
  structure.closePage()
}
