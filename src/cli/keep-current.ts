import {
  problemText,
  type ReprocessProgress,
  reprocessNotices,
  retryQuarantine,
} from '#src/modules/notices/index.ts'
import type { Program } from '#src/program.ts'

/** Half of the time is for the site. */
const REST = 0.5
/** How often the log hears of a long one. */
const TELL_MS = 30_000

/**
 * After an upgrade: what an older reader has made is made anew, and what it refused is tried again, while the site is
 * up. Killed, it goes on at the next start.
 */
export function keepCurrent(
  program: Pick<Program, 'db' | 'now' | 'log'>,
  onProgress: (progress: ReprocessProgress | null) => void,
): { readonly done: Promise<void>; stop(): Promise<void> } {
  const stopping = new AbortController()
  const work = renew(program, { signal: stopping.signal, onProgress })
    .catch((error: unknown) => program.log.error({ err: error }, 'notices could not be read anew'))
    .finally(() => onProgress(null))
  return {
    done: work,
    stop: async () => {
      stopping.abort()
      await work
    },
  }
}

type Watching = {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ReprocessProgress) => void
}

async function renew(
  program: Pick<Program, 'db' | 'now' | 'log'>,
  { signal, onProgress }: Watching,
): Promise<void> {
  const { log } = program
  let told = 0
  const report = await reprocessNotices(program, {
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
  if (report.read > 0) log.info({ ...report }, 'notices read anew')
  if (signal.aborted) return
  const retried = await retryQuarantine(program, { only: 'outdated', signal })
  if (retried.read > 0) log.info({ ...retried }, 'quarantine tried again')
}
