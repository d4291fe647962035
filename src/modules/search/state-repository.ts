import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { SearchStatus } from './contract.ts'

/** To be raised when words, stems or the form of a row change, so that every index is built anew. */
export const INDEX_VERSION = 2

/** A builder that has not been heard from for so long has died. */
const SILENCE_MINUTES = 2

/** Held by whoever writes to the index, until the transaction ends: writers take turns, and each is a new generation. */
export async function lockIndex(tx: Database): Promise<void> {
  await sql`update search_state set generation = generation + 1`.execute(tx)
}

/** A number that every change to the index raises. */
export async function readGeneration(db: Database): Promise<number> {
  const { rows } = await sql<{ generation: number }>`select generation from search_state`.execute(db)
  return rows[0]?.generation ?? 0
}

export async function isBuilt(db: Database): Promise<boolean> {
  const { rows } = await sql<{ version: number | null }>`select version from search_state`.execute(db)
  return rows[0]?.version === INDEX_VERSION
}

/** Empties the index for `builder`; false when another one is at it. */
export async function beginBuilding(tx: Database, builder: string): Promise<boolean> {
  const begun = await sql`
    update search_state
    set builder = ${builder}::uuid, builder_seen_at = clock_timestamp(), version = null, public_documents = 0,
      generation = generation + 1
    where builder is null or builder_seen_at < clock_timestamp() - make_interval(mins => ${SILENCE_MINUTES})
  `.execute(tx)
  if (begun.numAffectedRows === 0n) return false
  await sql`truncate search_document, search_word, search_lexeme`.execute(tx)
  return true
}

/** Tells that `builder` is at work, and holds the index; throws when another has taken over. */
export async function continueBuilding(tx: Database, builder: string): Promise<void> {
  const going = await sql`
    update search_state set builder_seen_at = clock_timestamp(), generation = generation + 1
    where builder = ${builder}::uuid
  `.execute(tx)
  if (going.numAffectedRows === 0n)
    throw new Error('Another process has taken over the building of the index')
}

export async function endBuilding(tx: Database): Promise<void> {
  await tidyTextIndex(tx)
  await countAnew(tx)
  await sql`
    update search_state
    set version = ${INDEX_VERSION}, built_at = clock_timestamp(), builder = null, builder_seen_at = null
  `.execute(tx)
}

/**
 * Brings what was written last into its place in the text index. The embedded engine never does it by itself, and
 * the planner would rather read every document than an index with much waiting.
 */
export async function tidyTextIndex(tx: Database): Promise<void> {
  await sql`select gin_clean_pending_list('search_document_vector')`.execute(tx)
}

/** Tells the planner how much there is now; the embedded engine does not do that by itself either. */
export async function countAnew(db: Database): Promise<void> {
  await sql`analyze search_document, search_word, search_lexeme`.execute(db)
}

/** Lets others build at once after a failure. */
export async function giveUpBuilding(db: Database, builder: string): Promise<void> {
  await sql`
    update search_state set builder = null, builder_seen_at = null where builder = ${builder}::uuid
  `.execute(db)
}

export async function readStatus(db: Database): Promise<SearchStatus> {
  const { rows } = await sql<{
    version: number | null
    built_at: Date | null
    building: boolean
    documents: number
  }>`
    select version, built_at, builder is not null as building,
      (select count(*)::int from search_document) as documents
    from search_state
  `.execute(db)
  const state = rows[0]
  if (!state) return { state: 'empty', documents: 0, builtAt: null }
  const built = state.version === INDEX_VERSION ? 'ready' : 'empty'
  return { state: state.building ? 'building' : built, documents: state.documents, builtAt: state.built_at }
}
