import type { Kysely } from 'kysely'
import { seedCatalogue } from '#src/modules/catalogue/index.ts'
import { hasDemoPeople, retireDemoPeople, seedDemoPeople } from '#src/modules/identity/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Search } from '#src/modules/search/index.ts'
import { type Clock, systemClock } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import type { Schema } from '#src/platform/database.ts'
import { type LargeFiles, largeFiles, openShelves } from '#src/platform/files/index.ts'
import { type Network, systemNetwork } from '#src/platform/http/index.ts'
import type { Log } from '#src/platform/log.ts'
import { createMetrics, type Metrics } from '#src/platform/metrics.ts'
import { migrate } from '#src/platform/migrate.ts'
import { type OpenedDatabase, openDatabase } from '#src/platform/open-database.ts'
import { mendAfterRestore } from '#src/platform/outbox/index.ts'
import { type Memory, rememberAnswers } from '#src/platform/remember-answers.ts'
import { openSearch } from './open-search.ts'

/** What the program is doing before it can answer; null when it is ready. */
export type Preparation = 'migrating' | 'seedingOrganisations' | 'seedingCatalogue' | 'indexing'

export type Renewal = { readonly done: number; readonly total: number }

/** Everything that the web, the API, the command line and the tests share: one of each. */
export type Program = {
  readonly config: Config
  readonly now: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly db: Kysely<Schema>
  readonly engine: 'embedded' | 'postgresql'
  readonly search: Search
  /** What was read last of what everybody may see: as it was a second ago at most, or half a minute for what is not searched. */
  readonly remember: Memory
  /** Uploaded documents, on the shelf that the settings choose. */
  readonly files: LargeFiles
  /** The way to other people's servers. */
  readonly network: Network
  /** Null when everything is in place. */
  readonly preparing: () => Preparation | null
  /** How far the making anew of notices has come that goes on beside the site; null when none does. */
  readonly renewing: () => Renewal | null
  readonly setRenewing: (renewal: Renewal | null) => void
  /** Brings the database to what this version of the program needs. Idempotent; rejects when it cannot. */
  readonly prepare: (report?: (step: Preparation) => void) => Promise<void>
  /** Writes everything to its place; for the end of an import. */
  readonly checkpoint: () => Promise<void>
  /** Lets go of the log inside a long transaction when it has grown large. */
  readonly shortenLog: OpenedDatabase['shortenLog']
  /** Runs `work` on one state of the whole database, while it goes on being used and changed. */
  readonly snapshot: OpenedDatabase['snapshot']
  readonly close: () => Promise<void>
}

export type ProgramOptions = {
  readonly log: Log
  readonly now?: Clock
  readonly network?: Network
  /** A server makes its index in a thread of its own, and answers while a large one is made. */
  readonly isServer?: boolean
  /** Called when the database has stopped by itself: nothing more can be read or written. */
  readonly onStopped?: (reason: Error) => void
}

/** Opens the database and puts the parts together; nothing is written before `prepare`. */
export async function openProgram(
  config: Config,
  { log, now = systemClock, network = systemNetwork, isServer = false, onStopped = () => {} }: ProgramOptions,
): Promise<Program> {
  const metrics = createMetrics()
  const database = await openDatabase({ config, log, onStopped, onQuery: metrics.query })
  const { db } = database
  const search = openSearch({ db, log, now, dataFolder: config.DATA_DIR, inThread: isServer })
  let step: Preparation | null = 'migrating'
  let renewal: Renewal | null = null

  const prepare: Program['prepare'] = async (report = () => {}) => {
    const enter = (next: Preparation) => {
      step = next
      report(next)
    }
    enter('migrating')
    await migrate(db)
    await mendAfterRestore(db)
    enter('seedingOrganisations')
    await seedOrganisations(db, { now })
    await (hasDemoPeople(config) ? seedDemoPeople(db, { now }) : retireDemoPeople(db, { now }))
    enter('seedingCatalogue')
    await seedCatalogue(db, { now })
    enter('indexing')
    const indexed = search.ensureBuilt().then(() => search.refresh())
    await (isServer ? atMost(PATIENCE_MS, indexed) : indexed)
    step = null
  }

  return {
    config,
    now,
    log,
    metrics,
    db,
    engine: database.engine,
    search,
    // What changes without the index changing (a register, a deadline that passes) is right again within half a minute.
    remember: rememberAnswers(async () => `${search.generation()} ${Math.floor(now().getTime() / 30_000)}`),
    files: largeFiles({ db, now, shelves: openShelves(config, network) }),
    network,
    preparing: () => step,
    renewing: () => renewal,
    setRenewing: (now) => {
      renewal = now
    },
    prepare,
    checkpoint: () => database.checkpoint(),
    shortenLog: (tx) => database.shortenLog(tx),
    snapshot: (work) => database.snapshot(work),
    close: async () => {
      await search.close()
      await database.close()
    },
  }
}

/** So long a server waits for its index; then it answers with what there is, and tells that it is not all. */
const PATIENCE_MS = 5000

/** Fails as the work fails while it is waited for; afterwards its next attempt tells. */
async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, milliseconds)
  work.catch(() => {})
  await Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
