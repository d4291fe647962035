import { globSync } from 'node:fs'
import { importsOf, isTest, ROOT } from './imports.ts'

const DATABASES = new Set(['src/testing/database.ts', 'src/testing/postgresql-database.ts'])
const asked = new Map<string, boolean>()

/** Whether a test asks for a database, itself or by what it is helped by. */
export function isOnDatabase(file: string): boolean {
  const known = asked.get(file)
  if (known !== undefined) return known
  // Two that import each other are asked about once.
  asked.set(file, DATABASES.has(file))
  const does =
    DATABASES.has(file) ||
    file.endsWith('.postgresql.test.ts') ||
    importsOf(file).some(({ to, typeOnly }) => to !== null && !typeOnly && isTest(to) && isOnDatabase(to))
  asked.set(file, does)
  return does
}

export function testsIn(patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: ROOT }).sort()
}
