import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { NoticeId } from './contract.ts'
import './tables.ts'

export type EndOfNotice = { readonly notice: NoticeId; readonly lot: string; readonly endsOn: string }

type Row = { public_id: string; lot: string; ends_on: Temporal.PlainDate }

/** When the contracts that these notices tell of end, lot by lot, the first to end first. */
export async function contractEndsOf(db: Database, ids: readonly string[]): Promise<readonly EndOfNotice[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select public_id, lot, ends_on
    from notice_contract_end as one join notice on notice.id = one.notice
    where public_id = any(${ids}::text[])
    order by ends_on, public_id, position
  `.execute(db)
  return rows.map((row) => ({
    notice: row.public_id as NoticeId,
    lot: row.lot,
    endsOn: row.ends_on.toString(),
  }))
}
