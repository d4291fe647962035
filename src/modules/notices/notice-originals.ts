import { releaseWithoutPersons } from '#src/modules/notices/ocds/without-persons.ts'
import { HEAD_BYTES, kindOfContent } from '#src/modules/notices/sources/content-kind.ts'
import type { Database } from '#src/platform/database.ts'
import { readFile } from '#src/platform/files/index.ts'
import { withoutPersons } from './without-persons.ts'
import './tables.ts'

export type OriginalFile = { readonly sha256: string; readonly bytes: Uint8Array }
export type PublicOriginal = OriginalFile & { readonly mediaType: 'application/xml' | 'application/json' }

/**
 * The bytes as they came, of the original that counts or of the one that is named. They hold contact persons: for
 * authorised people and for reading anew, never for the public.
 */
export async function originalBytes(db: Database, id: string, sha256?: string): Promise<OriginalFile | null> {
  const row = await db
    .selectFrom('notice')
    .innerJoin('notice_original as file', 'file.notice', 'notice.id')
    .select('file.sha256')
    .where((where) =>
      where.or([
        where('public_id', '=', id),
        where.and([where('chain', '=', id), where('current', '=', true)]),
      ]),
    )
    .where((where) =>
      sha256 ? where('file.sha256', '=', sha256) : where('file.sha256', '=', where.ref('notice.original')),
    )
    .orderBy((by) => by.case().when('public_id', '=', id).then(0).else(1).end())
    .executeTakeFirst()
  if (!row) return null
  const bytes = await readFile(db, row.sha256)
  return bytes ? { sha256: row.sha256, bytes } : null
}

/** The original with contact persons taken out; of XML everything else is byte for byte as it came. */
export async function publicOriginal(
  db: Database,
  id: string,
  sha256?: string,
): Promise<PublicOriginal | null> {
  const original = await originalBytes(db, id, sha256)
  if (!original) return null
  const isJson = kindOfContent(original.bytes.subarray(0, HEAD_BYTES)) === 'json'
  const bytes = isJson ? releaseWithoutPersons(original.bytes) : withoutPersons(original.bytes)
  return bytes
    ? { sha256: original.sha256, bytes, mediaType: isJson ? 'application/json' : 'application/xml' }
    : null
}
