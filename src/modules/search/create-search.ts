import { type Clock, systemClock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { buildIndex } from './build-index.ts'
import type { BuildProgress, Search, SearchSource } from './contract.ts'
import { findSimilar } from './find-similar.ts'
import { refreshIndex } from './refresh-index.ts'
import { rememberAnswers } from './remember-answers.ts'
import { searchDocuments } from './search-documents.ts'
import { isBuilt, readGeneration, readStatus } from './state-repository.ts'
import { createStems } from './stems.ts'
import { suggestCompletions } from './suggest-completions.ts'

/** What the search tells about its own work; the program's log fits. */
export type SearchLog = { readonly info: (data: object, message: string) => void }

type Parts = {
  readonly db: Database
  readonly sources: readonly SearchSource[]
  readonly log?: SearchLog
  /** A deadline still to come is sorted before one that has passed. */
  readonly now?: Clock
}

/** The search over everything the sources hold, in tables of its own. */
export function createSearch({ db, sources, log, now = systemClock }: Parts): Search {
  const stems = createStems()
  const asking = { db, stems, now }
  const writing = { db, stems, sources }
  const inTurn = takeTurns()
  let generation = 0
  const lookAtGeneration = async (): Promise<number> => {
    generation = await readGeneration(db)
    return generation
  }
  const remember = rememberAnswers(lookAtGeneration)

  const rebuild = async (progress?: BuildProgress): Promise<number> => {
    const started = performance.now()
    const documents = await buildIndex(writing, progress)
    if (documents === null) log?.info({}, 'the search index is being built by another process')
    else log?.info({ documents, ms: Math.round(performance.now() - started) }, 'the search index is built')
    return documents ?? 0
  }

  return {
    search: (query, reader) => {
      // Which deadlines are still to come changes by itself.
      const minute = query.sort === 'deadline' ? Math.floor(now().getTime() / 60_000) : null
      return remember(['search', query, reader, minute], () => searchDocuments(asking, query, reader))
    },
    suggest: (text, options) => suggestCompletions(asking, text, options),
    similar: (id, options) => remember(['similar', id, options], () => findSimilar(asking, id, options)),
    refresh: () =>
      inTurn(async () => {
        const documents = await refreshIndex(writing)
        await lookAtGeneration()
        return documents
      }),
    generation: () => generation,
    rebuild: (progress) => inTurn(() => rebuild(progress)),
    ensureBuilt: (progress) =>
      inTurn(async () => {
        if (!(await isBuilt(db))) await rebuild(progress)
      }),
    status: () => readStatus(db),
  }
}

/** One at a time within this process; a failure is the caller's and stops nobody else. */
function takeTurns(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }
}
