import type { Job } from './job.ts'
import { type JobRunner, registerJobs, runJob } from './run-job.ts'

export type RunningJobs = {
  /** Stops what is under way and waits until it has let go. */
  readonly stop: () => Promise<void>
}

const LOOK_EVERY_MS = 30_000

/**
 * Looks whether the jobs are due, again and again, each by itself so that a long one keeps no other waiting. Every
 * process may do this: the lease lets one of them do the work, and the next one when that has died.
 */
export function startJobs(
  runner: JobRunner,
  jobs: readonly Job[],
  { everyMs = LOOK_EVERY_MS }: { readonly everyMs?: number } = {},
): RunningJobs {
  const stopping = new AbortController()
  const lookouts = jobs.map((job) => startLookout(runner, job, { everyMs, signal: stopping.signal }))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(lookouts.map((lookout) => lookout.stop()))
    },
  }
}

function startLookout(
  runner: JobRunner,
  job: Job,
  { everyMs, signal }: { readonly everyMs: number; readonly signal: AbortSignal },
): RunningJobs {
  let isRegistered = false
  let turn: Promise<void> | null = null
  const look = async () => {
    try {
      if (!isRegistered) await registerJobs(runner, [job])
      isRegistered = true
      if (!signal.aborted) await runJob(runner, job, { signal })
    } catch (error) {
      runner.log.error({ err: error, job: job.name }, 'a job could not be looked after')
    }
  }
  const takeTurn = () => {
    turn ??= look().finally(() => {
      turn = null
    })
  }
  const timer = setInterval(takeTurn, everyMs)
  takeTurn()
  return {
    stop: async () => {
      clearInterval(timer)
      await turn
    },
  }
}
