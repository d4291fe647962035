import { sql } from 'kysely'
import { checkRelease, type Fault } from '#src/modules/notices/ocds/check-release.ts'
import { EXTENSIONS, type OcdsRelease } from '#src/modules/notices/ocds/release.ts'
import { toRelease } from '#src/modules/notices/ocds/to-release.ts'
import type { Database } from '#src/platform/database.ts'
import type { Notice } from './notice.ts'
import './tables.ts'

export type ExportedRelease = { readonly release: OcdsRelease; readonly faults: readonly Fault[] }

const PAGE = 100

/** Every notice in its current version as an OCDS release, by public id; `since` is the day it is listed under. */
export async function* exportReleases(
  db: Database,
  { since }: { readonly since?: string | undefined } = {},
): AsyncGenerator<ExportedRelease> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('notice')
      .select(['public_id', 'chain', 'listed_on', 'content'])
      .where('current', '=', true)
      .where('public_id', '>', after)
      .where(sql<boolean>`(${since ?? null}::date is null or listed_on >= ${since ?? null}::date)`)
      .orderBy('public_id')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      const content = row.content as Omit<Notice, 'contacts'>
      const listedOn = row.listed_on.toString()
      const release = toRelease({ ...content, id: row.public_id, chain: row.chain, listedOn })
      yield { release, faults: checkRelease(release) }
    }
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.public_id
  }
}

/** What stands around the releases of a package, made at this time and found at this address. */
export function packageEnvelope({ uri, publishedAt }: { readonly uri: string; readonly publishedAt: Date }) {
  return {
    uri,
    version: '1.1',
    publishedDate: publishedAt.toISOString(),
    publisher: { name: 'Spydspiss' },
    extensions: EXTENSIONS,
  }
}
