import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { isNewer } from './arrival.ts'
import './tables.ts'

export type ArrivedRelease = {
  readonly sha256: string
  readonly publicId: string
  readonly names: readonly string[]
}

/** By public id: the releases that were made originals of a notice, and everything that is another than before. */
export type TiedReleases = { readonly tied: ReadonlySet<string>; readonly changed: ReadonlySet<string> }

/** A release that has come, where its files lie now, and the eForms notice they belong to. */
type Tie = {
  readonly publicId: string
  readonly notice: string
  /** Whether it is a notice of its own now. */
  readonly isOwn: boolean
  readonly chain: string
  readonly current: boolean
  readonly target: string
  readonly targetId: string
}

/**
 * Makes each release that names an eForms notice an original of it, whichever of the two came first: of the notices it
 * names the one published last, so that the order in which they come does not matter. `notices` are the
 * public ids of those that came. Call it in the transaction that stored them.
 */
export async function tieReleases(
  tx: Database,
  {
    releases,
    notices,
  }: { readonly releases: readonly ArrivedRelease[]; readonly notices: readonly string[] },
): Promise<TiedReleases> {
  await noteReleases(tx, releases)
  const tied = new Set<string>()
  const changed = new Set<string>()
  const arrived = releases.map((one) => one.publicId)
  for (const tie of await findTies(tx, { arrived, notices })) {
    await sql`
      update notice_original set notice = ${tie.target}
      from notice_release as release
      where release.sha256 = notice_original.sha256 and release.public_id = ${tie.publicId}
    `.execute(tx)
    if (tie.isOwn) {
      await tx.deleteFrom('notice').where('id', '=', tie.notice).execute()
      if (tie.current) for (const id of await promoteNewest(tx, tie.chain)) changed.add(id)
    }
    tied.add(tie.publicId)
    changed.add(tie.publicId).add(tie.targetId)
  }
  return { tied, changed }
}

async function noteReleases(tx: Database, releases: readonly ArrivedRelease[]): Promise<void> {
  if (releases.length === 0) return
  const rows = releases.map(({ sha256, publicId, names }) => ({ sha256, public_id: publicId, names }))
  await sql`
    insert into notice_release
    select * from jsonb_populate_recordset(null::notice_release, ${JSON.stringify(rows)}::jsonb)
  `.execute(tx)
}

/** The releases that came, and those that name a notice that came, where they do not lie with the notice they name. */
async function findTies(
  tx: Database,
  { arrived, notices }: { readonly arrived: readonly string[]; readonly notices: readonly string[] },
): Promise<readonly Tie[]> {
  if (arrived.length === 0 && notices.length === 0) return []
  const { rows } = await sql<Tie>`
    with named as (
      select public_id, array_agg(distinct name) as names
      from notice_release, unnest(names) as name
      where public_id in (
        select public_id from notice_release
        where public_id = any(${arrived}::text[]) or names && array(
          select name from notice, unnest(array[public_id, notice_id, publication_number]) as name
          where public_id = any(${notices}::text[]) and name is not null)
      )
      group by public_id
    )
    select distinct on (named.public_id) named.public_id as "publicId", own.id as notice,
      own.public_id = named.public_id as "isOwn", own.chain, own.current, best.id as target, best.public_id as "targetId"
    from named
    join notice_release as release on release.public_id = named.public_id
    join notice_original as file on file.sha256 = release.sha256
    join notice as own on own.id = file.notice
    join lateral (
      select id, public_id from notice
      where (publication_number = any(named.names) or notice_id = any(named.names) or public_id = any(named.names))
        and not exists (select from notice_release as other where other.public_id = notice.public_id)
      order by published_on desc nulls last, current desc, public_id desc
      limit 1
    ) as best on true
    where best.id <> own.id
    order by named.public_id, "isOwn" desc
  `.execute(tx)
  return rows
}

/** The releases of a chain that are left have a newest one again. */
async function promoteNewest(tx: Database, chain: string): Promise<readonly string[]> {
  const rest = await tx
    .selectFrom('notice')
    .select(['id', 'public_id', 'version'])
    .where('chain', '=', chain)
    .execute()
  const newest = rest.reduce<(typeof rest)[number] | null>(
    (best, one) => (best && isBefore(one, best) ? best : one),
    null,
  )
  if (!newest) return []
  await tx.updateTable('notice').set({ current: true }).where('id', '=', newest.id).execute()
  return [newest.public_id]
}

type Version = { readonly version: string; readonly public_id: string }

function isBefore(one: Version, other: Version): boolean {
  return one.version === other.version ? one.public_id < other.public_id : isNewer(other.version, one.version)
}
