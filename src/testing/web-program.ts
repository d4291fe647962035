import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { readConfig } from '#src/platform/config.ts'
import type { Schema } from '#src/platform/database.ts'
import { largeFiles, openShelves } from '#src/platform/files/index.ts'
import { systemNetwork } from '#src/platform/http/index.ts'
import { createLog } from '#src/platform/log.ts'
import { createMetrics } from '#src/platform/metrics.ts'
import type { WebProgram } from '#src/web/context.ts'

/** What the pages use of a program: with an empty database, no search, and what the test says otherwise. */
export function aWebProgram(otherwise: Partial<WebProgram>, logged: string[] = []): WebProgram {
  const {
    config = readConfig({}),
    db = emptyDatabase(),
    now = () => new Date('2026-11-21T12:00:00Z'),
  } = otherwise
  return {
    config,
    db,
    now,
    files: largeFiles({ db, now, shelves: openShelves(config, systemNetwork) }),
    log: createLog({ LOG_LEVEL: 'info' }, { write: (line) => void logged.push(line) }),
    metrics: createMetrics(),
    search: failingSearch('no search in this test'),
    preparing: () => null,
    remember: (_, find) => find(),
    renewing: () => null,
    ...otherwise,
  }
}

/** A database in which every table is empty and nothing can be written. */
function emptyDatabase(): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** A search that answers nothing but its failure. */
export function failingSearch(reason: string): WebProgram['search'] {
  const fail = () => Promise.reject(new Error(reason))
  return {
    search: fail,
    suggest: fail,
    similar: fail,
    countConcepts: fail,
    aboutConcept: fail,
    refresh: fail,
    generation: () => 0,
    rebuild: fail,
    ensureBuilt: fail,
    status: fail,
    close: async () => {},
  }
}
