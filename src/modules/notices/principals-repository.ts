import { sql } from 'kysely'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { PrincipalBasis } from './contract.ts'
import type { Notice } from './notice.ts'
import './tables.ts'

/** What the principals of all notices were last made from; null when they have never been made. */
export async function principalsMadeFrom(db: Database): Promise<string | null> {
  const row = await db
    .selectFrom('notice_derived')
    .select('made_from')
    .where('what', '=', 'principals')
    .executeTakeFirst()
  return row?.made_from ?? null
}

export async function notePrincipalsMade(tx: Database, madeFrom: string, now: Date): Promise<void> {
  const made = { made_from: madeFrom, made_at: now }
  await tx
    .insertInto('notice_derived')
    .values({ what: 'principals', ...made })
    .onConflict((conflict) => conflict.column('what').doUpdateSet(made))
    .execute()
}

/** A stored notice as far as its principals follow from it. */
export type BoughtNotice = {
  readonly key: string
  readonly publicId: string
  readonly day: string
  readonly notice: Omit<Notice, 'contacts'>
  /** Who the buyers are, in the order of the notice. */
  readonly buyers: readonly (OrganisationId | null)[]
}

type Wanted = { readonly bodies: readonly string[]; readonly after: string | null; readonly limit: number }

/** The next notices that one of these bought, or that have principals now. */
export async function noticesBoughtBy(
  db: Database,
  { bodies, after, limit }: Wanted,
): Promise<readonly BoughtNotice[]> {
  const { rows } = await sql<{ id: string }>`
    select id from notice
    where (${after}::uuid is null or id > ${after}::uuid) and (
      exists (select from notice_buyer where notice = id and organisation_id = any(${bodies}::uuid[]))
      or exists (select from notice_principal where notice = id))
    order by id limit ${limit}
  `.execute(db)
  return readBought(
    db,
    rows.map((row) => row.id),
  )
}

export async function readBought(db: Database, keys: readonly string[]): Promise<readonly BoughtNotice[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Omit<BoughtNotice, 'notice' | 'buyers'> & { content: unknown; buyers: unknown }>`
    select id as key, public_id as "publicId", listed_on::text as day, content,
      (select jsonb_agg(organisation_id order by position) from notice_buyer where notice = id) as buyers
    from notice where id = any(${keys}::uuid[]) order by id
  `.execute(db)
  return rows.map(({ content, buyers, ...row }) => ({
    ...row,
    notice: content as BoughtNotice['notice'],
    buyers: (buyers ?? []) as BoughtNotice['buyers'],
  }))
}

export type PrincipalLink = {
  readonly notice: string
  readonly organisation: OrganisationId
  readonly body: OrganisationId
  readonly basis: PrincipalBasis
}

export async function principalsOfNotices(
  db: Database,
  keys: readonly string[],
): Promise<readonly PrincipalLink[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('notice_principal')
    .selectAll()
    .where('notice', 'in', keys)
    .orderBy('position')
    .execute()
  return rows.map(({ notice, organisation_id, body_id, basis }) => ({
    notice,
    organisation: organisation_id as OrganisationId,
    body: body_id as OrganisationId,
    basis,
  }))
}
