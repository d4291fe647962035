import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { hasTheme } from './case-condition.ts'
import { CaseId, type RequirementFilter, type RequirementId } from './contract.ts'
import { type PublishedRequirement, toRequirementId } from './requirement.ts'
import './tables.ts'

type Narrowed = Pick<RequirementFilter, 'kind' | 'theme'>

/** What published cases have asked the market for, those of the newest cases first. */
export async function readRequirements(
  db: Database,
  { kind, theme }: Narrowed,
): Promise<readonly PublishedRequirement[]> {
  const rows = await requirements(db)
    .$if(kind !== undefined, (all) => all.where('case_requirement.kind', '=', kind ?? 'requirement'))
    .$if(theme !== undefined, (all) => all.where(hasTheme(theme ?? '')))
    .orderBy(sql`coalesce(to_year, from_year) desc nulls last, number desc, case_requirement.kind, position`)
    .execute()
  return withCases(db, rows)
}

/** These, in the order they were asked for; one whose case no longer has the words is left out. */
export async function requirementsByIds(
  db: Database,
  ids: readonly RequirementId[],
): Promise<readonly PublishedRequirement[]> {
  if (ids.length === 0) return []
  const cases = ids.map((id) => id.split('.')[0] ?? '')
  const rows = await requirements(db).where('public_id', 'in', cases).execute()
  const found = await withCases(db, rows)
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? [])
}

function requirements(db: Database) {
  return db
    .selectFrom('case_requirement')
    .innerJoin('procurement_case', 'procurement_case.id', 'case_requirement.case_id')
    .innerJoin('case_version', (join) =>
      join
        .onRef('case_version.case_id', '=', 'procurement_case.id')
        .onRef('case_version.version', '=', 'procurement_case.current_version'),
    )
    .where('status', '=', 'published')
    .select(['case_requirement.case_id', 'hash', 'case_requirement.kind', 'text', 'strength', 'measured_by'])
    .select(['weight', 'from_case', 'from_version', 'public_id', 'current_version', 'title'])
    .select(sql<number | null>`coalesce(to_year, from_year)`.as('year'))
    .select(sql<string>`content ->> 'language'`.as('language'))
}

type Row = Awaited<ReturnType<ReturnType<typeof requirements>['execute']>>[number]

async function withCases(db: Database, rows: readonly Row[]): Promise<readonly PublishedRequirement[]> {
  const keys = [...new Set(rows.map((row) => row.case_id))]
  if (keys.length === 0) return []
  const parties = await db
    .selectFrom('case_party')
    .select(['case_id', 'name', 'role'])
    .where('case_id', 'in', keys)
    .orderBy('position')
    .execute()
  const themes = await db.selectFrom('case_theme').selectAll().where('case_id', 'in', keys).execute()
  const themesOf = Map.groupBy(themes, (one) => one.case_id)
  const partiesOf = Map.groupBy(parties, (one) => one.case_id)
  return rows.map((row) => ({
    id: toRequirementId(row.public_id, row.hash),
    hash: row.hash,
    kind: row.kind,
    text: row.text,
    strength: row.strength,
    measuredBy: row.measured_by,
    weight: row.weight,
    takenFrom:
      row.from_case === null || row.from_version === null
        ? null
        : { case: CaseId.parse(row.from_case), version: row.from_version },
    case: CaseId.parse(row.public_id),
    version: row.current_version,
    caseTitle: row.title,
    year: row.year,
    language: row.language,
    themes: (themesOf.get(row.case_id) ?? []).map((one) => one.theme_id),
    who: leading(partiesOf.get(row.case_id) ?? []),
  }))
}

type Named = { readonly name: string; readonly role: string }

/** Those who led it; where nobody is said to, the first that is named. */
function leading(parties: readonly Named[]): readonly string[] {
  const leaders = parties.filter(({ role }) => role === 'lead' || role === 'host')
  return (leaders.length > 0 ? leaders : parties.slice(0, 1)).map(({ name }) => name)
}
