import type {
  Block,
  Column,
  Fact,
  Figure,
  Heading,
  List,
  ListItem,
  Note,
  Paragraph,
  Picture,
  Run,
  Signer,
  Table,
  Text,
} from './paper.ts'

export const strong = (text: string): Run => ({ text, as: 'strong' })
export const emphasis = (text: string): Run => ({ text, as: 'emphasis' })
export const link = (text: string, address: string): Run => ({ text, link: address })

/** Options whose value is not known are left out, so that callers need not ask. */
type Options<Kind extends Block, Key extends keyof Kind> = { readonly [Name in Key]?: Kind[Name] | undefined }

export function heading(
  level: Heading['level'],
  text: string,
  options: Options<Heading, 'language'> = {},
): Block {
  return { kind: 'heading', level, text, ...options }
}

export function paragraph(
  text: Text,
  { look, language }: Options<Paragraph, 'look' | 'language'> = {},
): Block {
  return { kind: 'paragraph', text, language, ...(look && { look }) }
}

export function bullets(items: readonly (ListItem | Text)[], options: Options<List, 'language'> = {}): Block {
  return { kind: 'list', numbered: false, items: items.map(toItem), ...options }
}

export function numbered(
  items: readonly (ListItem | Text)[],
  options: Options<List, 'language'> = {},
): Block {
  return { kind: 'list', numbered: true, items: items.map(toItem), ...options }
}

function toItem(item: ListItem | Text): ListItem {
  return typeof item === 'object' && 'text' in item ? item : { text: item }
}

export function table(
  columns: readonly (Column | string)[],
  rows: readonly (readonly Text[])[],
  { caption, rowHeaders }: Options<Table, 'caption' | 'rowHeaders'> = {},
): Block {
  return {
    kind: 'table',
    columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
    rows,
    ...(caption && { caption }),
    ...(rowHeaders && { rowHeaders }),
  }
}

/** A fact without a value is left out. */
export function facts(
  all: readonly (readonly [name: string, value: Text | null | undefined, language?: string])[],
): Block {
  return {
    kind: 'facts',
    facts: all.flatMap(([name, value, language]): Fact[] =>
      value === null || value === undefined || value === '' ? [] : [{ name, value, language }],
    ),
  }
}

export function figures(
  all: readonly Figure[],
  options: { readonly language?: string | undefined } = {},
): Block {
  return { kind: 'figures', figures: all, ...options }
}

export function note(
  text: Text,
  { title, tone = 'plain', language }: Options<Note, 'title' | 'tone' | 'language'> = {},
): Block {
  return { kind: 'note', text, tone, language, ...(title && { title }) }
}

export function pageBreak(): Block {
  return { kind: 'pageBreak' }
}

export function signatures(signers: readonly Signer[]): Block {
  return { kind: 'signatures', signers }
}

export function picture(
  bytes: Uint8Array,
  alt: string,
  { caption, share }: Options<Picture, 'caption' | 'share'> = {},
): Block {
  return { kind: 'picture', bytes, alt, ...(caption && { caption }), ...(share && { share }) }
}
