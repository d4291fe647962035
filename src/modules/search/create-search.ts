import { type Clock, systemClock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { rememberAnswers } from '#src/platform/remember-answers.ts'
import type { Concept } from '#src/text/index.ts'
import { countConcepts, findAboutConcept } from './about-concept.ts'
import { createAnalysis } from './analysis.ts'
import { buildIndex } from './build-index.ts'
import { createConceptReader } from './concepts-of.ts'
import type {
  BuildProgress,
  Proposals,
  ResolveField,
  Search,
  SearchSource,
  SearchStatus,
} from './contract.ts'
import { findSimilar } from './find-similar.ts'
import { createFollower, type Follower, type FollowerLog } from './follow-changes.ts'
import { schemaFor } from './index-schema.ts'
import { refreshIndex } from './refresh-index.ts'
import type { SearchContext } from './search-context.ts'
import { searchDocuments } from './search-documents.ts'
import { workInThread } from './segment-thread.ts'
import { workHere } from './segment-work.ts'
import { readFeedState } from './state-repository.ts'
import { suggestCompletions } from './suggest-completions.ts'

/** What the search tells about its own work; the program's log fits. */
export type SearchLog = FollowerLog

export type SearchParts = {
  readonly db: Database
  readonly sources: readonly SearchSource[]
  readonly log?: SearchLog
  /** A deadline still to come is sorted before one that has passed. */
  readonly now?: Clock
  /** What things are called; without it only the words themselves are found. */
  readonly thesaurus?: readonly Concept[]
  /** Whether a concept of it says what is bought, and not how; all do unless told. */
  readonly isSubject?: (concept: string) => boolean
  /** What names in a question mean (`kommune:Bodø`). */
  readonly resolveField?: ResolveField
  readonly proposals?: Proposals
  /** Where the index is kept between two runs of the program. */
  readonly folder?: string
  /** Makes the index in a thread of its own: for a server. */
  readonly inThread?: boolean
}

const NO_THESAURUS: readonly Concept[] = []

/**
 * The search over everything the sources hold. What they hold lies in tables of this module; the index itself lies
 * in this process and follows the tables, so that several processes on one database find the same.
 */
export function createSearch(parts: SearchParts): Search {
  const { db, sources, log, now = systemClock, thesaurus = NO_THESAURUS, folder, inThread = false } = parts
  const analysis = createAnalysis(thesaurus)
  const schema = schemaFor(analysis.fingerprint)
  const work = inThread ? workInThread(schema, analysis) : workHere(schema, analysis)
  const follower = createFollower({ db, schema, work, ...(folder && { folder }), ...(log && { log }) })
  const { resolveField = async () => [], proposals = async () => [], isSubject = () => true } = parts
  const concepts = createConceptReader(analysis)
  const context: SearchContext = { db, follower, analysis, concepts, isSubject, resolveField, proposals, now }
  const inTurn = takeTurns()
  const remember = rememberAnswers(async () => follower.generation())

  const rebuild = async (tell?: BuildProgress): Promise<number> => {
    const started = performance.now()
    const progress = async (done: number, of: number) => {
      tell?.(done, of)
      await follower.follow()
    }
    const documents = await buildIndex({ db, sources, progress })
    await follower.follow()
    if (documents === null) log?.info({}, 'the search index is being built by another process')
    else log?.info({ documents, ms: Math.round(performance.now() - started) }, 'the search index is built')
    return documents ?? 0
  }

  return {
    search: (query, reader) => {
      // Which deadlines are still to come changes by itself.
      const minute = query.sort === 'deadline' ? Math.floor(now().getTime() / 60_000) : null
      return remember(['search', query, reader, minute, follower.isWhole()], () =>
        searchDocuments(context, query, reader),
      )
    },
    suggest: (text, options) => suggestCompletions(context, text, options),
    similar: (id, options) => remember(['similar', id, options], () => findSimilar(context, id, options)),
    countConcepts: (type) => remember(['concepts', type], async () => countConcepts(context, type)),
    aboutConcept: (asked) => remember(['about', asked], () => findAboutConcept(context, asked)),
    refresh: () =>
      inTurn(async () => {
        const documents = await refreshIndex({ db, sources })
        if ((await readFeedState(db)).isAbandoned) await rebuild()
        else await follower.follow()
        return documents
      }),
    generation: () => follower.generation(),
    rebuild: (progress) => inTurn(() => rebuild(progress)),
    ensureBuilt: (progress) =>
      inTurn(async () => {
        // Made now, while nobody waits: the first reader who tells of a need should not.
        analysis.readNeed([])
        if ((await readFeedState(db)).isBuilt) await follower.follow()
        else await rebuild(progress)
      }),
    status: () => readStatus(db, follower),
    close: () => follower.close(),
  }
}

async function readStatus(db: Database, follower: Follower): Promise<SearchStatus> {
  const { isBuilt, isBuilding, builtAt } = await readFeedState(db)
  const isFollowing = isBuilt && !follower.isWhole()
  const state = isBuilding || isFollowing ? 'building' : isBuilt ? 'ready' : 'empty'
  return { state, documents: follower.index().documents, builtAt }
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
