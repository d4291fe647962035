import type { Kysely } from 'kysely'
import type { TestProject } from 'vitest/node'
import type { Schema } from '#src/platform/database.ts'
import { migrate } from '#src/platform/migrate.ts'
import type { Beginning } from './embedded-database.ts'
import { connect, dropWithCopies, type Made, makeDatabase } from './postgresql-database.ts'
import { seedShipped } from './shipped.ts'
import { startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests of this run have their databases; absent: in memory. */
    postgresUrl?: string
    /** What those are copies of. */
    postgresTemplates?: Readonly<Record<Beginning, string>>
  }
}

/** Set-up of the run in which all tests have their database on PostgreSQL instead of the embedded engine. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres()
  const migrated = await makeTemplate(await makeDatabase(url), migrate)
  const shipped = await makeTemplate(await makeDatabase(url, migrated.name), seedShipped)
  project.provide('postgresUrl', url)
  project.provide('postgresTemplates', {
    empty: 'template0',
    migrated: migrated.name,
    shipped: shipped.name,
  })
  return async () => {
    // What is made of it is named after it, and so is what ships.
    await dropWithCopies(url, migrated.name)
    await stop()
  }
}

async function makeTemplate(made: Made, fill: (db: Kysely<Schema>) => Promise<unknown>): Promise<Made> {
  const { db, close } = await connect(made.url)
  await fill(db)
  await close()
  return made
}
