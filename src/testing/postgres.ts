import type { TestProject } from 'vitest/node'
import { startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests of this run have their databases; absent: in memory. */
    postgresUrl?: string
  }
}

/** Set-up of the run in which all tests have their database on PostgreSQL instead of the embedded engine. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  project.provide('postgresUrl', postgres.url)
  return postgres.stop
}
