import { sql } from 'kysely'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import type { CasePage, CaseSummary, Origin } from './case.ts'
import { type Condition, hasTheme, inCounty, inMunicipality, involves, takesPart } from './case-condition.ts'
import { PROCUREMENT_LIKE } from './case-kind.ts'
import { CaseContent, type CaseFilter, CaseId } from './contract.ts'
import { headlineEffects } from './headline-effects.ts'
import './tables.ts'

/** A filter that need not have come through its schema; an `after` that does not exist leads to an empty page. */
export type CaseSelection = Omit<CaseFilter, 'offset' | 'after'> & {
  readonly offset?: number
  readonly after?: string | undefined
}

/** Cases that fit the filter; the newest are those that reach furthest, then those that came last. */
export async function listCases(db: Database, filter: CaseSelection): Promise<CasePage> {
  const conditions = await toConditions(db, filter)
  const { total } = await published(db, conditions)
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const after = filter.after ? [isAfter(filter.after)] : []
  const selection = {
    ...filter,
    offset: filter.offset ?? 0,
    conditions: [...conditions, ...after],
    order: ORDER[filter.sort],
  }
  return { total: Number(total), cases: await summaries(db, selection) }
}

/** For front pages: what is near buying, and never what is only mentioned somewhere. */
export function newestCases(db: Database, limit: number): Promise<readonly CaseSummary[]> {
  const conditions = [
    sql<boolean>`kind in (${sql.join(PROCUREMENT_LIKE)})`,
    sql<boolean>`level <> 'mention'`,
    sql<boolean>`coalesce(to_year, from_year) is not null`,
  ]
  return summaries(db, { conditions, order: ORDER.newest, limit })
}

/** Whose cases: those an organisation takes part in or supplies, of a county and its municipalities, on a theme. */
export type CasesOf =
  | { readonly organisation: OrganisationId }
  | { readonly municipality: string }
  | { readonly county: string }
  | { readonly theme: string }

/** All of them, newest first, unless only so many are wanted. */
export async function casesOf(db: Database, whose: CasesOf, limit?: number): Promise<readonly CaseSummary[]> {
  const conditions = [await toCondition(db, whose)]
  return summaries(db, { conditions, order: ORDER.newest, ...(limit === undefined ? {} : { limit }) })
}

/**
 * Cases that one of the organisations takes part in, or that are about one of the themes or something below it: what
 * tells something, the newest first.
 */
export function casesTouching(
  db: Database,
  { organisations, themes }: { organisations: readonly OrganisationId[]; themes: readonly string[] },
): Promise<readonly CaseSummary[]> {
  if (organisations.length === 0 && themes.length === 0) return Promise.resolve([])
  const either = sql.join([takesPart(organisations), ...themes.map(hasTheme)], sql` or `)
  const conditions = [sql<boolean>`(${either})`, sql<boolean>`level <> 'mention'`]
  return summaries(db, { conditions, order: ORDER.newest, limit: MOST_TOUCHING })
}

const MOST_TOUCHING = 200

/** Cases by their ids, in the order asked for; those that are gone are left out. */
export async function casesByIds(db: Database, ids: readonly string[]): Promise<readonly CaseSummary[]> {
  if (ids.length === 0) return []
  const conditions = [sql<boolean>`public_id in (${sql.join(ids)})`]
  const found = await summaries(db, { conditions, order: ORDER.newest })
  return ids.flatMap((id) => found.find((one) => one.id === id) ?? [])
}

const ORDER: Readonly<Record<CaseFilter['sort'], ReturnType<typeof sql>>> = {
  newest: sql`coalesce(to_year, from_year) desc nulls last, number desc`,
  // No engine has a Norwegian collation for certain: Æ, Ø and Å come after Z as the signs that do so in ASCII.
  title: sql`lower(translate(ltrim(title, '«"'), 'ÆÄØÖÅæäøöå', '{{||}{{||}')) collate "C", number`,
  id: sql`number`,
}

function isAfter(id: string): Condition {
  return sql`number > (select before.number from procurement_case as before where before.public_id = ${id})`
}

function published(db: Database, conditions: readonly Condition[]) {
  return conditions.reduce(
    (query, condition) => query.where(condition),
    db.selectFrom('procurement_case').where('status', '=', 'published'),
  )
}

type Selection = {
  readonly conditions: readonly Condition[]
  readonly order: ReturnType<typeof sql>
  readonly limit?: number
  readonly offset?: number
}

async function summaries(
  db: Database,
  { conditions, order, limit, offset = 0 }: Selection,
): Promise<readonly CaseSummary[]> {
  const rows = await published(db, conditions)
    .innerJoin('case_version', (join) =>
      join
        .onRef('case_version.case_id', '=', 'procurement_case.id')
        .onRef('case_version.version', '=', 'procurement_case.current_version'),
    )
    .select(['public_id', 'origin', 'confirmed_at', 'updated_at', 'content'])
    .orderBy(order)
    .$if(limit !== undefined, (all) => all.limit(limit ?? 0))
    .offset(offset)
    .execute()
  return rows.map(toSummary)
}

async function toConditions(db: Database, filter: CaseSelection): Promise<readonly Condition[]> {
  const { kind, level, theme, county, municipality } = filter
  return [
    ...(kind ? [sql<boolean>`kind = ${kind}`] : []),
    ...(level ? [sql<boolean>`level = ${level}`] : []),
    ...(theme ? [await toCondition(db, { theme })] : []),
    ...(county ? [await toCondition(db, { county })] : []),
    ...(municipality ? [await toCondition(db, { municipality })] : []),
  ]
}

async function toCondition(db: Database, whose: CasesOf): Promise<Condition> {
  if ('organisation' in whose) return involves(whose.organisation)
  if ('theme' in whose) return hasTheme(whose.theme)
  const register = await readRegister(db)
  return takesPart(
    'county' in whose ? inCounty(register, whose.county) : inMunicipality(register, whose.municipality),
  )
}

type SummaryRow = {
  readonly public_id: string
  readonly origin: Origin
  readonly confirmed_at: Date | null
  readonly updated_at: Date
  readonly content: Json
}

function toSummary(row: SummaryRow): CaseSummary {
  const content = CaseContent.parse(row.content)
  const { title, kind, level, fromYear = null, toYear = null, themes } = content.identity
  return {
    id: CaseId.parse(row.public_id),
    title,
    language: content.language,
    kind,
    level,
    fromYear,
    toYear,
    need: content.need?.text ?? null,
    themes,
    joint: content.who.joint,
    parties: content.who.parties,
    headline: headlineEffects(content)[0] ?? null,
    origin: row.origin,
    confirmedAt: row.confirmed_at,
    updatedAt: row.updated_at,
  }
}
