import { sql } from 'kysely'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { Result } from '#src/platform/result.ts'
import { databaseShelf } from './database-shelf.ts'
import { bytesOf, outside, readFrom, type Shelves, valued } from './large-files.ts'
import type { Shelf, ShelfFailure } from './shelf.ts'

export type TidyOptions = {
  readonly db: Database
  readonly now: Clock
  readonly shelves: Shelves
  /** Which of these files some row refers to. */
  readonly used: (db: Database, sha256s: readonly string[]) => Promise<ReadonlySet<string>>
  readonly signal?: AbortSignal
}

export type TidyReport = {
  /** Taken away, since nothing refers to them. */
  readonly removed: number
  /** Moved from the database to the shelf that has been chosen since. */
  readonly moved: number
  /** Referred to, and on no shelf. */
  readonly missing: readonly string[]
}

/** Between the bytes and the row that refers to them there are seconds; a day is beyond doubt. */
const GRACE_MS = 24 * 3_600_000
const AT_ONCE = 200

/**
 * Takes away what nothing refers to, moves what lies in the database to the chosen shelf, and sees whether everything
 * else is there. What we do not know is left alone: it may belong to a backup that is not restored yet.
 */
export async function tidyLargeFiles(options: TidyOptions): Promise<Result<TidyReport, ShelfFailure>> {
  return valued(async () => {
    const removed = await removeUnused(options)
    const moved = await moveToChosen(options)
    return { removed, moved, missing: await findMissing(options) }
  })
}

/** Which files some row refers to that are on no shelf, or not in their whole length; nothing is changed. */
export function missingFiles(
  options: Pick<TidyOptions, 'db' | 'shelves' | 'used'>,
): Promise<Result<readonly string[], ShelfFailure>> {
  return valued(() => findMissing(options))
}

async function removeUnused({ db, now, shelves, used, signal }: TidyOptions): Promise<number> {
  const before = new Date(now().getTime() - GRACE_MS)
  let removed = 0
  let after = ''
  while (!signal?.aborted) {
    const names = await namesAfter(db, after, before)
    const inUse = await used(db, names)
    for (const sha256 of names.filter((name) => !inUse.has(name))) {
      if (await removeOne(db, { sha256, before, shelves: outside(shelves) })) removed += 1
    }
    const last = names.at(-1)
    if (last === undefined) break
    after = last
  }
  return removed
}

async function namesAfter(db: Database, after: string, before: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('large_file')
    .select('sha256')
    .where('sha256', '>', after)
    .where('asked_at', '<', before)
    .orderBy('sha256')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

const REFERRED_TO = '23503'

/**
 * The row goes first and is locked until the bytes are gone, so that whoever gives the same content now waits and writes
 * it anew. A row that has come to refer to it meanwhile is seen by the foreign key, and everything stays.
 */
async function removeOne(
  db: Database,
  { sha256, before, shelves }: { sha256: string; before: Date; shelves: readonly Shelf[] },
): Promise<boolean> {
  try {
    return await inTransaction(db, async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('large_file')
        .where('sha256', '=', sha256)
        .where('asked_at', '<', before)
        .executeTakeFirst()
      if (numDeletedRows === 0n) return false
      for (const shelf of shelves) await shelf.remove(sha256)
      return true
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === REFERRED_TO) return false
    throw error
  }
}

async function moveToChosen({ db, shelves: { chosen }, signal }: TidyOptions): Promise<number> {
  if (!chosen) return 0
  const database = databaseShelf(db)
  let moved = 0
  for await (const { sha256 } of database.list()) {
    if (signal?.aborted) break
    const file = await readFrom([database], sha256)
    // What is damaged here may be whole there, and is of no use here.
    if (file.ok) await chosen.put({ sha256, bytes: await bytesOf(file.value) })
    else if (file.failure.kind !== 'damaged') continue
    if (!(await readFrom([chosen], sha256)).ok) continue
    await database.remove(sha256)
    moved += 1
  }
  return moved
}

async function findMissing({
  db,
  shelves,
  used,
}: Pick<TidyOptions, 'db' | 'shelves' | 'used'>): Promise<readonly string[]> {
  const there = new Map<string, number>()
  for (const shelf of [...outside(shelves), databaseShelf(db)]) {
    for await (const { sha256, size } of shelf.list()) there.set(sha256, size)
  }
  const { rows } = await sql<{ sha256: string; size: number }>`select sha256, size from large_file`.execute(
    db,
  )
  const gone = rows.filter(({ sha256, size }) => there.get(sha256) !== size).map(({ sha256 }) => sha256)
  const inUse = await used(db, gone)
  return gone.filter((sha256) => inUse.has(sha256))
}
