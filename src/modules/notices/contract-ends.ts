import { sql } from 'kysely'
import { type Organisation, readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type BoughtThrough, toBoughtThrough } from './bought-through.ts'
import type { NoticeId } from './contract.ts'
import type { ContractEnd } from './contract-end.ts'
import { bodiesOfMunicipalities, isBoughtFor, isNamed } from './list-notices.ts'
import { principalsOfNotices } from './principals-repository.ts'
import { type BuyerMunicipality, municipalityOf, readOrganisationsOf } from './stored-notice.ts'
import './tables.ts'

/** A contract that ends, seen from the notice that told of it. */
export type ComingContractEnd = Omit<ContractEnd, 'lot' | 'title'> & {
  readonly notice: NoticeId
  readonly noticeTitle: string
  readonly language: string
  readonly lot: string
  readonly lotTitle: string
  readonly cpv: readonly string[]
  readonly buyers: readonly {
    readonly name: string
    readonly organisation: Organisation | null
    readonly municipality: BuyerMunicipality | null
  }[]
  /** Others it was bought for, whom the notice does not name; those who were asked about may be among them only. */
  readonly boughtFor: readonly BoughtThrough[]
  readonly suppliers: readonly string[]
}

export type ContractEndFilter = {
  readonly organisations?: readonly string[]
  /** These municipalities and the bodies that belong to them. */
  readonly kommunenumre?: readonly string[]
  /** The first day, `2026-11-21`, and how many months ahead. */
  readonly from: string
  readonly months?: number
  readonly limit?: number
}

type Row = {
  notice: string
  public_id: string
  notice_title: string
  language: string
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
 * joint body bought for those who are asked about is among them.
 */
export async function comingContractEnds(
  db: Database,
  filter: ContractEndFilter,
): Promise<readonly ComingContractEnd[]> {
  const { organisations = [], kommunenumre = [], from, months = 24, limit = 50 } = filter
  const bodies = [...organisations, ...bodiesOfMunicipalities(await readRegister(db), kommunenumre)]
  if (bodies.length === 0) return []
  const until = Temporal.PlainDate.from(from).add({ months }).toString()
  const { rows } = await sql<Row>`
    select notice.id as notice, public_id, notice.title as notice_title, language, lot, one.title,
      coalesce((select array_agg(code) from jsonb_array_elements(content -> 'lots') as lots (item),
        jsonb_array_elements_text(item -> 'cpv') as code where item ->> 'id' = lot), cpv) as cpv,
      starts_on, ends_on, latest_ends_on, basis, options, renewals, renewals_text, duration_from
    from notice_contract_end as one join notice on notice.id = one.notice
    where notice.current
      and (ends_on between ${from}::date and ${until}::date or latest_ends_on between ${from}::date and ${until}::date)
      and (${isNamed(bodies)} or ${isBoughtFor(bodies)})
    order by ends_on < ${from}::date, ends_on, public_id, position
    limit ${limit}
  `.execute(db)
  return withParties(db, rows)
}

async function withParties(db: Database, rows: readonly Row[]): Promise<ComingContractEnd[]> {
  if (rows.length === 0) return []
  const keys = [...new Set(rows.map((row) => row.notice))]
  const buyers = await db
    .selectFrom('notice_buyer')
    .selectAll()
    .where('notice', 'in', keys)
    .orderBy('position')
    .execute()
  const principals = Map.groupBy(await principalsOfNotices(db, keys), (one) => one.notice)
  const winners = await db
    .selectFrom('notice_winner')
    .selectAll()
    .where('notice', 'in', keys)
    .orderBy('position')
    .execute()
  const { register, organisations } = await readOrganisationsOf(
    db,
    buyers.map((one) => one.organisation_id),
  )
  return rows.map((row) => ({
    ...toContractEnd(row),
    buyers: buyers
      .filter((one) => one.notice === row.notice)
      .map(({ name, organisation_id }) => {
        const organisation = organisations.get(organisation_id ?? '') ?? null
        return { name, organisation, municipality: municipalityOf(register, organisation) }
      }),
    boughtFor: toBoughtThrough(register, principals.get(row.notice) ?? []),
    suppliers: [
      ...new Set(
        winners.filter((one) => one.notice === row.notice && one.lot === row.lot).map((one) => one.name),
      ),
    ],
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
  }
}
