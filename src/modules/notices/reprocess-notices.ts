import { setTimeout as delay } from 'node:timers/promises'
import { assessInnovation } from '#src/modules/notices/innovation/assess-innovation.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { linkOrganisations, readLinks } from './link-organisations.ts'
import type { NoticeRecord } from './notice-rows.ts'
import { surroundingsOf, writeNotices } from './notices-repository.ts'
import { type ReadAnew, readAnew } from './read-anew.ts'
import { isRefusedByDatabase } from './refused-by-database.ts'
import { renewContractEnds } from './renew-contract-ends.ts'
import type { ReprocessOptions, ReprocessReport } from './reprocess.ts'
import {
  continueRun,
  countVersions,
  differingFromStored,
  markAsRead,
  nextVersions,
  noteReached,
  type ReprocessRun,
  readVersions,
  type StoredVersion,
  updateOriginals,
} from './reprocess-repository.ts'
import { lockNotices } from './store-notices.ts'

/** Few at a time: on the embedded engine everybody waits for the transaction of a batch. */
const BATCH_NOTICES = 25
const BATCH_BYTES = 4 * 1024 * 1024

type Tools = { readonly db: Database; readonly now: Clock }
type Tally = { -readonly [count in keyof ReprocessReport]: number }

/**
 * Makes what is derived from the originals anew, a batch at a time, while everything else goes on. What is the same as
 * before is left alone, and so is what a person has confirmed. Cut off at any moment it has lost nothing, and the next
 * run goes on where it was. What cannot be read any more stays as it is.
 */
export async function reprocessNotices(
  { db, now }: Tools,
  options: ReprocessOptions,
): Promise<ReprocessReport> {
  const { only, signal, onProgress, rest = 0 } = options
  const run = only === 'all' ? await inTransaction(db, (tx) => continueRun(tx, now())) : null
  const tally: Tally = { read: 0, changed: 0, unchanged: 0, kept: 0, seconds: 0, ...run?.report }
  let after = run?.reached ?? null
  const total = tally.read + (await countVersions(db, { only, after }))
  const earlier = tally.seconds
  const started = performance.now()
  const elapsed = () => earlier + Math.round((performance.now() - started) / 100) / 10
  for (;;) {
    if (signal?.aborted) return { ...tally }
    const batchStarted = performance.now()
    const versions = withinBytes(await nextVersions(db, { only, after, limit: BATCH_NOTICES }))
    const last = versions.at(-1)
    tally.seconds = elapsed()
    if (!last) break
    after = last.key
    await makeAnew({ db, now, tally, options, run: run && { ...run, reached: after } }, versions)
    onProgress?.({ done: tally.read, total: Math.max(total, tally.read) })
    const worked = performance.now() - batchStarted
    if (rest > 0) await delay((worked * rest) / (1 - rest), undefined, { signal }).catch(() => {})
  }
  if (run) await noteReached(db, { ...run, reached: after, report: tally }, now())
  return { ...tally }
}

/** At least one, and no more than can be held in memory with their originals. */
function withinBytes(versions: readonly StoredVersion[]): readonly StoredVersion[] {
  let bytes = 0
  return versions.filter(({ originals }, at) => {
    bytes += originals.reduce((sum, original) => sum + original.size, 0)
    return at === 0 || bytes <= BATCH_BYTES
  })
}

type Batch = Tools & {
  readonly tally: Tally
  readonly options: ReprocessOptions
  readonly run: ReprocessRun | null
}

async function makeAnew(batch: Batch, versions: readonly StoredVersion[]): Promise<void> {
  const { db, tally, options } = batch
  const read: ReadAnew[] = []
  for (const version of versions) read.push(await readAnew(db, version))
  const { changed, refused } = await writeAll(batch, read)
  const kept = [...read.filter((one) => one.best === null), ...refused]
  tally.read += versions.length
  tally.changed += changed
  tally.kept += kept.length
  tally.unchanged += versions.length - changed - kept.length
  for (const { stored, problems } of kept) options.onKept?.(stored.publicId, problems)
  const { run } = batch
  if (run) await noteReached(db, { ...run, report: tally }, null)
}

type Written = { readonly changed: number; readonly refused: readonly ReadAnew[] }

/** All in one transaction; when the database refuses, each alone, so that only the one to blame stays as it was. */
async function writeAll(batch: Batch, read: readonly ReadAnew[]): Promise<Written> {
  try {
    return { changed: await inTransaction(batch.db, (tx) => write(tx, batch, read)), refused: [] }
  } catch (error) {
    if (!isRefusedByDatabase(error)) throw error
    if (read.length === 1) {
      await markAsRead(
        batch.db,
        read.map(({ stored }) => stored.key),
      )
      const problems = [{ code: 'notStorable' as const, params: { reason: error.code } }]
      return { changed: 0, refused: read.map((one) => ({ ...one, problems })) }
    }
  }
  const alone: Written[] = []
  for (const one of read) alone.push(await writeAll(batch, [one]))
  return {
    changed: alone.reduce((sum, one) => sum + one.changed, 0),
    refused: alone.flatMap((one) => one.refused),
  }
}

async function write(tx: Database, { now }: Tools, read: readonly ReadAnew[]): Promise<number> {
  await lockNotices(tx)
  const keys = read.map(({ stored }) => stored.key)
  const today = new Map((await readVersions(tx, keys)).map((version) => [version.key, version]))
  const links = await readLinks(tx)
  const records: NoticeRecord[] = []
  for (const { stored, best } of read) {
    const version = today.get(stored.key)
    // A file that came meanwhile has been read by this reader already, together with what was there.
    if (!best || !version || JSON.stringify(version.originals) !== JSON.stringify(stored.originals)) continue
    const { notice, original } = best
    const linked = await linkOrganisations(tx, links, notice)
    const { key, publicId, chain, current, receivedAt } = version
    const arrival = { notice, innovation: assessInnovation(notice), sha256: original.sha256 }
    records.push({ key, isNew: false, publicId, chain, current, receivedAt, arrival, linked })
  }
  const { register } = links
  const around = await surroundingsOf(tx, records, { register, now: now() })
  const differing = await differingFromStored(tx, records, around)
  const changed = records.filter((record) => differing.has(record.key))
  await writeNotices(tx, { records: changed, noLongerCurrent: [], originals: [], register, now: now() })
  await updateOriginals(
    tx,
    read.flatMap((one) => one.originals),
  )
  await markAsRead(tx, keys)
  await recordEvents(
    tx,
    changed.map((record) => ({ kind: 'notice.changed', subject: record.publicId })),
  )
  await renewContractEnds(tx, changed)
  return changed.length
}
