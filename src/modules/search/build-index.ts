import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { latestPosition, moveCursor } from '#src/platform/outbox/index.ts'
import type { BuildProgress, SearchSource } from './contract.ts'
import { indexChange, prepareChange } from './index-documents.ts'
import { CONSUMER } from './refresh-index.ts'
import { beginBuilding, continueBuilding, endBuilding, giveUpBuilding } from './state-repository.ts'
import type { Stems } from './stems.ts'
import { emptyTally } from './word-tally.ts'
import { addTally } from './words-repository.ts'

const AT_ONCE = 200

type Builder = { readonly db: Database; readonly sources: readonly SearchSource[]; readonly stems: Stems }

/**
 * Builds the index anew in small transactions, so that the database answers others meanwhile.
 *
 * Answers how many documents it holds; null when another process is already building.
 */
export async function buildIndex(context: Builder, progress?: BuildProgress): Promise<number | null> {
  const builder = newId()
  // What happens from here on is taken in by the next refresh, whether or not the building sees it.
  const begin = await latestPosition(context.db)
  if (!(await inTransaction(context.db, (tx) => beginBuilding(tx, builder)))) return null
  try {
    return await fillIndex({ ...context, builder }, async (tx) => moveCursor(tx, CONSUMER, begin), progress)
  } catch (failure) {
    // In a transaction that is lost anyway this would hide the reason.
    if (!context.db.isTransaction) await giveUpBuilding(context.db, builder)
    throw failure
  }
}

async function fillIndex(
  context: Builder & { readonly builder: string },
  atEnd: (tx: Database) => Promise<void>,
  progress: BuildProgress = () => {},
): Promise<number> {
  const { db, sources, builder } = context
  const tally = emptyTally()
  const listed = await Promise.all(sources.map(async (source) => ({ source, ids: await source.listIds() })))
  const of = listed.reduce((sum, { ids }) => sum + ids.length, 0)
  let [seen, written] = [0, 0]
  for (const { source, ids } of listed) {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      const change = await prepareChange(context, some, await source.load(some))
      await inTransaction(db, async (tx) => {
        await continueBuilding(tx, builder)
        await indexChange(tx, change, tally)
      })
      written += change.documents.length
      seen += some.length
      progress(seen, of)
    }
  }
  await inTransaction(db, async (tx) => {
    await continueBuilding(tx, builder)
    await addTally(tx, tally)
    await atEnd(tx)
    await endBuilding(tx)
  })
  return written
}
