import { type Database, inTransaction } from '#src/platform/database.ts'
import {
  cursorOf,
  moveCursor,
  type Position,
  type RecordedEvent,
  readEvents,
} from '#src/platform/outbox/index.ts'
import type { SearchSource } from './contract.ts'
import { toRow } from './document-row.ts'
import { type DocumentChange, writeChange } from './documents-repository.ts'
import { countAnew, lockIndex } from './state-repository.ts'

/** The documents that can be found, as a reader of the events. */
export const CONSUMER = 'search'

const AT_ONCE = 200
const MANY = 1000

type Refresher = { readonly db: Database; readonly sources: readonly SearchSource[] }

/** Takes in all that has changed since last time; answers how many documents that was. */
export async function refreshIndex(context: Refresher): Promise<number> {
  let changed = 0
  for (;;) {
    const begin = await cursorOf(context.db, CONSUMER)
    const events = await readEvents(context.db, CONSUMER, AT_ONCE)
    const last = events.at(-1)
    if (!last) break
    changed += await takeIn(context, events, { begin, end: last.position })
  }
  if (changed >= MANY) await countAnew(context.db)
  return changed
}

/**
 * The documents are loaded before the transaction, since sources read through a connection of their own. If
 * another process has come further meanwhile, what we loaded may be old and is left: the next round loads it again.
 */
async function takeIn(
  context: Refresher,
  events: readonly RecordedEvent[],
  { begin, end }: { readonly begin: Position; readonly end: Position },
): Promise<number> {
  const changes = await loadChanges(context.sources, events)
  return inTransaction(context.db, async (tx) => {
    const seq = await lockIndex(tx)
    const now = await cursorOf(tx, CONSUMER)
    if (now.xid !== begin.xid || now.seq !== begin.seq) return 0
    for (const change of changes) await writeChange(tx, change, seq)
    await moveCursor(tx, CONSUMER, end)
    return changes.reduce((sum, change) => sum + change.ids.length, 0)
  })
}

async function loadChanges(
  sources: readonly SearchSource[],
  events: readonly RecordedEvent[],
): Promise<DocumentChange[]> {
  const changes: DocumentChange[] = []
  for (const source of sources) {
    const concerned = events.filter((event) => event.kind === `${source.type}.changed`)
    const asked = [...new Set(concerned.map((event) => event.subject))]
    if (asked.length === 0) continue
    const documents = new Map((await source.load(asked)).map((one) => [one.id, one]))
    const ids = [...new Set([...asked, ...documents.keys()])]
    changes.push({ ids, rows: [...documents.values()].map(toRow) })
  }
  return changes
}
