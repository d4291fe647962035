import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import type { Database } from '#src/platform/database.ts'
import './tables.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** The name under which the content is kept: the SHA-256 of its bytes in lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps the bytes, once however often they are given, and answers their SHA-256. */
export async function storeFile(tx: Database, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes)
  const zstd = await compress(bytes)
  await tx
    .insertInto('file')
    .values({ sha256, size: bytes.byteLength, zstd })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return sha256
}

/** The bytes as they were given, or null when they are not kept; content that has been damaged throws. */
export async function readFile(db: Database, sha256: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('file')
    .select(['zstd', 'size'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!row) return null
  const bytes = await decompress(row.zstd, { maxOutputLength: Math.max(row.size, 1) }).catch(() => null)
  if (!bytes || hashOf(bytes) !== sha256) throw new Error(`The stored file ${sha256} is damaged`)
  return plainBytes(bytes)
}

/** A view that is a `Uint8Array` and nothing more, so that what comes out equals what went in. */
function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}
