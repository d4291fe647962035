import type { Term } from '#src/text/analysis.ts'

/** What an index knows of its documents before it has seen one. */
export type IndexSchema = {
  /** The first is the title: what suggestions complete, and what `within: 'title'` looks in. */
  readonly fields: readonly TextField[]
  /** Words of a closed or open list that are filtered on and counted; a document may hold several. */
  readonly attributes: readonly string[]
  /** Numbers, and times as numbers, to sort by and to filter on by range. */
  readonly numbers: readonly string[]
  /** Of the analysis: a snapshot made with another one is refused. */
  readonly analysis: string
}

export type TextField = {
  readonly name: string
  /** How many times an occurrence here is worth one in a field of weight 1. */
  readonly weight: number
  /**
   * Words of an ordinary text of this kind. Given, not measured: what a document is worth then depends on itself
   * alone, so segments merge without being weighed again, and nobody's hidden document moves another's score.
   */
  readonly typicalLength: number
}

export type IndexDocument = {
  readonly id: string
  readonly language: string
  /** By field. Several texts of one field (names) stand apart: no phrase reaches from one into the next. */
  readonly texts: { readonly [field: string]: string | readonly string[] }
  readonly attributes: { readonly [attribute: string]: readonly string[] }
  readonly numbers: { readonly [number: string]: number | null }
  /** Between 0 and 1, apart from any question: a curated case before a routine notice. */
  readonly prior: number
  readonly audience: Audience
}

/** Who may find a document: everybody, or a reader who holds one of the keys. */
export type Audience = 'public' | readonly string[]

/** Who asks: the keys the reader holds. What is public needs none. */
export type Reader = readonly string[]

/** The part of an analyser the index itself needs: the terms of a text. */
export type DocumentAnalyser = (text: string, language: string) => readonly Term[]

/** The texts of one field. */
export function textsOf(document: Pick<IndexDocument, 'texts'>, field: string): readonly string[] {
  const texts = document.texts[field] ?? []
  return typeof texts === 'string' ? [texts] : texts
}
