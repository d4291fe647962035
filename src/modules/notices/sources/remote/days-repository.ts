import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { DaySearch, RemoteSource, SourceFailure } from './remote-source.ts'
import './tables.ts'

export type Asked = Pick<RemoteSource, 'name' | 'question'>
type Span = { readonly since: string; readonly until: string }

/** Notes the days that are wanted as not reached, so that a run that ends early is gone on with by the next. */
export async function wantDays(
  db: Database,
  { name, question }: Asked,
  span: Span & { now: Date },
): Promise<void> {
  const failure: SourceFailure = { code: 'notReached' }
  await sql`
    insert into source_day (source, question, day, announced, named, failure, searched_at)
    select ${name}, ${question}, day::date, 0, 0, ${JSON.stringify(failure)}::jsonb, ${span.now}
    from generate_series(${span.since}::date, ${span.until}::date, interval '1 day') as day
    on conflict do nothing
  `.execute(db)
}

/** A day is settled when all of it was named, so long after that nothing more turns up. */
const SETTLED = sql`failure is null and named >= announced and searched_at >= day + late.days * interval '1 day'`

/** The days of the span that must be searched, the oldest first. */
export async function openDays(
  db: Database,
  { name, question, lateDays }: Asked & Pick<RemoteSource, 'lateDays'>,
  { since, until }: Span,
): Promise<readonly string[]> {
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    select day from source_day, (select ${lateDays}::int + 1 as days) as late
    where source = ${name} and question = ${question}
      and day between ${since}::date and ${until}::date and not (${SETTLED})
    order by day
  `.execute(db)
  return rows.map(({ day }) => day.toString())
}

/** The oldest day that is not settled; null when this has never been asked for. */
export async function oldestOpenDay(
  db: Database,
  { name, question, lateDays }: Asked & Pick<RemoteSource, 'lateDays'>,
): Promise<string | null> {
  const { rows } = await sql<{ day: Temporal.PlainDate | null }>`
    select coalesce(min(day) filter (where not (${SETTLED})), max(day)) as day
    from source_day, (select ${lateDays}::int + 1 as days) as late
    where source = ${name} and question = ${question}
  `.execute(db)
  return rows[0]?.day?.toString() ?? null
}

/** Writes down what came of searching a day. */
export async function noteDay(
  db: Database,
  { name, question }: Asked,
  outcome: { readonly day: string; readonly now: Date } & (
    | { readonly search: DaySearch }
    | { readonly failure: SourceFailure }
  ),
): Promise<void> {
  const { day, now } = outcome
  const search = 'search' in outcome ? outcome.search : null
  const failure = 'failure' in outcome ? JSON.stringify(outcome.failure) : null
  await sql`
    insert into source_day (source, question, day, announced, named, failure, searched_at)
    values (${name}, ${question}, ${day}::date, ${search?.announced ?? 0}, ${search?.numbers.length ?? 0},
      ${failure}::jsonb, ${now})
    on conflict (source, question, day) do update set
      -- A search that failed takes nothing away from one that did not.
      announced = case when excluded.failure is null then excluded.announced else source_day.announced end,
      named = case when excluded.failure is null then excluded.named else source_day.named end,
      failure = excluded.failure, searched_at = excluded.searched_at
  `.execute(db)
}

export type OpenSpan = {
  /** Days that could not be searched, or not yet. */
  readonly unreached: number
  readonly from: string | null
  readonly to: string | null
  /** Notices that the source says there are on the days it was asked about, and will not name. */
  readonly unnamed: number
}

/** What is left of the days that have been asked for: of the span, or of all. */
export async function openSpan(
  db: Database,
  { name, question }: Asked,
  span: Span | null = null,
): Promise<OpenSpan> {
  const { rows } = await sql<{
    unreached: number
    first: Temporal.PlainDate | null
    last: Temporal.PlainDate | null
    unnamed: number | null
  }>`
    select count(*) filter (where failure is not null) as unreached,
      min(day) filter (where failure is not null) as first,
      max(day) filter (where failure is not null) as last,
      sum(greatest(announced - named, 0)) as unnamed
    from source_day where source = ${name} and question = ${question}
      and (${span === null} or day between ${span?.since ?? null}::date and ${span?.until ?? null}::date)
  `.execute(db)
  const row = rows[0]
  return {
    unreached: row?.unreached ?? 0,
    from: row?.first?.toString() ?? null,
    to: row?.last?.toString() ?? null,
    unnamed: row?.unnamed ?? 0,
  }
}
