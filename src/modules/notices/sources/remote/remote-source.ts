import type { Result } from '#src/platform/result.ts'

export const SOURCE_NAMES = ['doffin', 'ted'] as const
export type SourceName = (typeof SOURCE_NAMES)[number]

/** Why a source did not give what it was asked for; the words are the messages `source.failure.<code>`. */
export const SOURCE_FAILURE_CODES = [
  'cancelled',
  'cutOff',
  'emptyAnswer',
  'filterIgnored',
  'gone',
  'keyRefused',
  'notReached',
  'questionRefused',
  'serverError',
  'tooLarge',
  'tooManyRequests',
  'timedOut',
  'unexpectedAnswer',
  'unreachable',
] as const
export type SourceFailureCode = (typeof SOURCE_FAILURE_CODES)[number]

export type SourceFailure = {
  readonly code: SourceFailureCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** What a source names for one day. */
export type DaySearch = {
  readonly numbers: readonly string[]
  /** How many it says there are; more than the numbers where it would not name them all. */
  readonly announced: number
}

/** A place on the net that names notices by day, and gives the bytes of each. */
export type RemoteSource = {
  readonly name: SourceName
  /** What tells one question to a source from another; '' for everything Norwegian. */
  readonly question: string
  /** How long after a day something may still turn up under it. */
  readonly lateDays: number
  readonly searchDay: (day: string, signal: AbortSignal) => Promise<Result<DaySearch, SourceFailure>>
  readonly download: (number: string, signal: AbortSignal) => Promise<Result<Uint8Array, SourceFailure>>
}
