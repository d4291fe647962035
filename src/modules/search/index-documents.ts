import type { Database } from '#src/platform/database.ts'
import type { SearchDocument } from './contract.ts'
import { readCounted, removeDocuments, writeDocuments } from './documents-repository.ts'
import { type IndexedDocument, toIndexed, wordsOfDocument } from './indexed-document.ts'
import type { Stems } from './stems.ts'
import { count, type WordTally } from './word-tally.ts'

export type Change = {
  readonly ids: readonly string[]
  /** Those of `ids` that exist; the others are taken out of the index. */
  readonly documents: readonly IndexedDocument[]
}

/** Analyses what a source gave for `ids`; apart from the writing, so that the index is not held meanwhile. */
export async function prepareChange(
  { db, stems }: { readonly db: Database; readonly stems: Stems },
  ids: readonly string[],
  documents: readonly SearchDocument[],
): Promise<Change> {
  const latest = new Map(documents.map((document) => [document.id, document]))
  return {
    ids: [...new Set([...ids, ...latest.keys()])],
    documents: await toIndexed(db, stems, [...latest.values()]),
  }
}

/** Makes the index say about `ids` what their documents say now, and notes in `tally` how that changes the counts. */
export async function indexChange(tx: Database, { ids, documents }: Change, tally: WordTally): Promise<void> {
  for (const old of await readCounted(tx, ids)) {
    count(tally, { words: wordsOfDocument(old), lexemes: old.lexemes }, -1)
  }
  for (const document of documents) if (document.row.organisation === null) count(tally, document, 1)
  await removeDocuments(tx, ids)
  await writeDocuments(
    tx,
    documents.map((document) => document.row),
  )
}
