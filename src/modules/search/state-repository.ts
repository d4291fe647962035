import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'

/** To be raised when the form of a row changes, so that all are written anew from the sources. */
export const INDEX_VERSION = 7

/** A builder that has not been heard from for so long has died. */
const SILENCE_MINUTES = 2

/** Held by whoever writes to the index, until the transaction ends: writers take turns. Gives the change its number. */
export async function lockIndex(tx: Database): Promise<number> {
  const { rows } = await sql<{ generation: number }>`
    update search_state set generation = generation + 1 returning generation
  `.execute(tx)
  return numberOf(rows)
}

/** What those who follow must know before they read the changes. */
export type FeedState = {
  /** Another one when everything begins anew. */
  readonly epoch: string
  /** The number of the last change. */
  readonly generation: number
  readonly isBuilt: boolean
  readonly isBuilding: boolean
  /** Whoever was building has died. */
  readonly isAbandoned: boolean
  readonly builtAt: Date | null
}

export async function readFeedState(db: Database): Promise<FeedState> {
  const { rows } = await sql<{
    epoch: string
    generation: number
    version: number | null
    building: boolean
    abandoned: boolean
    built_at: Date | null
  }>`
    select epoch, generation, version, builder is not null as building, built_at,
      builder is not null and builder_seen_at < clock_timestamp() - make_interval(mins => ${SILENCE_MINUTES}) as abandoned
    from search_state
  `.execute(db)
  const [state] = rows
  if (!state) throw new Error('The state of the search index is missing')
  const isBuilt = state.version === INDEX_VERSION
  const { epoch, generation, building: isBuilding, abandoned: isAbandoned, built_at: builtAt } = state
  return { epoch, generation, isBuilt, isBuilding, isAbandoned, builtAt }
}

/** Empties the index for `builder`; false when another one is at it. */
export async function beginBuilding(tx: Database, builder: string): Promise<boolean> {
  const begun = await sql`
    update search_state
    set builder = ${builder}::uuid, builder_seen_at = clock_timestamp(), version = null, epoch = ${builder}::uuid,
      generation = generation + 1
    where builder is null or builder_seen_at < clock_timestamp() - make_interval(mins => ${SILENCE_MINUTES})
  `.execute(tx)
  if (begun.numAffectedRows === 0n) return false
  await sql`truncate search_document, search_removed`.execute(tx)
  return true
}

/** Tells that `builder` is at work, and holds the index; throws when another has taken over. */
export async function continueBuilding(tx: Database, builder: string): Promise<number> {
  const { rows } = await sql<{ generation: number }>`
    update search_state set builder_seen_at = clock_timestamp(), generation = generation + 1
    where builder = ${builder}::uuid returning generation
  `.execute(tx)
  if (rows.length === 0) throw new Error('Another process has taken over the building of the index')
  return numberOf(rows)
}

export async function endBuilding(tx: Database): Promise<void> {
  await countAnew(tx)
  await sql`
    update search_state
    set version = ${INDEX_VERSION}, built_at = clock_timestamp(), builder = null, builder_seen_at = null
  `.execute(tx)
}

/** Tells the planner how much there is now; the embedded engine does not do that by itself. */
export async function countAnew(db: Database): Promise<void> {
  await sql`analyze search_document, search_removed`.execute(db)
}

/** Lets others build at once after a failure. */
export async function giveUpBuilding(db: Database, builder: string): Promise<void> {
  await sql`
    update search_state set builder = null, builder_seen_at = null where builder = ${builder}::uuid
  `.execute(db)
}

function numberOf(rows: readonly { readonly generation: number }[]): number {
  const [state] = rows
  if (!state) throw new Error('The state of the search index is missing')
  return state.generation
}
