import type { RowsElsewhere } from '#src/platform/backup/index.ts'
import { databaseShelf } from './database-shelf.ts'
import { bytesOf, inOrder, readFrom, type Shelves } from './large-files.ts'
import { inPieces, PIECE_BYTES, ShelfTrouble } from './shelf.ts'
import './tables.ts'

/**
 * The rows of `large_file_piece` as they would be if every file lay in the database, so that a backup holds the documents
 * whichever shelf they are on, and is restored where there is no such shelf. What is missing or damaged is told, and the
 * rest written all the same; a shelf that does not answer stops it.
 */
export function largeFileRows(
  shelves: Shelves,
  onUnreadable: (sha256: string) => void,
): ReadonlyMap<string, RowsElsewhere> {
  const pieces: RowsElsewhere = {
    count: async (tx) => {
      const files = await tx.selectFrom('large_file').select('size').execute()
      return files.reduce((sum, { size }) => sum + Math.ceil(size / PIECE_BYTES), 0)
    },
    rows: async function* (tx) {
      const files = await tx.selectFrom('large_file').select('sha256').orderBy('sha256').execute()
      for (const { sha256 } of files) {
        const found = await readFrom(inOrder(shelves, databaseShelf(tx)), sha256)
        if (found.ok) yield* lines(sha256, await bytesOf(found.value))
        else if (found.failure.kind === 'missing' || found.failure.kind === 'damaged') onUnreadable(sha256)
        else throw new ShelfTrouble(found.failure)
      }
    },
  }
  return new Map([['large_file_piece', pieces]])
}

function* lines(sha256: string, bytes: Uint8Array): Generator<readonly string[]> {
  let position = 0
  for (const piece of inPieces(bytes)) {
    yield [JSON.stringify([sha256, String(position), `\\x${Buffer.from(piece).toString('hex')}`])]
    position += 1
  }
}
