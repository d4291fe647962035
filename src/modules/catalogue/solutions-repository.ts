import { sql } from 'kysely'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import type { CaseSummary } from './case.ts'
import type { Condition } from './case-condition.ts'
import { casesByIds } from './cases-repository.ts'
import { CaseId, SolutionContent, type SolutionFilter, SolutionId } from './contract.ts'
import type { SolutionPage, SolutionSummary } from './solution.ts'
import './tables.ts'

/** Every solution, by name. */
export async function listSolutions(db: Database, { limit, offset }: SolutionFilter): Promise<SolutionPage> {
  const { total } = await db
    .selectFrom('solution')
    .select((of) => of.fn.countAll<number>().as('total'))
    .where('status', '=', 'published')
    .executeTakeFirstOrThrow()
  const solutions = await summaries(db, sql`true`)
  return { total: Number(total), solutions: solutions.slice(offset, offset + limit) }
}

/** What came out of a case. */
export function solutionsOfCase(db: Database, id: CaseId): Promise<readonly SolutionSummary[]> {
  return summaries(
    db,
    sql`exists (
      select from solution_case join procurement_case on procurement_case.id = case_id
      where solution_id = solution.id and public_id = ${id}
    )`,
  )
}

/** What an organisation supplies or has taken into use. */
export function solutionsOfOrganisation(
  db: Database,
  organisation: OrganisationId,
): Promise<readonly SolutionSummary[]> {
  return summaries(
    db,
    sql`(
      exists (
        select from solution_supplier where solution_id = solution.id and organisation_id = ${organisation}
      )
      or exists (
        select from solution_adopter
        where solution_id = solution.id
          and (organisation_id = ${organisation} or within_id = ${organisation} and organisation_id is not null)
      )
    )`,
  )
}

/** The cases a solution came out of. */
export async function casesOfSolution(db: Database, id: SolutionId): Promise<readonly CaseSummary[]> {
  const rows = await db
    .selectFrom('solution_case')
    .innerJoin('procurement_case', 'procurement_case.id', 'solution_case.case_id')
    .innerJoin('solution', 'solution.id', 'solution_case.solution_id')
    .select('procurement_case.public_id')
    .where('solution.public_id', '=', id)
    .orderBy('procurement_case.number')
    .execute()
  return casesByIds(
    db,
    rows.map((row) => CaseId.parse(row.public_id)),
  )
}

const byName = new Intl.Collator('nb')

async function summaries(db: Database, condition: Condition): Promise<readonly SolutionSummary[]> {
  const rows = await db
    .selectFrom('solution')
    .innerJoin('solution_version', (join) =>
      join
        .onRef('solution_version.solution_id', '=', 'solution.id')
        .onRef('solution_version.version', '=', 'solution.current_version'),
    )
    .select(['public_id', 'content'])
    .where('status', '=', 'published')
    .where(condition)
    .execute()
  return rows.map(toSummary).toSorted((one, other) => byName.compare(one.name, other.name))
}

function toSummary(row: { readonly public_id: string; readonly content: Json }): SolutionSummary {
  const content = SolutionContent.parse(row.content)
  return {
    id: SolutionId.parse(row.public_id),
    name: content.name,
    language: content.language,
    description: content.description,
    status: content.status,
    suppliers: content.suppliers.map((supplier) => supplier.name),
    fromCases: content.fromCases,
    adopters: content.adopters.length,
  }
}
