import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { createSearch, PUBLIC_READER, SearchQuery } from '#src/modules/search/index.ts'
import type { Database } from '#src/platform/database.ts'
import { tableSource, titlesIn } from './search-source-table.ts'
import { seededRandom } from './seeded-random.ts'

const PROCESS = new URL('./indexing-process.ts', import.meta.url).pathname

type Round = { readonly db: Database; readonly url: string; readonly folder: string; readonly seed: number }

/** Lets a program write to the index, kills it, starts anew, and gives what is found beside what there is. */
export async function killWhileIndexing({ db, url, folder, seed }: Round) {
  const child = spawn(process.execPath, [PROCESS, url, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  await setTimeout(seededRandom(seed).between(0, 600))
  child.kill('SIGKILL')
  await once(child, 'exit')
  // As if the two minutes had passed after which a builder that is not heard from has died.
  await sql`update search_state set builder_seen_at = clock_timestamp() - interval '1 hour'`.execute(db)
  const search = createSearch({ db, sources: [tableSource(db)], folder })
  await search.ensureBuilt()
  await search.refresh()
  const found = []
  for (let offset = 0; ; offset += 100) {
    const query = SearchQuery.parse({ q: '', limit: 100, offset })
    const { hits } = await search.search(query, PUBLIC_READER)
    if (hits.length === 0) break
    found.push(...hits.map(({ id, title }) => ({ id, title })))
  }
  const { state } = await search.status()
  await search.close()
  const there = await titlesIn(db)
  return { state, found: found.sort((one, other) => (one.id < other.id ? -1 : 1)), there }
}
