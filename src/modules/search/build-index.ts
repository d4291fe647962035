import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { latestPosition, moveCursor } from '#src/platform/outbox/index.ts'
import type { SearchSource } from './contract.ts'
import { toRow } from './document-row.ts'
import { writeChange } from './documents-repository.ts'
import { CONSUMER } from './refresh-index.ts'
import { beginBuilding, continueBuilding, endBuilding, giveUpBuilding } from './state-repository.ts'

const AT_ONCE = 200

type Builder = {
  readonly db: Database
  readonly sources: readonly SearchSource[]
  /** Called between the transactions. */
  readonly progress?: (done: number, of: number) => Promise<void>
}

/**
 * Writes all documents anew in small transactions, so that the database answers others meanwhile.
 *
 * Answers how many there are; null when another process is already at it.
 */
export async function buildIndex(context: Builder): Promise<number | null> {
  const builder = newId()
  // What happens from here on is taken in by the next refresh, whether or not the building sees it.
  const begin = await latestPosition(context.db)
  if (!(await inTransaction(context.db, (tx) => beginBuilding(tx, builder)))) return null
  try {
    const written = await fillIndex(context, builder)
    await inTransaction(context.db, async (tx) => {
      await continueBuilding(tx, builder)
      await moveCursor(tx, CONSUMER, begin)
      await endBuilding(tx)
    })
    return written
  } catch (failure) {
    // In a transaction that is lost anyway this would hide the reason.
    if (!context.db.isTransaction) await giveUpBuilding(context.db, builder)
    throw failure
  }
}

async function fillIndex({ db, sources, progress }: Builder, builder: string): Promise<number> {
  const listed = await Promise.all(sources.map(async (source) => ({ source, ids: await source.listIds() })))
  const of = listed.reduce((sum, { ids }) => sum + ids.length, 0)
  let [seen, written] = [0, 0]
  for (const { source, ids } of listed) {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      const documents = new Map((await source.load(some)).map((one) => [one.id, one]))
      const rows = [...documents.values()].map(toRow)
      await inTransaction(db, async (tx) => {
        const seq = await continueBuilding(tx, builder)
        await writeChange(tx, { ids: [...new Set([...some, ...documents.keys()])], rows }, seq)
      })
      written += rows.length
      seen += some.length
      await progress?.(seen, of)
    }
  }
  return written
}
