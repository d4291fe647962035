import {
  type FileChild,
  HeadingLevel,
  ImageRun,
  LeaderType,
  LineRuleType,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Block, Figures, List, Note, Picture, Signer } from '#src/platform/papers/paper.ts'
import type { PaperWords } from '#src/platform/papers/paper-words.ts'
import { readPicture } from '#src/platform/papers/read-picture.ts'
import { runsOf } from '#src/platform/papers/tidy-paper.ts'
import { languageTag, type runMaker } from './runs.ts'
import { twips } from './styles.ts'
import { toFactsTable, toTable, WIDTH } from './tables.ts'

export type Context = {
  readonly makeRuns: ReturnType<typeof runMaker>
  readonly words: PaperWords
  /** Its place in the paper: lists and pictures are numbered by it. */
  readonly at: number
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const LOOKS = { lead: 'PaperLead', quiet: 'PaperQuiet' } as const
const PIXELS_PER_POINT = 96 / 72

export function toChildren(block: Block, context: Context): readonly FileChild[] {
  const { makeRuns, words } = context
  switch (block.kind) {
    case 'heading': {
      const children = makeRuns([{ text: block.text }], { language: block.language })
      return [new Paragraph({ heading: HEADINGS[block.level], children })]
    }
    case 'paragraph': {
      const children = makeRuns(runsOf(block.text), { language: block.language })
      return [new Paragraph({ children, ...(block.look && { style: LOOKS[block.look] }) })]
    }
    case 'list':
      return listChildren(block, context)
    case 'table': {
      const caption = new Paragraph({ style: 'Caption', children: makeRuns([{ text: block.caption ?? '' }]) })
      return [...(block.caption ? [caption] : []), toTable(block, makeRuns), afterTable()]
    }
    case 'facts':
      return [toFactsTable(block, makeRuns), afterTable()]
    case 'figures':
      return figuresChildren(block)
    case 'note':
      return noteChildren(block, context)
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'signatures':
      return block.signers.flatMap((signer) => signerChildren(signer, words))
    case 'picture':
      return pictureChildren(block, context)
  }
}

/** Word joins tables that stand next to each other. */
function afterTable(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: twips(8), lineRule: LineRuleType.EXACT } })
}

function listChildren({ numbered, items, language }: List, { makeRuns, at }: Context): readonly FileChild[] {
  const reference = numbered ? 'numbers' : 'bullets'
  const toParagraph = (text: (typeof items)[number]['text'], level: number) =>
    new Paragraph({
      children: makeRuns(runsOf(text), { language }),
      numbering: { reference, level, instance: at },
      spacing: { after: twips(3) },
    })
  return items.flatMap(({ text, items: below = [] }) => [
    toParagraph(text, 0),
    ...below.map((one) => toParagraph(one, 1)),
  ])
}

function figuresChildren({ figures, language }: Figures): readonly FileChild[] {
  const tagged = language ? { language: { value: languageTag(language) } } : {}
  return figures.map(
    ({ value, text }) =>
      new Paragraph({
        style: 'PaperFigure',
        children: [
          new TextRun({ text: value, bold: true, size: 44, color: '093037', ...tagged }),
          new TextRun({ text, break: 1, ...tagged }),
        ],
      }),
  )
}

function noteChildren({ title, text, tone, language }: Note, { makeRuns }: Context): readonly FileChild[] {
  const style = tone === 'care' ? 'PaperCare' : 'PaperNote'
  const head = title ? makeRuns([{ text: title }], { bold: true, language }) : []
  const children: ParagraphChild[] = makeRuns(runsOf(text), { language })
  return [
    ...(title ? [new Paragraph({ style, keepNext: true, children: head, spacing: { after: 0 } })] : []),
    ...(children.length > 0 ? [new Paragraph({ style, children })] : []),
  ]
}

function signerChildren(signer: Signer, words: PaperWords): readonly FileChild[] {
  const { name, role, organisation, date, place } = signer
  const line = (label: string, written: string | undefined) =>
    new Paragraph({
      keepNext: true,
      spacing: { before: twips(16), after: 0 },
      tabStops: [{ type: TabStopType.LEFT, position: twips(WIDTH * 0.7), leader: LeaderType.UNDERSCORE }],
      children: [
        new TextRun({ text: `${label}: ` }),
        new TextRun(written ? { text: written } : { children: [new Tab()] }),
      ],
    })
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: twips(24), after: 0 },
      children: organisation
        ? [new TextRun({ text: `${words.onBehalfOf} ` }), new TextRun({ text: organisation, bold: true })]
        : [],
    }),
    line(words.placeAndDate, [place, date].filter((one) => one !== undefined).join(', ')),
    line(words.signature, undefined),
    line(role ? `${words.name}, ${role}` : words.name, name),
    new Paragraph({ spacing: { after: twips(10) } }),
  ]
}

function pictureChildren(
  { bytes, alt, caption, share }: Picture,
  { at, makeRuns }: Context,
): readonly FileChild[] {
  const facts = readPicture(bytes)
  if (!facts) return []
  const most = WIDTH * PIXELS_PER_POINT
  const width = Math.min(share ? most * Math.min(share, 1) : facts.width, most)
  const image = new ImageRun({
    type: facts.format === 'png' ? 'png' : 'jpg',
    data: bytes,
    transformation: { width: Math.round(width), height: Math.round((facts.height * width) / facts.width) },
    altText: { id: `${at}`, name: `picture-${at}`, title: alt, description: alt },
  })
  const below = caption
    ? [new Paragraph({ style: 'PaperQuiet', children: makeRuns([{ text: caption }]) })]
    : []
  return [new Paragraph({ children: [image], keepNext: caption !== undefined }), ...below]
}
