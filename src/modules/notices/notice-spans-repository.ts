import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { NoticeId } from './contract.ts'
import './tables.ts'

/** So many current notices, from this key on in the order they came; new ones are added to the last span. */
export type NoticeSpan = { readonly first: string; readonly lastChangedAt: Date }

/** All current notices in spans of a size, for lists that are too long for one file. */
export async function noticeSpans(db: Database, size: number): Promise<readonly NoticeSpan[]> {
  const { rows } = await sql<NoticeSpan>`
    select min(id::text) as first, max(changed_at) as "lastChangedAt"
    from (select id, changed_at, row_number() over (order by id) - 1 as place from notice where current) as placed
    group by place / ${size}::integer order by 1
  `.execute(db)
  return rows
}

export type NoticeAddress = { readonly id: NoticeId; readonly changedAt: Date }

const AT_ONCE = 1000

/** The notices of a span, a page at a time, so that nobody waits for all of them. */
export async function* noticesOfSpan(
  db: Database,
  { first }: Pick<NoticeSpan, 'first'>,
  size: number,
): AsyncGenerator<readonly NoticeAddress[]> {
  let [from, left] = [first, size]
  for (let isFirst = true; left > 0; isFirst = false) {
    const { rows } = await sql<{ key: string; id: NoticeId; changed_at: Date }>`
      select id as key, public_id as id, changed_at from notice
      where current and (id > ${from}::uuid or (${isFirst} and id = ${from}::uuid))
      order by id limit ${Math.min(left, AT_ONCE)}
    `.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ id, changed_at }) => ({ id, changedAt: changed_at }))
    from = last.key
    left -= rows.length
  }
}
