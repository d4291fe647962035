import { READER_VERSION } from '#src/modules/notices/eforms/read-notice.ts'
import { noticesInBytes } from '#src/modules/notices/sources/contents.ts'
import type { SourceItem } from '#src/modules/notices/sources/source-item.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { hashOf, readFile } from '#src/platform/files/index.ts'
import type { ImportReport } from './contract.ts'
import { type ImportOptions, importNotices } from './import-notices.ts'
import { release, type WaitingItem, waitingInQuarantine } from './quarantine-repository.ts'

export type RetryOptions = Pick<ImportOptions, 'onRefused' | 'onProgress' | 'signal'> & {
  /** All that has bytes, what an older reader refused, or one. */
  readonly only: 'all' | 'outdated' | WaitingItem
}

const PAGE = 100

/** Reads again what is in quarantine. What can be read now is stored as if it came today; the rest stays with its reasons. */
export async function retryQuarantine(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { only, ...options }: RetryOptions,
): Promise<Pick<ImportReport, 'read' | 'quarantined'>> {
  const total = { read: 0, quarantined: 0 }
  const waiting = typeof only === 'object' ? [only] : await allWaiting(db, only)
  for (const [from, items] of Map.groupBy(waiting, (item) => item.source)) {
    const opened: string[] = []
    const source = noticesOf(db, items, { ...options, onOpened: (sha256) => opened.push(sha256) })
    const { read, quarantined } = await importNotices({ db, now }, source, { ...options, from })
    await release(db, opened)
    total.read += read
    total.quarantined += quarantined
  }
  return total
}

async function allWaiting(db: Database, only: 'all' | 'outdated'): Promise<readonly WaitingItem[]> {
  const olderThan = only === 'outdated' ? READER_VERSION : null
  const items: WaitingItem[] = []
  for (let after: string | null = null; ; ) {
    const page = await waitingInQuarantine(db, { after, limit: PAGE, olderThan })
    items.push(...page)
    after = page.at(-1)?.id ?? null
    if (page.length < PAGE) return items
  }
}

type Opening = Pick<RetryOptions, 'onRefused'> & {
  /** Told of what turned out to hold others, each of which is now on its own. */
  readonly onOpened: (sha256: string) => void
}

async function* noticesOf(
  db: Database,
  items: readonly WaitingItem[],
  { onRefused, onOpened }: Opening,
): AsyncGenerator<SourceItem> {
  for (const { sha256, name } of items) {
    const bytes = await readFile(db, sha256).catch(() => null)
    if (!bytes) {
      onRefused?.(name, [{ code: 'fileUnreadable', params: { reason: sha256 } }])
      continue
    }
    const hashes: string[] = []
    for await (const found of noticesInBytes(name, bytes)) {
      if (!('bytes' in found)) continue
      hashes.push(hashOf(found.bytes))
      yield found
    }
    // What holds nothing to be read is refused itself.
    if (hashes.length === 0) yield { name, bytes }
    else if (!hashes.includes(sha256)) onOpened(sha256)
  }
}
