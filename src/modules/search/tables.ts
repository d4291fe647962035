import type { Generated } from 'kysely'

export type SearchDocumentTable = {
  readonly id: string
  readonly type: string
  readonly language: string
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly names: string[]
  readonly exact_names: string[]
  readonly facet_values: string[]
  readonly cpv_codes: string[]
  readonly prior: number
  readonly published_on: string | null
  readonly deadline_at: Date | null
  readonly value_nok: number | null
  readonly organisation: string | null
  readonly suggestible: boolean
  readonly vector: string
}

export type SearchWordTable = {
  readonly word: string
  readonly folded: string
  readonly documents: number
}

export type SearchLexemeTable = {
  readonly lexeme: string
  readonly documents: number
}

export type SearchStateTable = {
  readonly one_row: Generated<boolean>
  readonly version: number | null
  readonly built_at: Date | null
  readonly public_documents: number
  readonly generation: number
  readonly builder: string | null
  readonly builder_seen_at: Date | null
}

declare module '#src/platform/database.ts' {
  interface Schema {
    search_document: SearchDocumentTable
    search_word: SearchWordTable
    search_lexeme: SearchLexemeTable
    search_state: SearchStateTable
  }
}
