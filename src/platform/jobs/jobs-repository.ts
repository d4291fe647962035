import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import type { JobFailure, JobState } from './job.ts'
import type { JobRow } from './tables.ts'

/** The one clock that all processes on a database agree on. */
export async function databaseTime(db: Database): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const now = rows[0]?.now
  if (!now) throw new Error('The database did not say what time it is')
  return now
}

/** Makes the job known; one that is known keeps the time it is due. */
export async function registerJob(db: Database, name: string, dueAt: Date | null): Promise<void> {
  await sql`
    insert into job (name, due_at) values (${name}, ${dueAt})
    on conflict (name) do update set due_at = coalesce(job.due_at, excluded.due_at)
  `.execute(db)
}

export type Lease = { readonly name: string; readonly holder: string }
type Term = { readonly now: Date; readonly until: Date }
export type Claim = {
  /** How many times in a row it has failed before. */
  readonly failures: number
}

/** Takes the lease when nobody has it, and it is due unless `early`; null otherwise. One of many gets it. */
export async function claimJob(
  db: Database,
  { name, holder }: Lease,
  { now, until, early = false }: Term & { readonly early?: boolean },
): Promise<Claim | null> {
  const { rows } = await sql<{ failures: number }>`
    update job set
      lease_holder = ${holder}, lease_until = ${until}, started_at = ${now},
      -- Whoever had it before never said how it went.
      failures = failures + (lease_holder is not null)::int,
      last_failure_at = case when lease_holder is null then last_failure_at else ${now} end,
      last_failure = case when lease_holder is null then last_failure else '{"code": "interrupted"}'::jsonb end
    where name = ${name}
      and (lease_until is null or lease_until <= ${now})
      and (${early} or due_at <= ${now})
    returning failures
  `.execute(db)
  return rows[0] ?? null
}

/** Keeps the lease for another while; false when it has been lost. */
export async function extendLease(db: Database, { name, holder }: Lease, until: Date): Promise<boolean> {
  const extended = await db
    .updateTable('job')
    .set({ lease_until: until })
    .where('name', '=', name)
    .where('lease_holder', '=', holder)
    .executeTakeFirst()
  return extended.numUpdatedRows > 0n
}

export type Ending = {
  readonly at: Date
  readonly dueAt: Date | null
  readonly outcome:
    | { readonly kind: 'success'; readonly report: Json }
    | { readonly kind: 'failure'; readonly failure: JobFailure }
    /** Nothing to tell: it was stopped, or it was no ordinary run. */
    | { readonly kind: 'untold' }
}

/** Writes down how it went and lets go; one who has lost the lease writes nothing. */
export async function endJob(db: Database, { name, holder }: Lease, ending: Ending): Promise<void> {
  const { at, dueAt, outcome } = ending
  await db
    .updateTable('job')
    .set({ lease_holder: null, lease_until: null, started_at: null, due_at: dueAt })
    .$if(outcome.kind === 'success', (update) =>
      update.set({
        failures: 0,
        last_success_at: at,
        last_success: outcome.kind === 'success' ? JSON.stringify(outcome.report) : null,
      }),
    )
    .$if(outcome.kind === 'failure', (update) =>
      update.set((row) => ({
        failures: row('failures', '+', 1),
        last_failure_at: at,
        last_failure: outcome.kind === 'failure' ? JSON.stringify(outcome.failure) : null,
      })),
    )
    .where('name', '=', name)
    .where('lease_holder', '=', holder)
    .execute()
}

export async function findDueAt(db: Database, name: string): Promise<Date | null> {
  const row = await db.selectFrom('job').select('due_at').where('name', '=', name).executeTakeFirst()
  return row?.due_at ?? null
}

/** Every job that has been known here, by name. */
export async function jobStates(db: Database, now: Date): Promise<readonly JobState[]> {
  const rows = await db.selectFrom('job').selectAll().orderBy('name').execute()
  return rows.map((row) => toState(row, now))
}

function toState(row: JobRow, now: Date): JobState {
  const isRunning = row.lease_until !== null && row.lease_until > now
  return {
    name: row.name,
    dueAt: row.due_at,
    runningSince: isRunning ? row.started_at : null,
    failures: row.failures,
    lastSuccess: row.last_success_at && { at: row.last_success_at, report: row.last_success as Json },
    lastFailure: row.last_failure_at && {
      at: row.last_failure_at,
      failure: row.last_failure as JobFailure,
    },
  }
}
