import type { SourceItem } from '#src/modules/notices/sources/source-item.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { storeFile } from '#src/platform/files/index.ts'
import type { ImportReport } from './contract.ts'
import { finishRun, startRun } from './import-runs-repository.ts'
import { readLinks } from './link-organisations.ts'
import type { NoticeProblem } from './notice.ts'
import { quarantine, release } from './quarantine-repository.ts'
import { type ReadItems, readItems } from './read-items.ts'
import { openReader } from './reading-thread.ts'
import { isRefusedByDatabase } from './refused-by-database.ts'
import { type Arrival, type Outcome, storeNotices } from './store-notices.ts'

export type ImportOptions = {
  /** Where it comes from, for the list of originals: `files`, `doffin`, `ted`. */
  readonly from?: string
  readonly onProgress?: (report: ImportReport) => void
  readonly onRefused?: (name: string, problems: readonly NoticeProblem[]) => void
  /** Stops after the batch at hand; what has been stored stays, and a new run goes on from there. */
  readonly signal?: AbortSignal
  /** Told what has been stored or put in quarantine, when it has. */
  readonly onKept?: (items: readonly SourceItem[]) => Promise<void>
  /** How many are stored together at most; fewer where each costs a wait to get hold of. */
  readonly batchNotices?: number
}

/** Short transactions: pages are served between them, and a break loses little. */
const BATCH_NOTICES = 20
const BATCH_BYTES = 8 * 1024 * 1024

type Tally = { -readonly [count in keyof ImportReport]: number }

/**
 * Reads and keeps everything a source gives. Running it again changes nothing. One that cannot be read, or cannot
 * be stored, goes to quarantine with its reasons and stops nothing else.
 */
export async function importNotices(
  { db, now }: { readonly db: Database; readonly now: Clock },
  source: AsyncIterable<SourceItem>,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const started = performance.now()
  const tally: Tally = {
    read: 0,
    stored: 0,
    unchanged: 0,
    superseded: 0,
    quarantined: 0,
    skipped: 0,
    seconds: 0,
  }
  const from = options.from ?? 'files'
  const run = await startRun(db, { source: from, startedAt: now() })
  const keep = createKeeper({ db, now, tally, options })
  const reader = openReader()
  let batch: SourceItem[] = []
  let size = 0
  let keeping = Promise.resolve()
  const keepRead = async (items: readonly SourceItem[], read: ReadItems) => {
    await keep(read)
    tally.skipped += items.filter((item) => 'skipped' in item).length
    if (items.length > 0) await options.onKept?.(items)
    tally.seconds = Math.round((performance.now() - started) / 100) / 10
    options.onProgress?.({ ...tally })
  }
  // The database keeps one batch while the next is read; never more than that, so that memory stays flat.
  const flush = async () => {
    const items = batch
    batch = []
    size = 0
    const read = await readItems(reader, items, from)
    await keeping
    keeping = keepRead(items, read)
    // A failure is told where it is waited for.
    keeping.catch(() => {})
    // What costs a wait to get hold of is kept before more is fetched, so that a break costs one batch of it.
    if (options.batchNotices !== undefined) await keeping
  }
  try {
    for await (const item of source) {
      if (options.signal?.aborted) break
      batch.push(item)
      size += 'bytes' in item ? item.bytes.byteLength : 0
      if (batch.length >= (options.batchNotices ?? BATCH_NOTICES) || size >= BATCH_BYTES) await flush()
    }
    await flush()
  } finally {
    // Also when the source breaks: nobody closes the database under what is being kept.
    await keeping.finally(reader.close)
  }
  await finishRun(db, run, { finishedAt: options.signal?.aborted ? null : now(), report: tally })
  return { ...tally }
}

type Keeper = {
  readonly db: Database
  readonly now: Clock
  readonly tally: Tally
  readonly options: ImportOptions
}

function createKeeper({ db, now, tally, options }: Keeper) {
  return async ({ arrivals, refusals }: ReadItems): Promise<void> => {
    const { outcomes, unstorable } = await storeAll(db, arrivals, now)
    const refused = [...refusals, ...unstorable]
    await inTransaction(db, async (tx) => {
      for (const { bytes } of refused) if (bytes) await storeFile(tx, bytes)
      await quarantine(
        tx,
        refused.map((one) => ({ ...one, name: shortName(one.name) })),
        now(),
      )
    })
    for (const outcome of outcomes) tally[outcome] += 1
    tally.quarantined += refused.length
    tally.read += outcomes.length + refused.length
    for (const { name, problems } of refused) options.onRefused?.(name, problems)
  }
}

type Stored = { readonly outcomes: readonly Outcome[]; readonly unstorable: ReadItems['refusals'] }

/** All in one transaction; when the database refuses, each alone, so that only the one to blame is put aside. */
async function storeAll(db: Database, arrivals: readonly Arrival[], now: Clock): Promise<Stored> {
  if (arrivals.length === 0) return { outcomes: [], unstorable: [] }
  try {
    return { outcomes: await store(db, arrivals, now), unstorable: [] }
  } catch (error) {
    if (!isRefusedByDatabase(error)) throw error
    if (arrivals.length === 1)
      return { outcomes: [], unstorable: arrivals.map((one) => unstorable(one, error)) }
  }
  const alone: Stored[] = []
  for (const arrival of arrivals) alone.push(await storeAll(db, [arrival], now))
  return {
    outcomes: alone.flatMap((one) => one.outcomes),
    unstorable: alone.flatMap((one) => one.unstorable),
  }
}

function store(db: Database, arrivals: readonly Arrival[], now: Clock): Promise<Outcome[]> {
  return inTransaction(db, async (tx) => {
    const links = await readLinks(tx)
    const named = arrivals.map((one) => ({ ...one, name: shortName(one.name) }))
    const outcomes = await storeNotices(tx, named, { now: now(), links })
    await release(
      tx,
      arrivals.map((one) => one.sha256),
    )
    return outcomes
  })
}

function unstorable({ sha256, name, source, bytes }: Arrival, { code }: { code: string }) {
  const problems: NoticeProblem[] = [{ code: 'notStorable', params: { reason: code } }]
  return { sha256, name, source, size: bytes.byteLength, problems, bytes }
}

/** Folder and file: whose machine it lay on, and where, is nobody else's business. */
function shortName(name: string): string {
  return name.split(/[/\\]/).slice(-2).join('/')
}
