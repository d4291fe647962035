import type { Database } from '#src/platform/database.ts'
import type { LinkedSupplier } from './case.ts'
import { SolutionContent, SolutionId } from './contract.ts'
import { organisationsOf } from './linked-names.ts'
import type { LinkedAdopter, Solution, SolutionLookup } from './solution.ts'
import './tables.ts'

/** What this id leads to; null when it was never given. */
export async function findSolution(db: Database, id: SolutionId): Promise<SolutionLookup | null> {
  const row = await db.selectFrom('solution').selectAll().where('public_id', '=', id).executeTakeFirst()
  if (!row) return null
  if (row.status === 'withdrawn') return { status: 'withdrawn', id, reason: row.withdrawn_reason ?? '' }
  if (row.status === 'merged') return { status: 'merged', id, into: await endOfMergers(db, row.merged_into) }
  const version = await db
    .selectFrom('solution_version')
    .select('content')
    .where('solution_id', '=', row.id)
    .where('version', '=', row.current_version)
    .executeTakeFirstOrThrow()
  const { suppliers, adopters } = await namesOf(db, row.id)
  const found: Solution = {
    id,
    version: row.current_version,
    origin: row.origin,
    confirmedAt: row.confirmed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    content: SolutionContent.parse(version.content),
    suppliers,
    adopters,
  }
  return { status: 'found', solution: found }
}

async function endOfMergers(db: Database, key: string | null): Promise<SolutionId> {
  const row = await db
    .selectFrom('solution')
    .select(['public_id', 'merged_into'])
    .where('id', '=', key)
    .executeTakeFirstOrThrow()
  return row.merged_into ? endOfMergers(db, row.merged_into) : SolutionId.parse(row.public_id)
}

type Names = { readonly suppliers: readonly LinkedSupplier[]; readonly adopters: readonly LinkedAdopter[] }

async function namesOf(db: Database, key: string): Promise<Names> {
  const suppliers = await db
    .selectFrom('solution_supplier')
    .selectAll()
    .where('solution_id', '=', key)
    .orderBy('position')
    .execute()
  const adopters = await db
    .selectFrom('solution_adopter')
    .selectAll()
    .where('solution_id', '=', key)
    .orderBy('position')
    .execute()
  const organisation = await organisationsOf(db, [...suppliers, ...adopters])
  return {
    suppliers: suppliers.map(({ name, role, organisation_id }) => ({
      name,
      role,
      organisation: organisation(organisation_id),
    })),
    adopters: adopters.map(({ name, from_year, organisation_id, within_id }) => ({
      name,
      fromYear: from_year,
      organisation: organisation(organisation_id),
      within: organisation(within_id),
    })),
  }
}
