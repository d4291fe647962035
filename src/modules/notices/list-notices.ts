import { sql } from 'kysely'
import { type Register, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { BoughtFor, NoticeId } from './contract.ts'
import { SUMMARY_COLUMNS, type SummaryRow, toSummaries } from './notice-summaries.ts'
import type { NoticeSummary } from './stored-notice.ts'
import './tables.ts'

export type NoticeFilter = {
  /** Bought by any of these, by organisation id. */
  readonly organisations?: readonly string[] | undefined
  /** Bought by a municipality, or by a body that belongs to it. */
  readonly kommunenumre?: readonly string[] | undefined
  readonly fylkesnummer?: string | undefined
  /** What names these buyers; also what a joint body bought for them without naming them; or only that. */
  readonly boughtFor?: BoughtFor | undefined
  readonly formTypes?: readonly string[] | undefined
  readonly procedureId?: string | undefined
  /** Listed on this day or later, and before that day. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Older versions too. */
  readonly allVersions?: boolean | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
  /** The last id of the page before: the next page then stands still while new notices come in. */
  readonly after?: string | undefined
}

export type NoticeList = {
  readonly notices: readonly NoticeSummary[]
  readonly total: number
  /** What to give as `after` for the next page; null on the last one. */
  readonly next: NoticeId | null
}

/** Notices, newest first. */
export async function listNotices(db: Database, filter: NoticeFilter = {}): Promise<NoticeList> {
  const limit = Math.min(Math.max(filter.limit ?? 20, 1), 100)
  const matching = await whereOf(db, filter)
  const page =
    filter.after === undefined
      ? sql`true`
      : sql`
    (listed_on, public_id) < (select last.listed_on, last.public_id from notice as last where last.public_id = ${filter.after})`
  const { rows } = await sql<SummaryRow>`
    select ${sql.join(SUMMARY_COLUMNS.map((column) => sql.ref(column)))} from notice
    where ${matching} and ${page}
    order by listed_on desc, public_id desc
    limit ${limit + 1} offset ${filter.offset ?? 0}
  `.execute(db)
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*) as total from notice where ${matching}`.execute(db)
  const shown = rows.slice(0, limit)
  return {
    notices: await toSummaries(db, shown),
    total: Number(counted[0]?.total ?? 0),
    next: rows.length > limit ? ((shown.at(-1)?.public_id ?? null) as NoticeId | null) : null,
  }
}

/** The newest notices of an organisation, of a municipality and what belongs to it, or of a county. */
export async function noticesOf(
  db: Database,
  whose:
    | { readonly organisation: string }
    | { readonly kommunenummer: string }
    | { readonly fylkesnummer: string },
  page: Pick<NoticeFilter, 'limit' | 'offset' | 'after' | 'boughtFor'> = {},
): Promise<NoticeList> {
  if ('organisation' in whose) return listNotices(db, { ...page, organisations: [whose.organisation] })
  if ('kommunenummer' in whose) return listNotices(db, { ...page, kommunenumre: [whose.kommunenummer] })
  return listNotices(db, { ...page, fylkesnummer: whose.fylkesnummer })
}

/** The summaries of these notices, in the same order; what does not exist is left out. */
export async function noticesByIds(db: Database, ids: readonly string[]): Promise<readonly NoticeSummary[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('notice').select(SUMMARY_COLUMNS).where('public_id', 'in', ids).execute()
  const found = new Map((await toSummaries(db, rows)).map((one) => [one.id as string, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function whereOf(db: Database, filter: NoticeFilter) {
  const conditions = [sql`true`]
  if (!filter.allVersions) conditions.push(sql`current`)
  if (filter.procedureId !== undefined) conditions.push(sql`procedure_id = ${filter.procedureId}`)
  if (filter.formTypes?.length) conditions.push(sql`form_type = any(${filter.formTypes}::text[])`)
  if (filter.since !== undefined) conditions.push(sql`listed_on >= ${filter.since}::date`)
  if (filter.until !== undefined) conditions.push(sql`listed_on < ${filter.until}::date`)
  const buyers = await buyersOf(db, filter)
  if (buyers) conditions.push(boughtBy(buyers, filter.boughtFor))
  return sql.join(conditions, sql` and `)
}

function boughtBy(bodies: readonly string[], boughtFor: BoughtFor = 'named') {
  const named = isNamed(bodies)
  if (boughtFor === 'too') return sql`(${named} or ${isBoughtFor(bodies)})`
  return boughtFor === 'only' ? sql`(${isBoughtFor(bodies)} and not ${named})` : named
}

/** One of these is a buyer of the `notice` of the query. */
export function isNamed(bodies: readonly string[]) {
  return sql<boolean>`exists (
    select from notice_buyer as buyer where buyer.notice = notice.id and buyer.organisation_id = any(${bodies}::uuid[]))`
}

/** A joint body bought for one of these, which the `notice` of the query does not name. */
export function isBoughtFor(bodies: readonly string[]) {
  return sql<boolean>`exists (
    select from notice_principal as principal
    where principal.notice = notice.id and principal.organisation_id = any(${bodies}::uuid[]))`
}

async function buyersOf(db: Database, filter: NoticeFilter): Promise<readonly string[] | null> {
  const { organisations, kommunenumre, fylkesnummer } = filter
  if (!organisations && !kommunenumre && fylkesnummer === undefined) return null
  const register = await readRegister(db)
  return [
    ...(organisations ?? []),
    ...(kommunenumre ? bodiesOfMunicipalities(register, kommunenumre) : []),
    ...(fylkesnummer === undefined ? [] : bodiesOfCounty(register, fylkesnummer)),
  ]
}

/** The municipalities themselves and the bodies that belong to them. */
export function bodiesOfMunicipalities(register: Register, kommunenumre: readonly string[]): string[] {
  const wanted = new Set(kommunenumre)
  return [...register.organisations.values()]
    .filter((one) => one.kommunenummer !== null && wanted.has(one.kommunenummer))
    .map((one) => one.id)
}

function bodiesOfCounty(register: Register, fylkesnummer: string): string[] {
  return [...register.organisations.values()]
    .filter((one) => one.fylkesnummer === fylkesnummer)
    .map((one) => one.id)
}
