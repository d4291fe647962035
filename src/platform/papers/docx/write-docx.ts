import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import { journalFacts } from '#src/platform/papers/journal-facts.ts'
import { JOURNAL_FIELDS, type Paper } from '#src/platform/papers/paper.ts'
import { type Context, toChildren } from './blocks.ts'
import { corePropertiesXml } from './core-properties.ts'
import { runMaker } from './runs.ts'
import { settleZip } from './settle-zip.ts'
import { NUMBERING, stylesOf, twips } from './styles.ts'
import { WIDTH } from './tables.ts'

const PROGRAM = 'Spydspiss'
/** The names of Noark 5, for the systems that read the properties of a file. */
const NOARK = {
  documentDate: 'dokumentetsDato',
  from: 'avsender',
  to: 'mottaker',
  accessBasis: 'skjermingshjemmel',
  caseNumber: 'saksnummer',
  archiveReference: 'arkivreferanse',
} as const

/** Writes a tidy paper as a Word document that can be worked on: real headings, lists, tables, links and fields. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const { title, journal = {}, rights } = paper
  const document = new Document({
    title,
    styles: stylesOf(paper),
    numbering: NUMBERING,
    customProperties: [
      ...JOURNAL_FIELDS.flatMap((field) => {
        const value = journal[field]
        return value ? [{ name: NOARK[field], value }] : []
      }),
      ...(rights ? [{ name: 'rights', value: rights }] : []),
    ],
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(595.3), height: twips(841.9) },
            margin: { top: twips(72), right: twips(72), bottom: twips(72), left: twips(72) },
          },
        },
        footers: { default: footer(paper) },
        children: children(paper),
      },
    ],
  })
  const core = { path: 'docProps/core.xml', data: corePropertiesXml(paper, PROGRAM) }
  return settleZip(await Packer.toBuffer(document, false, [core]))
}

function children(paper: Paper) {
  const { sort, title, titleLanguage: language, lead, words, blocks } = paper
  const makeRuns = runMaker()
  const context = (at: number): Context => ({ makeRuns, words, at })
  const facts = journalFacts(paper)
  return [
    ...(sort ? [new Paragraph({ style: 'PaperSort', children: makeRuns([{ text: sort }]) })] : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: makeRuns([{ text: title }], { language }) }),
    ...(lead
      ? [new Paragraph({ style: 'PaperLead', children: makeRuns([{ text: lead }], { language }) })]
      : []),
    ...(facts.length > 0 ? toChildren({ kind: 'facts', facts }, context(0)) : []),
    ...blocks.flatMap((block, at) => toChildren(block, context(at + 1))),
  ]
}

/** «Side 2 av 5», where the numbers are fields that Word counts. */
function footer({ footer: text, title, words }: Paper): Footer {
  const [before = '', between = '', after = ''] = words.pageOfPages.split(/\{pages?\}/)
  return new Footer({
    children: [
      new Paragraph({
        style: 'PaperFoot',
        tabStops: [{ type: TabStopType.RIGHT, position: twips(WIDTH) }],
        children: [
          new TextRun({ children: [text ?? title, new Tab(), before] }),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun({ text: between }),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
          new TextRun({ text: after }),
        ],
      }),
    ],
  })
}
