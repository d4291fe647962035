import { casesByIds, casesOfNotices } from '#src/modules/catalogue/index.ts'
import type { Database } from '#src/platform/database.ts'

/** The cases that name a notice by any of its numbers. */
export async function toldCases(db: Database, numbers: readonly (string | null)[]) {
  const known = numbers.filter((number) => number !== null)
  const cases = await casesByIds(db, await casesOfNotices(db, known))
  return cases.map(({ id, title, language }) => ({ id, title, language }))
}
