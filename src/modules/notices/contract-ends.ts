import { type RawBuilder, sql } from 'kysely'
import type { OrganisationKind } from '#src/modules/organisations/contract.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { NoticeId } from './contract.ts'
import type { ContractEnd } from './contract-end.ts'
import { bodiesOfMunicipalities } from './list-notices.ts'
import { type NoticeParties, partiesOfNotices } from './notice-parties.ts'
import './tables.ts'

/** A contract that ends, seen from the notice that told of it. */
export type ComingContractEnd = Omit<ContractEnd, 'lot' | 'title'> &
  NoticeParties & {
    readonly notice: NoticeId
    readonly noticeTitle: string
    readonly language: string
    readonly lot: string
    readonly lotTitle: string
    readonly suppliers: readonly string[]
    /** When the notice was last read, or read anew. */
    readonly changedAt: Date
  }

/** Whose purchases are asked about: any of these. */
export type BuyerFilter = {
  readonly organisations?: readonly string[]
  /** These municipalities and the bodies that belong to them. */
  readonly kommunenumre?: readonly string[]
  /** Every organisation of these kinds. */
  readonly kinds?: readonly OrganisationKind[]
}

export type ContractEndFilter = BuyerFilter & {
  /** The first day, `2026-11-21`; and the last, or how many months ahead. */
  readonly from: string
  readonly until?: string
  readonly months?: number
  readonly limit?: number
}

type Row = {
  notice: string
  public_id: string
  notice_title: string
  language: string
  changed_at: Date
  lot: string
  title: string
  cpv: string[]
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate
  latest_ends_on: Temporal.PlainDate | null
  basis: ContractEnd['basis']
  options: string | null
  renewals: number | null
  renewals_text: string | null
  duration_from: string | null
}

/**
 * Contracts that end in the months to come, the first to end first; also those whose last renewal does. What is
 * said of renewals and options goes with them, since the end of the contract may not be the end of the purchase. What a
 * joint body bought for those who are asked about is among them. Where a later notice of a modified contract tells of
 * the same lot, it alone counts.
 */
export async function comingContractEnds(
  db: Database,
  filter: ContractEndFilter,
): Promise<readonly ComingContractEnd[]> {
  const { from, months = 24, limit = 50 } = filter
  const bought = await boughtByAny(db, filter)
  if (!bought) return []
  const until = filter.until ?? Temporal.PlainDate.from(from).add({ months }).toString()
  const { rows } = await sql<Row>`
    with modified as (${LAST_MODIFIED})
    select notice.id as notice, notice.public_id, notice.title as notice_title, language, notice.changed_at,
      one.lot, one.title, one.cpv, starts_on, ends_on, latest_ends_on, basis, options, renewals, renewals_text, duration_from
    from notice_contract_end as one join notice on notice.id = one.notice
    left join modified on modified.procedure_id = notice.procedure_id and modified.lot = one.lot
      and (modified.listed_on, modified.public_id) > (notice.listed_on, notice.public_id)
    where notice.current
      and (ends_on between ${from}::date and ${until}::date or latest_ends_on between ${from}::date and ${until}::date)
      and ${bought} and modified.lot is null
    order by ends_on < ${from}::date, ends_on, notice.public_id, position
    limit ${limit}
  `.execute(db)
  return withParties(db, rows)
}

/** The last that was told of a lot in a notice of a modified contract. */
const LAST_MODIFIED = sql`
  select distinct on (procedure_id, lot) procedure_id, lot, listed_on, public_id
  from notice join notice_contract_end on notice_contract_end.notice = notice.id
  where current and form_type = 'cont-modif' and procedure_id is not null
  order by procedure_id, lot, listed_on desc, public_id desc`

/**
 * Whether one of those who are asked about buys the `notice` of the query, or has it bought; null when nobody is. Found
 * from the buyers, who are few beside all notices.
 */
export async function boughtByAny(
  db: Database,
  { organisations = [], kommunenumre = [], kinds = [] }: BuyerFilter,
): Promise<RawBuilder<boolean> | null> {
  const bodies = [...organisations, ...bodiesOfMunicipalities(await readRegister(db), kommunenumre)]
  const ways = [
    ...(bodies.length > 0
      ? [
          sql`select buyer.notice from notice_buyer as buyer where buyer.organisation_id = any(${bodies}::uuid[])`,
          sql`select principal.notice from notice_principal as principal
            where principal.organisation_id = any(${bodies}::uuid[])`,
        ]
      : []),
    ...(kinds.length > 0
      ? [
          sql`select buyer.notice from notice_buyer as buyer
            join organisation on organisation.id = buyer.organisation_id where organisation.kind = any(${kinds}::text[])`,
        ]
      : []),
  ]
  return ways.length === 0 ? null : sql<boolean>`notice.id in (${sql.join(ways, sql` union `)})`
}

async function withParties(db: Database, rows: readonly Row[]): Promise<ComingContractEnd[]> {
  if (rows.length === 0) return []
  const keys = [...new Set(rows.map((row) => row.notice))]
  const parties = await partiesOfNotices(db, keys)
  const winners = await db
    .selectFrom('notice_winner')
    .select(['notice', 'lot', 'name'])
    .where(({ eb, fn, val }) => eb('notice', '=', fn.any(val(keys))))
    .orderBy('position')
    .execute()
  const byLot = Map.groupBy(winners, ({ notice, lot }) => `${notice} ${lot}`)
  return rows.map((row) => ({
    ...toContractEnd(row),
    ...(parties.get(row.notice) ?? { buyers: [], boughtFor: [] }),
    suppliers: [...new Set((byLot.get(`${row.notice} ${row.lot}`) ?? []).map((one) => one.name))],
  }))
}

function toContractEnd(row: Row) {
  return {
    notice: row.public_id as NoticeId,
    noticeTitle: row.notice_title,
    language: row.language,
    lot: row.lot,
    lotTitle: row.title,
    cpv: row.cpv,
    startsOn: row.starts_on?.toString() ?? null,
    endsOn: row.ends_on.toString(),
    latestEndsOn: row.latest_ends_on?.toString() ?? null,
    basis: row.basis,
    options: row.options,
    renewals: row.renewals,
    renewalsText: row.renewals_text,
    durationFrom: row.duration_from,
    changedAt: row.changed_at,
  }
}
