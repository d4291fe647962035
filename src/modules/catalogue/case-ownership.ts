import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { TAKING_PART } from './case-condition.ts'
import { CaseId } from './contract.ts'
import type { Ownership } from './policy.ts'
import './tables.ts'

export type Confirmation = {
  readonly organisation: Organisation
  readonly version: number
  readonly at: Date
}

/** Who answers for a published case, who could say that it is theirs, and who has vouched for it. */
export type CaseOwnership = {
  readonly owner: Organisation | null
  readonly parties: readonly Organisation[]
  readonly confirmations: readonly Confirmation[]
}

/** The same by their ids, which is what the rules ask for. */
export function ownershipIds({ owner, parties }: Pick<CaseOwnership, 'owner' | 'parties'>): Ownership {
  return { owner: owner?.id ?? null, parties: new Set(parties.map(({ id }) => id)) }
}

export async function caseOwnership(db: Database, id: CaseId): Promise<CaseOwnership> {
  const row = await db
    .selectFrom('procurement_case')
    .select(['id', 'owner_id'])
    .where('public_id', '=', id)
    .executeTakeFirstOrThrow()
  const parties = await db
    .selectFrom('case_party')
    .select('organisation_id')
    .distinct()
    .where('case_id', '=', row.id)
    .where('role', 'in', TAKING_PART)
    .execute()
  const confirmations = await db
    .selectFrom('case_confirmation')
    .select(['organisation_id', 'version', 'confirmed_at'])
    .where('case_id', '=', row.id)
    .orderBy('confirmed_at')
    .execute()
  const keys = [row.owner_id, ...[...parties, ...confirmations].map((one) => one.organisation_id)]
  const organisations = await organisationsByIds(db, keys.filter((key) => key !== null).map(toId))
  const find = (key: string | null) => (key === null ? null : (organisations.get(toId(key)) ?? null))
  return {
    owner: find(row.owner_id),
    parties: parties.flatMap((party) => find(party.organisation_id) ?? []),
    confirmations: confirmations.flatMap(({ organisation_id, version, confirmed_at }) => {
      const organisation = find(organisation_id)
      return organisation ? [{ organisation, version, at: confirmed_at }] : []
    }),
  }
}

/** The cases that an organisation answers for, the one changed last first. */
export async function casesOwnedBy(
  db: Database,
  organisations: readonly OrganisationId[],
): Promise<readonly CaseId[]> {
  if (organisations.length === 0) return []
  const rows = await db
    .selectFrom('procurement_case')
    .select('public_id')
    .where('owner_id', 'in', organisations)
    .where('status', '=', 'published')
    .orderBy('updated_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => CaseId.parse(row.public_id))
}

/** The published cases that name one of these notices. */
export async function casesOfNotices(db: Database, notices: readonly string[]): Promise<readonly CaseId[]> {
  if (notices.length === 0) return []
  const rows = await db
    .selectFrom('procurement_case')
    .select(['public_id', 'number'])
    .distinct()
    .innerJoin('case_notice', 'case_notice.case_id', 'procurement_case.id')
    .where('notice_id', 'in', notices)
    .where('status', '=', 'published')
    .orderBy('number')
    .execute()
  return rows.map((row) => CaseId.parse(row.public_id))
}

function toId(key: string): OrganisationId {
  return OrganisationId.parse(key)
}
