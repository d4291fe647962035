import type { Generated } from 'kysely'

export type SearchDocumentTable = {
  readonly id: string
  readonly type: string
  readonly language: string
  readonly title: string
  readonly summary: string
  readonly body: string
  readonly names: string[]
  readonly keywords: string
  readonly facet_values: string[]
  readonly cpv_codes: string[]
  readonly prior: number
  readonly published_on: string | null
  readonly deadline_at: Date | null
  readonly value_nok: number | null
  readonly organisation: string | null
  readonly suggestible: boolean
  readonly change_seq: number
}

export type SearchRemovedTable = {
  readonly id: string
  readonly change_seq: number
}

export type SearchStateTable = {
  readonly one_row: Generated<boolean>
  readonly version: number | null
  readonly built_at: Date | null
  readonly generation: number
  readonly epoch: Generated<string>
  readonly builder: string | null
  readonly builder_seen_at: Date | null
}

declare module '#src/platform/database.ts' {
  interface Schema {
    search_document: SearchDocumentTable
    search_removed: SearchRemovedTable
    search_state: SearchStateTable
  }
}
