import type { Kysely } from 'kysely'
import { caseSearchSource, seedCatalogue } from '#src/modules/catalogue/index.ts'
import { noticeSearchSource } from '#src/modules/notices/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import { createSearch, type Search } from '#src/modules/search/index.ts'
import { type Clock, systemClock } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import type { Schema } from '#src/platform/database.ts'
import type { Log } from '#src/platform/log.ts'
import { createMetrics, type Metrics } from '#src/platform/metrics.ts'
import { migrate } from '#src/platform/migrate.ts'
import { openDatabase } from '#src/platform/open-database.ts'
import { mendAfterRestore } from '#src/platform/outbox/index.ts'

/** What the program is doing before it can answer; null when it is ready. */
export type Preparation = 'migrating' | 'seedingOrganisations' | 'seedingCatalogue' | 'indexing'

/** Everything that the web, the API, the command line and the tests share: one of each. */
export type Program = {
  readonly config: Config
  readonly now: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly db: Kysely<Schema>
  readonly engine: 'embedded' | 'postgresql'
  readonly search: Search
  /** Null when everything is in place. */
  readonly preparing: () => Preparation | null
  /** Brings the database to what this version of the program needs. Idempotent; rejects when it cannot. */
  readonly prepare: (report?: (step: Preparation) => void) => Promise<void>
  /** Writes everything to its place; for the end of an import. */
  readonly checkpoint: () => Promise<void>
  readonly close: () => Promise<void>
}

export type ProgramOptions = {
  readonly log: Log
  readonly now?: Clock
  /** Called when the database has stopped by itself: nothing more can be read or written. */
  readonly onStopped?: (reason: Error) => void
}

/** Opens the database and puts the parts together; nothing is written before `prepare`. */
export async function openProgram(
  config: Config,
  { log, now = systemClock, onStopped = () => {} }: ProgramOptions,
): Promise<Program> {
  const metrics = createMetrics()
  const database = await openDatabase({ config, log, onStopped, onQuery: metrics.query })
  const { db } = database
  const search = createSearch({ db, sources: [caseSearchSource(db), noticeSearchSource(db)], log })
  let step: Preparation | null = 'migrating'

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
    enter('seedingCatalogue')
    await seedCatalogue(db, { now })
    enter('indexing')
    await search.ensureBuilt()
    await search.refresh()
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
    preparing: () => step,
    prepare,
    checkpoint: () => database.checkpoint(),
    close: () => database.close(),
  }
}
