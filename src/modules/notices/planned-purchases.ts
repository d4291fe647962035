import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { NoticeId } from './contract.ts'
import { type BuyerFilter, boughtByAny } from './contract-ends.ts'
import type { Notice } from './notice.ts'
import { type NoticeParties, partiesOfNotices } from './notice-parties.ts'
import './tables.ts'

/** A purchase to come that a planning notice tells of: the whole notice, or one of its parts. */
export type PlannedPurchase = NoticeParties & {
  readonly notice: NoticeId
  readonly noticeTitle: string
  readonly language: string
  /** Null where the notice has no parts. */
  readonly part: string | null
  readonly title: string
  readonly cpv: readonly string[]
  readonly subtype: string | null
  readonly listedOn: string
  /** When the competition is said to come (BT-127), or else when the contract is said to begin. */
  readonly plannedOn: string | null
  readonly changedAt: Date
}

export type PlannedFilter = BuyerFilter & {
  /** The first and last day of the period, `2026-11-21`. */
  readonly from: string
  readonly until: string
  /** Announced on this day or later, where no time is said for the purchase itself. */
  readonly since: string
  readonly limit?: number
}

type Row = {
  notice: string
  public_id: string
  title: string
  language: string
  subtype: string | null
  listed_on: Temporal.PlainDate
  cpv: string[]
  planned_on: string | null
  parts: unknown
  changed_at: Date
}

/**
 * What is planned to be bought, by planning notices (subtypes 1–9, N4, E1 and E2) that are still about something to
 * come: nobody has announced a competition or a result in the same procedure (BT-04), and what is said of its time
 * falls within the period.
 */
export async function plannedPurchases(
  db: Database,
  filter: PlannedFilter,
): Promise<readonly PlannedPurchase[]> {
  const { since, limit = 500 } = filter
  const bought = await boughtByAny(db, filter)
  if (!bought) return []
  const { rows } = await sql<Row>`
    select id as notice, public_id, title, language, subtype, listed_on, cpv, content ->> 'plannedOn' as planned_on,
      content -> 'parts' as parts, changed_at
    from notice
    where current and form_type in ('planning', 'consultation') and listed_on >= ${since}::date - 730
      and ${bought}
      and not exists (
        select from notice as later where later.procedure_id = notice.procedure_id and later.current
          and later.form_type in ('competition', 'dir-awa-pre', 'result', 'cont-modif', 'completion'))
    order by listed_on desc, public_id
    limit ${limit}
  `.execute(db)
  const parties = await partiesOfNotices(
    db,
    rows.map((row) => row.notice),
  )
  return rows.flatMap((row) =>
    purchasesOf(row)
      .filter((one) => isToCome(one, filter))
      .map((one) => ({ ...one, ...(parties.get(row.notice) ?? { buyers: [], boughtFor: [] }) })),
  )
}

function isToCome(
  { plannedOn, listedOn }: Pick<PlannedPurchase, 'plannedOn' | 'listedOn'>,
  { from, until, since }: PlannedFilter,
): boolean {
  return plannedOn === null ? listedOn >= since : plannedOn >= from && plannedOn <= until
}

function purchasesOf(row: Row): readonly Omit<PlannedPurchase, keyof NoticeParties>[] {
  const whole = {
    notice: row.public_id as NoticeId,
    noticeTitle: row.title,
    language: row.language,
    part: null,
    title: row.title,
    cpv: row.cpv,
    subtype: row.subtype,
    listedOn: row.listed_on.toString(),
    plannedOn: row.planned_on,
    changedAt: row.changed_at,
  }
  const parts = (row.parts ?? []) as Notice['parts']
  if (parts.length === 0) return [whole]
  return parts.map(({ id, title, cpv, duration }) => ({
    ...whole,
    part: id,
    title: title || row.title,
    cpv: cpv.length > 0 ? cpv : row.cpv,
    plannedOn: row.planned_on ?? duration?.from ?? null,
  }))
}
