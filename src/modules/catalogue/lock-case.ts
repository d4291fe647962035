import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { TAKING_PART } from './case-condition.ts'
import type { CaseId } from './contract.ts'
import './tables.ts'

/** What a change of a case needs to know first. */
export type LockedCase = {
  readonly key: string
  readonly version: number
  readonly status: 'published' | 'withdrawn' | 'merged'
  /** Who answers for it; null as long as nobody has said that it is theirs. */
  readonly owner: OrganisationId | null
  /** Those whose case it is, of the current version. */
  readonly parties: ReadonlySet<OrganisationId>
}

/** The case, locked until the transaction ends, so that two people cannot decide at once. */
export async function lockCase(tx: Database, id: CaseId): Promise<LockedCase | null> {
  const row = await tx
    .selectFrom('procurement_case')
    .select(['id', 'current_version', 'status', 'owner_id'])
    .where('public_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    key: row.id,
    version: row.current_version,
    status: row.status,
    owner: row.owner_id === null ? null : OrganisationId.parse(row.owner_id),
    parties: await partiesOf(tx, row.id),
  }
}

async function partiesOf(tx: Database, key: string): Promise<ReadonlySet<OrganisationId>> {
  const rows = await tx
    .selectFrom('case_party')
    .select('organisation_id')
    .where('case_id', '=', key)
    .where('role', 'in', TAKING_PART)
    .where('organisation_id', 'is not', null)
    .execute()
  return new Set(rows.map((row) => OrganisationId.parse(row.organisation_id)))
}
