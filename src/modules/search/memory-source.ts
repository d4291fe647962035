import type { Database } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import {
  type Search,
  type SearchDocument,
  SearchQuery,
  type SearchSource,
  type SearchType,
} from './contract.ts'
import { createSearch } from './create-search.ts'

/** A source that holds its documents in memory: for tests and benchmarks. */
export type MemorySource = SearchSource & { readonly documents: Map<string, SearchDocument> }

export function memorySource(type: SearchType, documents: readonly SearchDocument[]): MemorySource {
  const held = new Map(documents.filter((one) => one.type === type).map((one) => [one.id, one]))
  return {
    type,
    documents: held,
    listIds: async () => [...held.keys()],
    load: async (ids) => ids.map((id) => held.get(id)).filter((document) => document !== undefined),
  }
}

/** A document in which only what matters to the test is said. */
export function aDocument(told: Partial<SearchDocument> & { readonly id: string }): SearchDocument {
  return {
    type: told.id.startsWith('case-') ? 'case' : 'notice',
    language: 'nb',
    title: '',
    summary: '',
    body: '',
    names: [],
    facets: {},
    prior: 0.5,
    publishedOn: null,
    deadlineAt: null,
    valueNok: null,
    audience: 'public',
    ...told,
  }
}

export function aQuery(told: { readonly [parameter: string]: unknown } = {}): SearchQuery {
  return SearchQuery.parse(told)
}

/** A search over these documents, built. */
export async function searchOver(
  db: Database,
  documents: readonly SearchDocument[],
  now?: Date,
): Promise<Search> {
  const sources = [memorySource('case', documents), memorySource('notice', documents)]
  const search = createSearch({ db, sources, ...(now && { now: () => now }) })
  await search.rebuild()
  return search
}

/** Tells that these documents are not as they were. */
export function recordChange(db: Database, ids: readonly string[]): Promise<void> {
  const typeOf = (id: string) => (id.startsWith('case-') ? 'case' : 'notice')
  return recordEvents(
    db,
    ids.map((id) => ({ kind: `${typeOf(id)}.changed`, subject: id })),
  )
}
