import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { type OrganisationId as Id, OrganisationId, type OrganisationKind } from './contract.ts'
import type { Organisation } from './organisation.ts'
import { nameKey } from './organisation-name.ts'
import type { RegisterRows } from './register-rows.ts'

const COLUMNS = ['id', 'kind', 'name', 'organisasjonsnummer', 'kommunenummer', 'fylkesnummer'] as const

type Row = {
  readonly [Column in (typeof COLUMNS)[number]]: Column extends 'kind' ? OrganisationKind : string | null
} & {
  readonly id: string
  readonly name: string
}

export async function findOrganisationById(db: Database, id: Id): Promise<Organisation | null> {
  const row = await db.selectFrom('organisation').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row ? toOrganisation(row) : null
}

/** Those of `ids` that exist, suppliers too, for naming what other modules only hold the key of. */
export async function organisationsByIds(
  db: Database,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Organisation>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(COLUMNS)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(toOrganisation).map((one) => [one.id, one]))
}

export type OrganisationFilter = {
  readonly kind?: OrganisationKind | undefined
  /** Part of the name. */
  readonly q?: string | undefined
  readonly fylkesnummer?: string | null | undefined
  readonly organisasjonsnummer?: string | null | undefined
  readonly limit: number
  /** Only what comes after this one in the order of the list, for paging that stands still while others are added. */
  readonly after?: Id | undefined
  readonly offset?: number | undefined
}

export type OrganisationList = { readonly organisations: readonly Organisation[]; readonly total: number }

/** Organisations in a stable order by name, a page at a time; `total` counts all pages. */
export async function listOrganisations(db: Database, filter: OrganisationFilter): Promise<OrganisationList> {
  const key = nameKey(filter.q ?? '')
  let fitting = db.selectFrom('organisation')
  if (filter.kind) fitting = fitting.where('kind', '=', filter.kind)
  if (filter.fylkesnummer) fitting = fitting.where('fylkesnummer', '=', filter.fylkesnummer)
  if (filter.organisasjonsnummer)
    fitting = fitting.where('organisasjonsnummer', '=', filter.organisasjonsnummer)
  if (key) fitting = fitting.where(sql<boolean>`position(${key} in name_key) > 0`)
  const { total } = await fitting
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const { after } = filter
  const rest = after ? fitting.where(comesAfter(after)) : fitting
  const rows = await rest
    .select(COLUMNS)
    .orderBy(sql`name_key collate "C"`)
    .orderBy('id')
    .limit(filter.limit)
    .offset(filter.offset ?? 0)
    .execute()
  return { organisations: rows.map(toOrganisation), total: Number(total) }
}

/** Suppliers whose names begin so, as names are compared; by name. */
export async function suppliersBeginning(
  db: Database,
  beginning: string,
  limit: number,
): Promise<readonly Organisation[]> {
  const key = nameKey(beginning)
  if (key === '') return []
  const rows = await db
    .selectFrom('organisation')
    .select(COLUMNS)
    .where('kind', '=', 'supplier')
    .where(sql<boolean>`name_key collate "C" >= ${key} and name_key collate "C" < ${`${key}\u{10ffff}`}`)
    .orderBy(sql`name_key collate "C"`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toOrganisation)
}

/** Collation is named, since the two engines sort by different ones and the order must be the same in every query. */
function comesAfter(id: Id) {
  return sql<boolean>`
    (name_key collate "C", id) > (select name_key collate "C", id from organisation where id = ${id})
  `
}

/**
 * What tells one content of the public organisations from another.
 *
 * A sum over the revisions rather than a counter or the latest time: it changes exactly when what is committed
 * does, in whichever order transactions end, and writers never wait for each other.
 */
export async function registerDigest(db: Database): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select count(*)::text || ':' || coalesce(sum(hashtextextended(revision::text, 0)), 0)::text as digest
    from organisation
    where kind <> 'supplier'
  `.execute(db)
  return rows[0]?.digest ?? ''
}

/** The tables of the register, the suppliers left out. */
export async function readRegisterRows(db: Database): Promise<RegisterRows> {
  return {
    organisations: await db
      .selectFrom('organisation')
      .select([...COLUMNS, 'ended_year', 'source_url', 'note'])
      .where('kind', '<>', 'supplier')
      .orderBy('name_key')
      .orderBy('id')
      .execute(),
    names: await db.selectFrom('organisation_name').selectAll().orderBy('kind').orderBy('name').execute(),
    formerNumbers: await db.selectFrom('organisation_former_number').selectAll().execute(),
    counties: await db.selectFrom('county').selectAll().orderBy('fylkesnummer').execute(),
    municipalities: await db.selectFrom('municipality').selectAll().orderBy('kommunenummer').execute(),
    populations: await db.selectFrom('municipality_population').selectAll().execute(),
    formerMunicipalities: await db.selectFrom('former_municipality').selectAll().execute(),
    formerCounties: await db.selectFrom('former_county').selectAll().execute(),
    actsFor: await db
      .selectFrom('acts_for')
      .select(['body_id', 'principal_id', 'scope', 'is_host', 'is_member', 'named_as', 'as_of_year'])
      .select([
        sql<string | null>`valid_from::text`.as('valid_from'),
        sql<string | null>`valid_to::text`.as('valid_to'),
      ])
      .orderBy('principal_id')
      .execute(),
  }
}

export function toOrganisation(row: Row): Organisation {
  const { kind, name, organisasjonsnummer, kommunenummer, fylkesnummer } = row
  return { id: OrganisationId.parse(row.id), kind, name, organisasjonsnummer, kommunenummer, fylkesnummer }
}
