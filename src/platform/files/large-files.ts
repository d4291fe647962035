import { createHash } from 'node:crypto'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { databaseShelf } from './database-shelf.ts'
import { hashOf } from './files.ts'
import { type Pieces, type Shelf, type ShelfFailure, ShelfTrouble } from './shelf.ts'
import './tables.ts'

export type KeptFile = { readonly sha256: string; readonly size: number }

/** A file that has been looked through and is what it should be. */
export type ReadableFile = KeptFile & { readonly pieces: () => Pieces }

export type ReadFailure = { readonly kind: 'missing' } | { readonly kind: 'damaged' } | ShelfFailure

/** The other shelves than the database, which is always there; the first is where new files go. */
export type Shelves = { readonly chosen: Shelf | null; readonly others: readonly Shelf[] }

export type LargeFiles = {
  /**
   * Keeps the bytes, once however often they are given. When it has answered they would survive a power cut, so that a
   * row may refer to them; what no row refers to is taken away by `tidyLargeFiles`. Not to be called in a transaction.
   */
  readonly keep: (bytes: Uint8Array) => Promise<Result<KeptFile, ShelfFailure>>
  /** Looks through the whole file before it answers, so that nothing damaged is ever handed out. */
  readonly read: (sha256: string) => Promise<Result<ReadableFile, ReadFailure>>
  readonly shelves: Shelves
}

export type LargeFilesOn = { readonly db: Database; readonly now: Clock; readonly shelves: Shelves }

/** So much is held in memory while it is looked through; what is larger is read again when it is sent. */
const HELD_BYTES = 1024 * 1024

/** Files of any size behind one door, whichever shelf they lie on. */
export function largeFiles({ db, now, shelves }: LargeFilesOn): LargeFiles {
  const database = databaseShelf(db)
  return {
    shelves,
    keep: async (bytes) => {
      const file = { sha256: hashOf(bytes), size: bytes.byteLength }
      await db
        .insertInto('large_file')
        .values({ ...file, asked_at: now() })
        .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ asked_at: now() }))
        .execute()
      return valued(async () => {
        await (shelves.chosen ?? database).put({ sha256: file.sha256, bytes })
        return file
      })
    },
    read: (sha256) => readFrom(inOrder(shelves, database), sha256),
  }
}

/** All shelves, the one for new files first. */
export function inOrder({ chosen, others }: Shelves, database: Shelf): readonly Shelf[] {
  return chosen ? [chosen, database, ...others] : [database, ...others]
}

export function outside({ chosen, others }: Shelves): readonly Shelf[] {
  return chosen ? [chosen, ...others] : others
}

/**
 * The file on the first shelf that has it whole. More than one is looked at, because files stay where they were when
 * another shelf is chosen, and come back to the database when a backup is restored.
 */
export async function readFrom(
  shelves: readonly Shelf[],
  sha256: string,
): Promise<Result<ReadableFile, ReadFailure>> {
  let worst: ReadFailure = { kind: 'missing' }
  for (const shelf of shelves) {
    const found = await valued(() => lookThrough(shelf, sha256))
    if (found.ok && found.value !== 'missing' && found.value !== 'damaged') return ok(found.value)
    // A shelf that does not answer may have it: that is not the same as missing.
    if (!found.ok) worst = found.failure
    else if (found.value === 'damaged' && worst.kind === 'missing') worst = { kind: 'damaged' }
  }
  return fail(worst)
}

async function lookThrough(shelf: Shelf, sha256: string): Promise<ReadableFile | 'missing' | 'damaged'> {
  const pieces = await shelf.get(sha256)
  if (!pieces) return 'missing'
  const hash = createHash('sha256')
  const held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    hash.update(piece)
    size += piece.byteLength
    if (size <= HELD_BYTES) held.push(piece)
  }
  if (hash.digest('hex') !== sha256) return 'damaged'
  return { sha256, size, pieces: () => (size <= HELD_BYTES ? asStream(held) : again(shelf, sha256)) }
}

async function* asStream(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

/** The second reading holds its last piece back until the whole of it is known to be what the first one was. */
async function* again(shelf: Shelf, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let waiting: Uint8Array | null = null
  for await (const piece of (await shelf.get(sha256)) ?? []) {
    hash.update(piece)
    if (waiting) yield waiting
    waiting = piece
  }
  if (!waiting || hash.digest('hex') !== sha256) throw new Error(`The stored file ${sha256} is damaged`)
  yield waiting
}

export async function bytesOf({ size, pieces }: ReadableFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size)
  let at = 0
  for await (const piece of pieces()) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}

export async function valued<Value>(work: () => Promise<Value>): Promise<Result<Value, ShelfFailure>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof ShelfTrouble) return fail(error.failure)
    throw error
  }
}
