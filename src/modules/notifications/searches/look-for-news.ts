import { choicesOf } from '#src/modules/notifications/choices-repository.ts'
import { insertNotification } from '#src/modules/notifications/notifications-repository.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { FindHits, SavedSearch } from './saved-search.ts'
import { noteLookedAt, noteSeen, searchesToLookAt } from './saved-searches-repository.ts'

type Context = {
  readonly db: Database
  readonly now: Clock
  readonly findHits: FindHits
  readonly signal?: AbortSignal
}

const EVERY_MS = 60 * 60_000

/** Looks at every search that nobody has looked at for an hour, and notes what is new. Answers how many had news. */
export async function lookForNews({ db, now, findHits, signal }: Context): Promise<number> {
  let withNews = 0
  for (const search of await searchesToLookAt(db, new Date(now().getTime() - EVERY_MS))) {
    if (signal?.aborted) break
    const hits = await findHits(search)
    if (await noteNews(db, search, { hits, at: now() })) withNews += 1
  }
  return withNews
}

/** What is found, that it has been found, and that it is to be told are written together or not at all. */
function noteNews(
  db: Database,
  search: SavedSearch,
  { hits, at }: { hits: Awaited<ReturnType<FindHits>>; at: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await noteLookedAt(tx, search.id, at)
    const fresh = await noteSeen(
      tx,
      search.id,
      hits.map(({ id }) => id),
    )
    const first = hits.find(({ id }) => fresh.has(id))
    const isOff = (await choicesOf(tx, search.person)).searches === 'none'
    if (!first || isOff) return false
    await insertNotification(tx, {
      person: search.person,
      organisation: null,
      occasion: `search ${search.id} ${first.id}`,
      kind: 'search.found',
      topic: 'searches',
      facts: { name: search.name, count: fresh.size, title: first.title },
      path: `/sok?${search.question}`,
      happenedAt: at,
      way: search.way,
    })
    return true
  })
}
