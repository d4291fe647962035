import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { type BuyerFilter, boughtByAny } from './contract-ends.ts'
import './tables.ts'

export type ResultCount = { readonly results: number; readonly withoutEnd: number }

/**
 * How many results these have announced since a day, and for how many of them nothing tells when the contract ends: what
 * cannot be seen coming is counted, so that whoever reads of the rest knows it is not all.
 */
export async function countResultsWithoutEnd(
  db: Database,
  { since, ...buyers }: BuyerFilter & { readonly since: string },
): Promise<ResultCount> {
  const bought = await boughtByAny(db, buyers)
  if (!bought) return { results: 0, withoutEnd: 0 }
  const { rows } = await sql<{ results: number; without_end: number }>`
    select count(*) as results,
      count(*) filter (where not exists (
        select from notice_contract_end as one where one.notice = notice.id)) as without_end
    from notice
    where current and form_type = 'result' and listed_on >= ${since}::date
      and exists (select from notice_winner as winner where winner.notice = notice.id)
      and ${bought}
  `.execute(db)
  return { results: Number(rows[0]?.results ?? 0), withoutEnd: Number(rows[0]?.without_end ?? 0) }
}
