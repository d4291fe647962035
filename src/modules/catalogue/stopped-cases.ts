import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { CaseContent, CaseId, type Stopped } from './contract.ts'
import './tables.ts'

/** A published case that tells of a procurement which stopped. */
export type StoppedCase = {
  readonly id: CaseId
  readonly title: string
  readonly language: string
  readonly year: number | null
  readonly who: readonly string[]
  readonly owner: OrganisationId | null
  readonly stopped: Stopped
}

/** Every published case that stopped, the one changed last first. */
export async function stoppedCases(db: Database): Promise<readonly StoppedCase[]> {
  const rows = await db
    .selectFrom('procurement_case')
    .innerJoin('case_version', (join) =>
      join
        .onRef('case_version.case_id', '=', 'procurement_case.id')
        .onRef('case_version.version', '=', 'procurement_case.current_version'),
    )
    .select(['public_id', 'content', 'owner_id'])
    .where('status', '=', 'published')
    .where('procurement_case.id', 'in', db.selectFrom('case_stop_reason').select('case_id'))
    .orderBy('updated_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.flatMap(({ public_id, content, owner_id }): StoppedCase[] => {
    const { identity, language, who, stopped } = CaseContent.parse(content)
    if (!stopped) return []
    const leaders = who.parties.filter(({ role }) => role === 'lead' || role === 'host')
    return [
      {
        id: CaseId.parse(public_id),
        title: identity.title,
        language,
        year: identity.toYear ?? identity.fromYear ?? null,
        who: leaders.map(({ name }) => name),
        owner: owner_id === null ? null : OrganisationId.parse(owner_id),
        stopped,
      },
    ]
  })
}
