import type { ImportReport } from '#src/modules/notices/contract.ts'
import { type ImportOptions, importNotices } from '#src/modules/notices/import-notices.ts'
import { type Clock, TIME_ZONE } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { type CollectTally, collectNotices, keepCollected } from './collect-notices.ts'
import { type OpenSpan, oldestOpenDay, openDays, openSpan, wantDays } from './days-repository.ts'
import { countOpenHits, type OpenHits } from './hits-repository.ts'
import type { RemoteSource } from './remote-source.ts'

export type SourceReport = {
  readonly since: string
  readonly until: string
  readonly collected: Readonly<CollectTally>
  readonly imported: ImportReport
  /** What is left over: of these days, and of notices that were ever named. */
  readonly left: OpenSpan & OpenHits
}

export type SourceImportOptions = {
  /** The first day; where the last run left off when nothing is said. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly signal: AbortSignal
  readonly onProgress?: (state: {
    readonly done: number
    readonly days: number
    readonly ofDays: number
  }) => void
  readonly onRefused?: ImportOptions['onRefused']
}

/** Without a word on where to begin, the first time begins here. */
const FIRST_DAYS = 14
/** Fetching takes a second or so each: a break should not cost many of them. */
const BATCH_NOTICES = 10

/**
 * Brings in what a source has for the days that are not settled, and goes on with what earlier runs have left. Run
 * again at any time: what is here is not fetched again, and what could not be had is asked for anew.
 */
export async function importFromSource(
  { db, now }: { readonly db: Database; readonly now: Clock },
  source: RemoteSource,
  { signal, onProgress, onRefused, ...asked }: SourceImportOptions,
): Promise<SourceReport> {
  const today = dayInOslo(now())
  const until = asked.until ?? today
  const since =
    asked.since ?? earlier(until, (await oldestOpenDay(db, source)) ?? daysBefore(today, FIRST_DAYS))
  await wantDays(db, source, { since, until, now: now() })
  const days = await openDays(db, source, { since, until })
  const tally: CollectTally = {
    days: 0,
    found: 0,
    fetched: 0,
    gone: 0,
    failed: 0,
    lastFailure: null,
    stopped: null,
  }
  const onStep = () => onProgress?.({ done: tally.fetched, days: tally.days, ofDays: days.length })
  const items = collectNotices({ db, now, source, days, signal, tally, onStep })
  const imported = await importNotices({ db, now }, items, {
    from: source.name,
    signal,
    batchNotices: BATCH_NOTICES,
    onKept: (kept) => keepCollected({ db, now, source }, kept),
    ...(onRefused && { onRefused }),
  })
  const left = { ...(await openSpan(db, source, { since, until })), ...(await countOpenHits(db, source)) }
  return { since, until, collected: { ...tally }, imported, left }
}

/** Whether everything that was asked for has come; what is gone at the source is told, and is no fault of the run. */
export function isComplete({ left, collected }: SourceReport): boolean {
  return collected.stopped === null && left.unreached === 0 && left.unnamed === 0 && left.wanted === 0
}

export function dayInOslo(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
    .toString()
}

function daysBefore(day: string, days: number): string {
  return Temporal.PlainDate.from(day).subtract({ days }).toString()
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
