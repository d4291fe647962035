import type { Language } from '#src/platform/language.ts'
import type { PaperWords } from './paper-words.ts'

/** A stretch of text in a line: plain, or stressed, or leading somewhere. */
export type Run = {
  readonly text: string
  readonly as?: 'strong' | 'emphasis'
  /** An address on the web or of a mailbox. */
  readonly link?: string
}
export type Text = string | readonly (string | Run)[]

/** What is written in another language than the paper says so, for those who listen to it. */
type InLanguage = {
  /** ISO 639-1; absent when it is the paper's own. */
  readonly language?: string | undefined
}

export type Heading = InLanguage & {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}
export type Paragraph = InLanguage & {
  readonly kind: 'paragraph'
  readonly text: Text
  readonly look?: 'lead' | 'quiet'
}
/** `items` are those below it, one level down and no further. */
export type ListItem = { readonly text: Text; readonly items?: readonly Text[] }
export type List = InLanguage & {
  readonly kind: 'list'
  readonly numbered: boolean
  readonly items: readonly ListItem[]
}
export type Column = {
  readonly title: string
  /** Numbers stand to the right. */
  readonly align?: 'left' | 'right'
  /** Its share of the width beside the others'; absent on all: as the content needs. */
  readonly share?: number
  /** What its cells are written in; the title is in the paper's own. */
  readonly language?: string | undefined
}
export type Table = {
  readonly kind: 'table'
  readonly caption?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Text[])[]
  /** Whether the first cell of a row says what the row is about. */
  readonly rowHeaders?: boolean
}
export type Fact = InLanguage & { readonly name: string; readonly value: Text }
export type Facts = { readonly kind: 'facts'; readonly facts: readonly Fact[] }
/** A result that may stand large: a number and what it counts. */
export type Figure = { readonly value: string; readonly text: string }
export type Figures = InLanguage & { readonly kind: 'figures'; readonly figures: readonly Figure[] }
export type Note = InLanguage & {
  readonly kind: 'note'
  readonly title?: string
  readonly text: Text
  /** `care`: what one must look out for. */
  readonly tone: 'plain' | 'care'
}
export type PageBreak = { readonly kind: 'pageBreak' }
export type Signer = {
  readonly name?: string
  readonly role?: string
  readonly organisation?: string
  readonly date?: string
  readonly place?: string
}
export type Signatures = { readonly kind: 'signatures'; readonly signers: readonly Signer[] }
export type Picture = {
  readonly kind: 'picture'
  /** PNG or JPEG, as `readPicture` can read it. */
  readonly bytes: Uint8Array
  /** What it shows, in words. */
  readonly alt: string
  readonly caption?: string
  /** Its part of the width of the page, up to 1; absent: its own size, or the whole width. */
  readonly share?: number
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Facts
  | Figures
  | Note
  | PageBreak
  | Signatures
  | Picture

/**
 * What an archive asks about a document before it takes it in, by the names of Noark 5 (version 5.0, annex 1):
 * dokumentetsDato, avsender, mottaker, skjermingshjemmel (M501), saksnummer, arkivreferanse.
 */
export type Journal = {
  /** Written out in the paper's language. */
  readonly documentDate?: string
  readonly from?: string
  readonly to?: string
  /** The paragraph that keeps it from the public, as «offl. § 23 første ledd»; absent: it is open. */
  readonly accessBasis?: string
  readonly caseNumber?: string
  readonly archiveReference?: string
}
export const JOURNAL_FIELDS = [
  'documentDate',
  'from',
  'to',
  'caseNumber',
  'archiveReference',
  'accessBasis',
] as const satisfies readonly (keyof Journal)[]

/** One document, whatever it will be written as. The same paper gives the same bytes. */
export type Paper = {
  readonly language: Language
  readonly words: PaperWords
  readonly title: string
  readonly titleLanguage?: string | undefined
  /** What sort of paper it is, over the title: «Saksframlegg». */
  readonly sort?: string
  /** What it is about in a sentence or two, under the title. */
  readonly lead?: string
  readonly journal?: Journal
  readonly blocks: readonly Block[]
  /** At the foot of every page. */
  readonly footer?: string
  /** Who vouches for it; in the properties of the file. */
  readonly author?: string
  /** Its terms of use; in the properties of the file. */
  readonly rights?: string
  /** The instant the file says it was made. */
  readonly madeAt: Date
}
