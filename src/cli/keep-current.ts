import { setTimeout as delay } from 'node:timers/promises'
import {
  isAnythingOutdated,
  problemText,
  type ReprocessProgress,
  renewPrincipals,
  reprocessNotices,
  retryQuarantine,
} from '#src/modules/notices/index.ts'
import { type Job, registerJob, runJob } from '#src/platform/jobs/index.ts'
import { ok } from '#src/platform/result.ts'
import type { Program } from '#src/program.ts'

/** Half of the time is for the site. */
const REST = 0.5
/** How often the log hears of a long one. */
const TELL_MS = 30_000
/** How often it is looked whether anything has become outdated, and at most after it has failed. */
const LOOK_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000

type Served = Pick<Program, 'db' | 'now' | 'log'>
type OnProgress = (progress: ReprocessProgress | null) => void

/**
 * Keeps what is derived from notices in step with the program and the register, while the site is up: what an older
 * reader has made is made anew, what it refused is tried again, and when a body has got another member it is said anew
 * whom its notices were bought for. Of several servers the one with the lease does it; when that has died, the next.
 */
export function keepCurrent(
  program: Served,
  onProgress: OnProgress,
  { lookMs = LOOK_MS }: { readonly lookMs?: number } = {},
): { readonly done: Promise<void>; stop(): Promise<void> } {
  const stopping = new AbortController()
  const first = Promise.withResolvers<void>()
  const work = watch(program, renewal(program, onProgress), {
    lookMs,
    signal: stopping.signal,
    onCurrent: first.resolve,
  }).finally(first.resolve)
  return {
    done: first.promise,
    stop: async () => {
      stopping.abort()
      await work
    },
  }
}

type Watch = {
  readonly lookMs: number
  readonly signal: AbortSignal
  /** Nothing is outdated any more, as far as this process can tell. */
  readonly onCurrent: () => void
}

async function watch(program: Served, job: Job, { lookMs, signal, onCurrent }: Watch): Promise<void> {
  let [waitMs, isRegistered] = [lookMs, false]
  while (!signal.aborted) {
    try {
      if (!isRegistered) await registerJob(program.db, job.name, null)
      isRegistered = true
      const isOutdated = await isAnythingOutdated(program.db)
      const run = isOutdated ? await runJob(program, job, { signal, early: true }) : null
      if (!run || run.ok) onCurrent()
      const hasFailed = run?.ok && run.value.kind === 'failure'
      waitMs = hasFailed ? Math.min(waitMs * 4, LONGEST_WAIT_MS) : lookMs
    } catch (error) {
      program.log.error({ err: error }, 'it could not be looked whether notices are outdated')
      waitMs = Math.min(waitMs * 4, LONGEST_WAIT_MS)
    }
    await delay(waitMs, undefined, { signal, ref: false }).catch(() => {})
  }
}

function renewal(program: Served, onProgress: OnProgress): Job {
  return {
    name: 'renew-notices',
    nextAfter: (moment) => moment,
    run: async (signal) => {
      try {
        return ok(await renew(program, { signal, onProgress }))
      } finally {
        onProgress(null)
      }
    },
  }
}

type Renewing = { readonly signal: AbortSignal; readonly onProgress: OnProgress }

async function renew(program: Served, { signal, onProgress }: Renewing) {
  const { log } = program
  let told = 0
  const anew = await reprocessNotices(program, {
    only: 'outdated',
    signal,
    rest: REST,
    onProgress: (progress) => {
      onProgress(progress)
      if (performance.now() - told < TELL_MS) return
      told = performance.now()
      log.info({ ...progress }, 'reading notices anew')
    },
    onKept: (id, problems) =>
      log.warn({ id, problems: problems.map((problem) => problemText(problem, 'en')) }, 'left as it was'),
  })
  if (anew.read > 0) log.info({ ...anew }, 'notices read anew')
  const principals = await renewPrincipals(program, { signal })
  if (principals.changed > 0) log.info({ ...principals }, 'said anew whom notices were bought for')
  if (signal.aborted) return { ...anew, principals, retried: null }
  const retried = await retryQuarantine(program, { only: 'outdated', signal })
  if (retried.read > 0) log.info({ ...retried }, 'quarantine tried again')
  return { ...anew, principals, retried }
}
