import type { Database } from '#src/platform/database.ts'
import { recordEvent, recordEvents } from '#src/platform/outbox/index.ts'
import { type SolutionContent, SolutionId } from './contract.ts'
import type { Linker } from './link-organisation.ts'
import { type NewRecord, type NextVersion, type Version, versionColumns } from './version.ts'
import { replaceSolutionParts, writeSolutionParts } from './write-solution-parts.ts'
import './tables.ts'

/** Saves a solution with its first version; the cases it names must be there already. */
export async function insertSolution(
  tx: Database,
  link: Linker,
  { key, number, ...version }: NewRecord<SolutionContent>,
): Promise<SolutionId> {
  const inserted = await tx
    .insertInto('solution')
    .values({
      id: key,
      ...(number === null ? {} : { number }),
      origin: version.madeBy,
      current_version: 1,
      name: version.content.name,
      created_at: version.at,
      updated_at: version.at,
    })
    .returning('public_id')
    .executeTakeFirstOrThrow()
  await writeVersion(tx, key, { ...version, number: 1 })
  await writeSolutionParts(tx, link, { key, content: version.content })
  await recordChange(tx, inserted.public_id, version.content.fromCases)
  return SolutionId.parse(inserted.public_id)
}

/** Makes the version after `from` the current one; false when somebody has saved since `from` was read. */
export async function saveSolution(
  tx: Database,
  link: Linker,
  { key, from, ...version }: NextVersion<SolutionContent>,
): Promise<boolean> {
  const saved = await tx
    .updateTable('solution')
    .set({ current_version: from + 1, name: version.content.name, updated_at: version.at })
    .where('id', '=', key)
    .where('current_version', '=', from)
    .returning('public_id')
    .executeTakeFirst()
  if (!saved) return false
  await writeVersion(tx, key, { ...version, number: from + 1 })
  const before = await casesOfSolution(tx, key)
  await replaceSolutionParts(tx, link, { key, content: version.content })
  await recordChange(tx, saved.public_id, [...before, ...version.content.fromCases])
  return true
}

async function writeVersion(
  tx: Database,
  key: string,
  { number, ...version }: Version<SolutionContent> & { readonly number: number },
): Promise<void> {
  await tx
    .insertInto('solution_version')
    .values({ solution_id: key, version: number, ...versionColumns(version) })
    .execute()
}

async function casesOfSolution(tx: Database, key: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('solution_case')
    .innerJoin('procurement_case', 'procurement_case.id', 'solution_case.case_id')
    .select('public_id')
    .where('solution_id', '=', key)
    .execute()
  return rows.map((row) => row.public_id)
}

/** A case is found by the names of its solutions too, so it has changed with them. */
async function recordChange(tx: Database, id: string, cases: readonly string[]): Promise<void> {
  await recordEvent(tx, { kind: 'solution.changed', subject: id })
  await recordEvents(
    tx,
    [...new Set(cases)].map((subject) => ({ kind: 'case.changed', subject })),
  )
}
