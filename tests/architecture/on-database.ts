import { globSync } from 'node:fs'
import { importsOf, isTest, ROOT } from './imports.ts'

const DATABASES = new Set(['src/testing/database.ts', 'src/testing/postgresql-database.ts'])

/** Of the tests that the patterns name, those that ask for a database, themselves or by what they are helped by. */
export function testsOnDatabase(patterns: readonly string[]): string[] {
  const asks = new Map<string, boolean>()
  const asksFor = (file: string): boolean => {
    const known = asks.get(file)
    if (known !== undefined) return known
    // Two that import each other are asked about once.
    asks.set(file, DATABASES.has(file))
    const does =
      DATABASES.has(file) ||
      importsOf(file).some(({ to, typeOnly }) => to !== null && !typeOnly && isTest(to) && asksFor(to))
    asks.set(file, does)
    return does
  }
  return globSync([...patterns], { cwd: ROOT })
    .filter((file) => file.endsWith('.postgresql.test.ts') || asksFor(file))
    .sort()
}
