import type { Database } from '#src/platform/database.ts'
import { type Backoff, backoffMs } from '#src/platform/http/index.ts'
import { newId } from '#src/platform/ids.ts'
import type { Log } from '#src/platform/log.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Job } from './job.ts'
import {
  claimJob,
  databaseTime,
  type Ending,
  endJob,
  extendLease,
  findDueAt,
  type Lease,
  registerJob,
} from './jobs-repository.ts'

export type JobRunner = {
  readonly db: Database
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  /** The database's time when nothing is said: clocks of several machines differ. */
  readonly time?: () => Promise<Date>
  readonly random?: () => number
  /** A process that has died is missed after this. */
  readonly leaseMs?: number
  readonly heartbeatMs?: number
}

const LEASE_MS = 90_000
const HEARTBEAT_MS = 20_000
/** After a failure: ten minutes, then longer, at most half a day. */
const RETRY: Backoff = { firstMs: 10 * 60_000, longestMs: 12 * 3_600_000 }

export type RunOptions = {
  readonly signal: AbortSignal
  /** Also when it is not due, because a person asks for it. */
  readonly early?: boolean
}

/** Why `runJob` did nothing: another process is at it, or it is not due. */
export type NotRun = { readonly kind: 'notFree' }

/**
 * Runs the job if it is due and no other process has it, and writes down how it went. The outcome of the job itself
 * is the value; it is kept for everybody to read.
 */
export async function runJob(
  runner: JobRunner,
  job: Job,
  { signal, early = false }: RunOptions,
): Promise<Result<Ending['outcome'], NotRun>> {
  const { db, leaseMs = LEASE_MS } = runner
  const time = runner.time ?? (() => databaseTime(db))
  const lease: Lease = { name: job.name, holder: newId() }
  const now = await time()
  const claim = await claimJob(db, lease, { now, until: new Date(now.getTime() + leaseMs), early })
  if (!claim) return fail({ kind: 'notFree' })
  const heart = startHeart({ ...runner, time }, lease)
  const outcome = await perform(runner, job, AbortSignal.any([signal, heart.lost]))
  await heart.stop()
  const at = await time()
  const dueAt = await dueAfter(runner, job, { outcome, at, failures: claim.failures })
  await endJob(db, lease, { at, dueAt, outcome })
  return ok(outcome)
}

async function perform(
  { log }: JobRunner,
  { name, run }: Job,
  signal: AbortSignal,
): Promise<Ending['outcome']> {
  try {
    const done = await run(signal)
    if (done.ok) return { kind: 'success', report: done.value }
    if (signal.aborted) return { kind: 'untold' }
    log.warn({ job: name, failure: done.failure.code }, 'a job did not succeed')
    return { kind: 'failure', failure: done.failure }
  } catch (error) {
    if (signal.aborted) return { kind: 'untold' }
    log.error({ err: error, job: name }, 'a job failed')
    return { kind: 'failure', failure: { code: 'unexpected' } }
  }
}

/** What was stopped is due as it was; what failed is tried again, no later than it would have been done anyway. */
async function dueAfter(
  { db, random = Math.random }: JobRunner,
  { name, nextAfter }: Job,
  { outcome, at, failures }: { outcome: Ending['outcome']; at: Date; failures: number },
): Promise<Date | null> {
  const before = await findDueAt(db, name)
  // Done only because somebody asked: it has no time of its own.
  if (before === null || outcome.kind === 'untold') return before
  const regular = nextAfter(at)
  if (outcome.kind === 'success') return regular
  const again = new Date(at.getTime() + backoffMs(failures + 1, RETRY, random))
  return again < regular ? again : regular
}

/** Keeps the lease while the work goes on, and tells when it has been lost. */
function startHeart(
  runner: JobRunner & { readonly time: () => Promise<Date> },
  lease: Lease,
): { readonly lost: AbortSignal; readonly stop: () => Promise<void> } {
  const { db, log, time, leaseMs = LEASE_MS, heartbeatMs = HEARTBEAT_MS } = runner
  const lost = new AbortController()
  let beat = Promise.resolve()
  const timer = setInterval(() => {
    beat = beat.then(async () => {
      try {
        const until = new Date((await time()).getTime() + leaseMs)
        if (!(await extendLease(db, lease, until))) lost.abort()
      } catch (error) {
        // The lease is long enough for the next beat to try again.
        log.warn({ err: error, job: lease.name }, 'a lease could not be extended')
      }
    })
  }, heartbeatMs)
  return {
    lost: lost.signal,
    stop: async () => {
      clearInterval(timer)
      await beat
    },
  }
}

/** Makes the jobs known; one that has never been on the calendar is due at once. */
export async function registerJobs(runner: JobRunner, jobs: readonly Job[]): Promise<void> {
  const now = await (runner.time ?? (() => databaseTime(runner.db)))()
  for (const job of jobs) await registerJob(runner.db, job.name, now)
}
