import { type Database, inTransaction } from '#src/platform/database.ts'
import {
  cursorOf,
  moveCursor,
  type Position,
  type RecordedEvent,
  readEvents,
} from '#src/platform/outbox/index.ts'
import type { SearchSource } from './contract.ts'
import { type Change, indexChange, prepareChange } from './index-documents.ts'
import { countAnew, lockIndex, tidyTextIndex } from './state-repository.ts'
import type { Stems } from './stems.ts'
import { emptyTally } from './word-tally.ts'
import { addTally } from './words-repository.ts'

/** The search index, as a reader of the events. */
export const CONSUMER = 'search'

const AT_ONCE = 200
const MANY = 1000

type Refresher = { readonly db: Database; readonly sources: readonly SearchSource[]; readonly stems: Stems }

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
  const changes = await loadChanges(context, events)
  return inTransaction(context.db, async (tx) => {
    await lockIndex(tx)
    const now = await cursorOf(tx, CONSUMER)
    if (now.xid !== begin.xid || now.seq !== begin.seq) return 0
    const tally = emptyTally()
    for (const change of changes) await indexChange(tx, change, tally)
    await addTally(tx, tally)
    await tidyTextIndex(tx)
    await moveCursor(tx, CONSUMER, end)
    return changes.reduce((sum, change) => sum + change.ids.length, 0)
  })
}

async function loadChanges(context: Refresher, events: readonly RecordedEvent[]): Promise<Change[]> {
  const changes: Change[] = []
  for (const source of context.sources) {
    const concerned = events.filter((event) => event.kind === `${source.type}.changed`)
    const ids = [...new Set(concerned.map((event) => event.subject))]
    if (ids.length > 0) changes.push(await prepareChange(context, ids, await source.load(ids)))
  }
  return changes
}
