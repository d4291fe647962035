import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Asked } from './days-repository.ts'
import type { SourceFailure } from './remote-source.ts'
import './tables.ts'

/** Notes what a source names; what is here already, by whatever way it came, is not asked for. Answers how many are new. */
export async function noteHits(
  db: Database,
  { name, question }: Asked,
  { day, numbers, now }: { readonly day: string; readonly numbers: readonly string[]; readonly now: Date },
): Promise<number> {
  if (numbers.length === 0) return 0
  // The notices that Doffin has converted have its own id as their notice id; TED writes its number into the notice.
  const isHere =
    name === 'doffin'
      ? sql`exists (select from notice where chain = number)`
      : sql`exists (select from notice_original where ltrim(publication_number, '0') = number)`
  const { rows } = await sql<{ wanted: number }>`
    with named as (
      insert into source_hit (source, number, question, day, state, found_at, settled_at)
      select ${name}, number, ${question}, ${day}::date,
        case when ${isHere} then 'kept' else 'wanted' end, ${now}::timestamptz,
        case when ${isHere} then ${now}::timestamptz end
      from unnest(${numbers}::text[]) as number
      on conflict do nothing
      returning state
    )
    select count(*) filter (where state = 'wanted') as wanted from named
  `.execute(db)
  return rows[0]?.wanted ?? 0
}

/** The notices whose text is still to be had and may be asked for now; of one day, or of all. */
export async function openHits(
  db: Database,
  { name, question }: Asked,
  { day = null, now }: { readonly day?: string | null; readonly now: Date },
): Promise<readonly string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from source_hit
    where source = ${name} and question = ${question} and state <> 'kept'
      and (${day}::date is null or day = ${day}::date) and (try_after is null or try_after <= ${now})
    -- Those that have failed before come last, so that they keep no other waiting.
    order by tries, day, number
  `.execute(db)
  return rows.map(({ number }) => number)
}

/** The texts have come, and are stored or in quarantine. */
export async function keepHits(
  db: Database,
  { name }: Pick<Asked, 'name'>,
  { numbers, now }: { readonly numbers: readonly string[]; readonly now: Date },
): Promise<void> {
  if (numbers.length === 0) return
  await db
    .updateTable('source_hit')
    .set({ state: 'kept', settled_at: now, failure: null, try_after: null })
    .where('source', '=', name)
    .where('number', 'in', numbers)
    .execute()
}

const DAY_MS = 24 * 3_600_000
const LONGEST_DAYS = 30

/** It could not be had. One that is gone is asked for again after one day, two, four … and never given up. */
export async function missHit(
  db: Database,
  { name }: Pick<Asked, 'name'>,
  { number, failure, now }: { readonly number: string; readonly failure: SourceFailure; readonly now: Date },
): Promise<void> {
  const isGone = failure.code === 'gone'
  const days = sql`least(power(2, least(tries, 10)), ${LONGEST_DAYS}::int)`
  await sql`
    update source_hit set
      state = ${isGone ? 'gone' : 'wanted'}, failure = ${JSON.stringify(failure)}::jsonb, tries = tries + 1,
      try_after = ${isGone ? sql`${now}::timestamptz + ${days} * ${DAY_MS / 1000}::int * interval '1 second'` : null}
    where source = ${name} and number = ${number}
  `.execute(db)
}

export type OpenHits = { readonly wanted: number; readonly gone: number }

/** How many named notices are still without a text. */
export async function countOpenHits(db: Database, { name, question }: Asked): Promise<OpenHits> {
  const { rows } = await sql<OpenHits>`
    select count(*) filter (where state = 'wanted') as wanted, count(*) filter (where state = 'gone') as gone
    from source_hit where source = ${name} and question = ${question} and state <> 'kept'
  `.execute(db)
  return rows[0] ?? { wanted: 0, gone: 0 }
}
