import { cleanLine, cleanText } from './clean-text.ts'
import {
  type Block,
  JOURNAL_FIELDS,
  type List,
  type ListItem,
  type Paper,
  type Run,
  type Table,
  type Text,
} from './paper.ts'

const SIGNER_LINES = ['name', 'role', 'organisation', 'date', 'place'] as const

/**
 * The paper with clean texts and without what is empty, so that the renderers need not ask.
 *
 * Every `Text` has become runs. An address that is neither of the web nor of a mailbox leads nowhere: the words
 * stay, the link goes.
 */
export function tidyPaper(paper: Paper): Paper {
  const tidy = withCleanLines(paper, ['title', 'sort', 'lead', 'footer', 'author', 'rights'])
  return {
    ...tidy,
    ...(tidy.journal && { journal: withCleanLines(tidy.journal, JOURNAL_FIELDS) }),
    blocks: tidy.blocks.map(tidyBlock).filter((block) => !isEmpty(block)),
  }
}

/** With the named lines clean, and those that say nothing left out. */
function withCleanLines<Whole extends object>(whole: Whole, names: readonly (keyof Whole & string)[]): Whole {
  const entries = Object.entries(whole).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value !== 'string' || !names.some((one) => one === name)) return [[name, value]]
    const line = cleanLine(value)
    return line === '' ? [] : [[name, line]]
  })
  return Object.fromEntries(entries) as Whole
}

function tidyBlock(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: cleanLine(block.text) }
    case 'paragraph':
      return { ...block, text: tidyText(block.text) }
    case 'list':
      return tidyList(block)
    case 'table':
      return tidyTable(block)
    case 'facts':
      return {
        ...block,
        facts: block.facts
          .map((fact) => ({ ...fact, name: cleanLine(fact.name), value: tidyText(fact.value) }))
          .filter(({ value }) => value.length > 0),
      }
    case 'figures':
      return {
        ...block,
        figures: block.figures.map(({ value, text }) => ({ value: cleanLine(value), text: cleanLine(text) })),
      }
    case 'note':
      return { ...withCleanLines(block, ['title']), text: tidyText(block.text) }
    case 'signatures':
      return { ...block, signers: block.signers.map((signer) => withCleanLines(signer, SIGNER_LINES)) }
    case 'picture':
      return withCleanLines(block, ['alt', 'caption'])
    case 'pageBreak':
      return block
  }
}

function tidyList(list: List): Block {
  const items = list.items
    .map(
      ({ text, items = [] }): ListItem => ({
        text: tidyText(text),
        items: items.map(tidyText).filter((below) => below.length > 0),
      }),
    )
    .filter(({ text, items = [] }) => text.length > 0 || items.length > 0)
  return { ...list, items }
}

function tidyTable(table: Table): Block {
  return {
    ...withCleanLines(table, ['caption']),
    columns: table.columns.map((column) => ({ ...column, title: cleanLine(column.title) })),
    rows: table.rows.map((cells) => cells.map(tidyText)),
  }
}

export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string'
    ? [{ text }]
    : text.map((run) => (typeof run === 'string' ? { text: run } : run))
}

/** What a reader reads of it. */
export function plainText(text: Text): string {
  return runsOf(text)
    .map((run) => run.text)
    .join('')
}

/** As runs, none of them empty, with nothing but text at either end. */
function tidyText(text: Text): readonly Run[] {
  return trimEnds(
    runsOf(text)
      .map(tidyRun)
      .filter((run) => run.text !== ''),
  )
}

function tidyRun({ text, as, link }: Run): Run {
  return { text: cleanText(text), ...(as && { as }), ...(link && isAddress(link) && { link }) }
}

function trimEnds(runs: readonly Run[]): readonly Run[] {
  const first = runs.findIndex((run) => run.text.trim() !== '')
  const last = runs.findLastIndex((run) => run.text.trim() !== '')
  if (first < 0) return []
  return runs.slice(first, last + 1).map((run, at, all) => ({
    ...run,
    text: trimAs(run.text, at === 0, at === all.length - 1),
  }))
}

function trimAs(text: string, start: boolean, end: boolean): string {
  const started = start ? text.trimStart() : text
  return end ? started.trimEnd() : started
}

function isAddress(link: string): boolean {
  const url = URL.parse(link)
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol)
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'paragraph':
      return block.text.length === 0
    case 'note':
      return block.text.length === 0 && !block.title
    case 'list':
      return block.items.length === 0
    case 'facts':
      return block.facts.length === 0
    case 'figures':
      return block.figures.length === 0
    case 'signatures':
      return block.signers.length === 0
    default:
      return false
  }
}
