import type { Database } from '#src/platform/database.ts'
import type { CaseId } from './contract.ts'
import './tables.ts'

/** What a change of a case needs to know first. */
export type LockedCase = {
  readonly key: string
  readonly version: number
  readonly status: 'published' | 'withdrawn' | 'merged'
}

/** The case, locked until the transaction ends, so that two people cannot decide at once. */
export async function lockCase(tx: Database, id: CaseId): Promise<LockedCase | null> {
  const row = await tx
    .selectFrom('procurement_case')
    .select(['id', 'current_version', 'status'])
    .where('public_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { key: row.id, version: row.current_version, status: row.status } : null
}
