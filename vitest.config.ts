import { defineConfig } from 'vitest/config'
import { isOnDatabase, testsIn } from './tests/architecture/on-database.ts'

const unit = { testTimeout: 30_000, hookTimeout: 120_000, pool: 'forks' as const }

const all = testsIn(['src/**/*.test.ts', 'bench/**/*.test.ts', 'tests/architecture/*.test.ts']).filter(
  (file) => !file.endsWith('.postgresql.test.ts'),
)
const onServer = testsIn([
  'src/modules/**/*.test.ts',
  'src/platform/{outbox,files,jobs}/*.test.ts',
  'src/platform/{database,migrate}.test.ts',
  'src/platform/**/*.postgresql.test.ts',
  'src/api/*.test.ts',
]).filter(isOnDatabase)

/** Tests of the modules undo what they write, so they share a worker and its databases. */
const isUndone = (file: string) =>
  /^src\/(modules|telling)\//.test(file) && isOnDatabase(file) && !file.endsWith('.postgresql.test.ts')
/** Those of the pages share nothing: what they ask is built, and knows in which folder it was. */
const isPure = (file: string) => !isOnDatabase(file) && !file.startsWith('src/web/')
const shared = { isolate: false }

const embedded = { ...unit, globalSetup: 'src/testing/embedded.ts' }
const postgresql = {
  ...unit,
  // A transaction in one database holds back the events of all others on the same server.
  fileParallelism: false,
  globalSetup: 'src/testing/postgres.ts',
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...unit, ...shared, name: 'pure', include: all.filter(isPure) },
      },
      {
        extends: true,
        test: { ...embedded, ...shared, name: 'embedded', include: all.filter(isUndone) },
      },
      {
        extends: true,
        test: {
          ...embedded,
          name: 'embedded-alone',
          include: all.filter((file) => !isPure(file) && !isUndone(file)),
        },
      },
      {
        extends: true,
        test: { ...postgresql, ...shared, name: 'postgresql', include: onServer.filter(isUndone) },
      },
      {
        extends: true,
        test: {
          ...postgresql,
          name: 'postgresql-alone',
          include: onServer.filter((file) => !isUndone(file)),
        },
      },
      {
        extends: true,
        test: { ...unit, name: 'kills', include: ['tests/kills/*.test.ts'], testTimeout: 300_000 },
      },
      {
        extends: true,
        test: {
          ...unit,
          name: 'journeys',
          include: ['tests/journeys/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
          globalSetup: 'src/testing/journey-site.ts',
        },
      },
    ],
  },
})
