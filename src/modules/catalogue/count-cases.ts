import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { TAKING_PART } from './case-condition.ts'
import { CASE_KINDS, type CaseKind } from './contract.ts'
import './tables.ts'

export type CasesByPlace = {
  /** By kommunenummer. */
  readonly municipalities: ReadonlyMap<string, number>
  /** By fylkesnummer; a case with several municipalities of a county counts once there. */
  readonly counties: ReadonlyMap<string, number>
}

/** How many cases each municipality and county takes part in, as the map shows it. */
export async function countCasesByPlace(db: Database): Promise<CasesByPlace> {
  const rows = await db
    .selectFrom('case_party')
    .innerJoin('procurement_case', 'procurement_case.id', 'case_party.case_id')
    .select(['case_id', 'organisation_id', 'within_id'])
    .where('status', '=', 'published')
    .where('role', 'in', TAKING_PART)
    .execute()
  const pairs = rows.flatMap((row) =>
    [row.organisation_id, row.within_id].flatMap((id) =>
      id ? [[OrganisationId.parse(id), row.case_id] as const] : [],
    ),
  )
  const organisations = await organisationsByIds(
    db,
    pairs.map(([id]) => id),
  )
  const places = pairs.flatMap(([id, caseId]) => {
    const found = organisations.get(id)
    return found?.kind === 'municipality' || found?.kind === 'county' ? [{ ...found, caseId }] : []
  })
  return {
    municipalities: countDistinct(places.flatMap((one) => pair(one.kommunenummer, one.caseId))),
    counties: countDistinct(places.flatMap((one) => pair(one.fylkesnummer, one.caseId))),
  }
}

/** How many published cases there are of each kind. */
export async function countCasesByKind(db: Database): Promise<Readonly<Record<CaseKind, number>>> {
  const rows = await db
    .selectFrom('procurement_case')
    .select((of) => ['kind', of.fn.countAll<number>().as('count')])
    .where('status', '=', 'published')
    .groupBy('kind')
    .execute()
  const counts = new Map(rows.map((row) => [row.kind, Number(row.count)]))
  return Object.fromEntries(CASE_KINDS.map((kind) => [kind, counts.get(kind) ?? 0])) as Record<
    CaseKind,
    number
  >
}

function pair(place: string | null, caseId: string): [string, string][] {
  return place === null ? [] : [[place, caseId]]
}

function countDistinct(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
  const cases = new Map<string, Set<string>>()
  for (const [key, caseId] of pairs) cases.set(key, (cases.get(key) ?? new Set()).add(caseId))
  return new Map([...cases].map(([key, ids]) => [key, ids.size]))
}
