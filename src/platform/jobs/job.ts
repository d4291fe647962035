import { TIME_ZONE } from '#src/platform/clock.ts'
import type { Json } from '#src/platform/json.ts'
import type { Result } from '#src/platform/result.ts'

/** Why a job did not succeed: a code with values, which the interface has words for. */
export type JobFailure = {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** Something the program does by itself. */
export type Job = {
  readonly name: string
  /** When it is due again after a success. */
  readonly nextAfter: (moment: Date) => Date
  /** Does it; `signal` is aborted when the program stops, or when another process has the lease. */
  readonly run: (signal: AbortSignal) => Promise<Result<Json, JobFailure>>
}

/** What is known of a job, by everybody on the same database. */
export type JobState = {
  readonly name: string
  readonly dueAt: Date | null
  /** Since when some process has been at it; null when none is. */
  readonly runningSince: Date | null
  readonly failures: number
  readonly lastSuccess: { readonly at: Date; readonly report: Json } | null
  readonly lastFailure: { readonly at: Date; readonly failure: JobFailure } | null
}

/** The next time the clocks of Oslo show `time` (`09:30`), also over a change to summer time. */
export function nextDaily(time: string, moment: Date): Date {
  const now = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(TIME_ZONE)
  const today = now.withPlainTime(Temporal.PlainTime.from(time))
  const next = Temporal.ZonedDateTime.compare(today, now) > 0 ? today : today.add({ days: 1 })
  return new Date(next.epochMilliseconds)
}
