import { defineConfig } from 'vitest/config'
import { testsOnDatabase } from './tests/architecture/on-database.ts'

const unit = { testTimeout: 30_000, hookTimeout: 120_000, pool: 'forks' as const }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...unit,
          name: 'embedded',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'tests/architecture/*.test.ts'],
          exclude: ['src/**/*.postgresql.test.ts'],
          globalSetup: 'src/testing/embedded.ts',
        },
      },
      {
        extends: true,
        test: {
          ...unit,
          name: 'postgresql',
          // The others would only do the same twice.
          include: testsOnDatabase([
            'src/modules/**/*.test.ts',
            'src/platform/{outbox,files,jobs}/*.test.ts',
            'src/platform/{database,migrate}.test.ts',
            'src/platform/**/*.postgresql.test.ts',
            'src/api/*.test.ts',
          ]),
          // A transaction in one database holds back the events of all others on the same server.
          fileParallelism: false,
          globalSetup: 'src/testing/postgres.ts',
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
