import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { inPieces, type NamedBytes, type Pieces, type Shelf, ShelfTrouble } from './shelf.ts'
import './tables.ts'

/** PostgreSQL has no room: the disk is full, or a quota is. */
const NO_ROOM = '53100'

/** So many pieces are written at once: fewer waits for the disk, and others get in between. */
const TOGETHER = 4

/**
 * The shelf in the database: covered by every backup, the same for every web process.
 *
 * A few pieces are committed at a time, so that other questions get in between; half a file is nothing that is asked
 * for, because the row that refers to it comes last.
 */
export function databaseShelf(db: Database): Shelf {
  return {
    name: 'database',
    put: (file) => put(db, file),
    get: (sha256) => get(db, sha256),
    remove: async (sha256) => {
      await db.deleteFrom('large_file_piece').where('sha256', '=', sha256).execute()
    },
    list: async function* () {
      const { rows } = await sql<{ sha256: string; size: number }>`
        select sha256, sum(length(bytes))::int8 as size from large_file_piece group by sha256
      `.execute(db)
      yield* rows
    },
  }
}

async function put(db: Database, { sha256, bytes }: NamedBytes): Promise<void> {
  const rows = [...inPieces(bytes)].map(
    (piece, position) => sql`(${sha256}, ${position}::integer, ${piece}::bytea)`,
  )
  try {
    for (let at = 0; at < rows.length; at += TOGETHER) {
      await sql`
        insert into large_file_piece as there (sha256, position, bytes)
        values ${sql.join(rows.slice(at, at + TOGETHER))}
        on conflict (sha256, position) do update set bytes = excluded.bytes where there.bytes <> excluded.bytes
      `.execute(db)
    }
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === NO_ROOM
    throw isFull ? new ShelfTrouble({ kind: 'full' }, error) : error
  }
}

async function get(db: Database, sha256: string): Promise<Pieces | null> {
  const first = await pieceAt(db, sha256, 0)
  return first && piecesFrom(db, sha256, first)
}

async function* piecesFrom(db: Database, sha256: string, first: Uint8Array): AsyncGenerator<Uint8Array> {
  let piece: Uint8Array | null = first
  for (let position = 1; piece; position += 1) {
    yield piece
    piece = await pieceAt(db, sha256, position)
  }
}

async function pieceAt(db: Database, sha256: string, position: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('large_file_piece')
    .select('bytes')
    .where('sha256', '=', sha256)
    .where('position', '=', position)
    .executeTakeFirst()
  return row?.bytes ?? null
}
