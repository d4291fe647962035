import type { SourceItem } from '#src/modules/notices/sources/source-item.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { noteDay } from './days-repository.ts'
import { keepHits, missHit, noteHits, openHits } from './hits-repository.ts'
import type { RemoteSource, SourceFailure } from './remote-source.ts'

export type CollectTally = {
  /** Days searched. */
  days: number
  /** Notices named that were not known before. */
  found: number
  fetched: number
  /** Named, but 404 or 410: asked for again another day. */
  gone: number
  /** Could not be had this time. */
  failed: number
  /** The last thing that went wrong, other than what is gone. */
  lastFailure: SourceFailure | null
  /** Why the run ended before its end. */
  stopped: SourceFailure | null
}

type Collect = {
  readonly db: Database
  readonly now: Clock
  readonly source: RemoteSource
  readonly days: readonly string[]
  readonly signal: AbortSignal
  readonly tally: CollectTally
  readonly onStep: () => void
}

/** After so many failures in a row the source is held to be down, and left alone. */
const STRIKES = 3
/** After these there is no use in going on at all. */
const FATAL = new Set<SourceFailure['code']>(['cancelled', 'keyRefused', 'tooManyRequests', 'filterIgnored'])

const NAME_END = '.xml'

/**
 * Goes through the days, and gives the notices they name and which are not here. Nothing is ticked off here: a text
 * that has been given is still wanted until `keepCollected` says that it is stored.
 */
export async function* collectNotices(collect: Collect): AsyncGenerator<SourceItem> {
  const run: Run = { ...collect, tried: new Set(), strikes: { any: 0, text: 0 } }
  for (const day of collect.days) {
    const isSearched = await search(run, day)
    if (isSearched) yield* fetchOpen(run, day)
    if (run.tally.stopped) return
  }
  // What other days have left behind.
  yield* fetchOpen(run, null)
}

/** These have been stored: they are not asked for again. */
export async function keepCollected(
  { db, now, source }: Pick<Collect, 'db' | 'now' | 'source'>,
  items: readonly SourceItem[],
): Promise<void> {
  const numbers = items.map(({ name }) => name.slice(0, -NAME_END.length))
  await keepHits(db, source, { numbers, now: now() })
}

type Run = Collect & {
  readonly tried: Set<string>
  /** Failures in a row; of texts also apart, since the search may go well beside them on another server. */
  readonly strikes: { any: number; text: number }
}

async function search(run: Run, day: string): Promise<boolean> {
  const { db, source, tally } = run
  const found = await source.searchDay(day, run.signal)
  const now = run.now()
  if (!found.ok) {
    const { failure } = found
    if (failure.code !== 'cancelled') await noteDay(db, source, { day, now, failure })
    strike(run, failure)
    return false
  }
  run.strikes.any = 0
  tally.days += 1
  tally.found += await inTransaction(db, async (tx) => {
    await noteDay(tx, source, { day, now, search: found.value })
    return noteHits(tx, source, { day, now, numbers: found.value.numbers })
  })
  run.onStep()
  return true
}

async function* fetchOpen(run: Run, day: string | null): AsyncGenerator<SourceItem> {
  const { db, source, tally } = run
  for (const number of await openHits(db, source, { day, now: run.now() })) {
    if (run.tried.has(number)) continue
    run.tried.add(number)
    const text = await source.download(number, run.signal)
    if (text.ok) {
      forgive(run)
      tally.fetched += 1
      yield { name: `${number}${NAME_END}`, bytes: text.value }
    } else if (text.failure.code === 'gone') {
      forgive(run)
      tally.gone += 1
      await missHit(db, source, { number, failure: text.failure, now: run.now() })
    } else {
      await fail(run, number, text.failure)
      if (tally.stopped) return
    }
    run.onStep()
  }
}

async function fail(run: Run, number: string, failure: SourceFailure): Promise<void> {
  if (failure.code !== 'cancelled') {
    run.tally.failed += 1
    await missHit(run.db, run.source, { number, failure, now: run.now() })
  }
  run.strikes.text += 1
  strike(run, failure)
}

function forgive({ strikes }: Run): void {
  strikes.any = 0
  strikes.text = 0
}

function strike({ strikes, tally }: Run, failure: SourceFailure): void {
  strikes.any += 1
  tally.lastFailure = failure
  const isDown = Math.max(strikes.any, strikes.text) >= STRIKES
  if (isDown || FATAL.has(failure.code)) tally.stopped = failure
}
