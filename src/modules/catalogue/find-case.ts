import type { Database } from '#src/platform/database.ts'
import type { CaseLookup, LinkedParty, LinkedSupplier, ProcurementCase } from './case.ts'
import { CaseContent, CaseId } from './contract.ts'
import { organisationsOf } from './linked-names.ts'
import './tables.ts'

/** What this id leads to; null when it was never given. */
export async function findCase(db: Database, id: CaseId): Promise<CaseLookup | null> {
  const row = await db
    .selectFrom('procurement_case')
    .selectAll()
    .where('public_id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  if (row.status === 'withdrawn') return { status: 'withdrawn', id, reason: row.withdrawn_reason ?? '' }
  if (row.status === 'merged') return { status: 'merged', id, into: await endOfMergers(db, row.merged_into) }
  const version = await db
    .selectFrom('case_version')
    .select('content')
    .where('case_id', '=', row.id)
    .where('version', '=', row.current_version)
    .executeTakeFirstOrThrow()
  const { parties, suppliers } = await namesOf(db, row.id)
  const found: ProcurementCase = {
    id,
    version: row.current_version,
    origin: row.origin,
    confirmedAt: row.confirmed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    content: CaseContent.parse(version.content),
    parties,
    suppliers,
  }
  return { status: 'found', case: found }
}

/** The id at the end, so that a reader is redirected once however many mergers there were. */
async function endOfMergers(db: Database, key: string | null): Promise<CaseId> {
  const row = await db
    .selectFrom('procurement_case')
    .select(['public_id', 'merged_into'])
    .where('id', '=', key)
    .executeTakeFirstOrThrow()
  return row.merged_into ? endOfMergers(db, row.merged_into) : CaseId.parse(row.public_id)
}

type Names = { readonly parties: readonly LinkedParty[]; readonly suppliers: readonly LinkedSupplier[] }

async function namesOf(db: Database, key: string): Promise<Names> {
  const parties = await db
    .selectFrom('case_party')
    .selectAll()
    .where('case_id', '=', key)
    .orderBy('position')
    .execute()
  const suppliers = await db
    .selectFrom('case_supplier')
    .selectAll()
    .where('case_id', '=', key)
    .orderBy('position')
    .execute()
  const organisation = await organisationsOf(db, [...parties, ...suppliers])
  return {
    parties: parties.map(({ name, role, count, organisation_id, within_id }) => ({
      name,
      role,
      count,
      organisation: organisation(organisation_id),
      within: organisation(within_id),
    })),
    suppliers: suppliers.map(({ name, role, organisation_id }) => ({
      name,
      role,
      organisation: organisation(organisation_id),
    })),
  }
}
