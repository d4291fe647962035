import { type RawBuilder, sql } from 'kysely'
import { ApiTokenId, PersonId, TokenScope } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import '#src/modules/identity/tables.ts'

/** A key to the API, as its owner sees it; what opens is stored as a digest only. */
export type ApiToken = {
  readonly id: ApiTokenId
  readonly person: PersonId
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
}

type NewToken = Pick<
  ApiToken,
  'id' | 'person' | 'organisation' | 'name' | 'scopes' | 'createdAt' | 'expiresAt'
> & {
  readonly tokenHash: string
}

export async function insertToken(tx: Database, token: NewToken): Promise<void> {
  await tx
    .insertInto('api_token')
    .values({
      id: token.id,
      token_hash: token.tokenHash,
      person_id: token.person,
      organisation_id: token.organisation,
      name: token.name,
      scopes: [...token.scopes],
      created_at: token.createdAt,
      expires_at: token.expiresAt,
      used_at: null,
      revoked_at: null,
    })
    .execute()
}

/** A person's keys, the newest first; those that have expired or been taken back too. */
export function tokensOf(db: Database, person: PersonId): Promise<readonly ApiToken[]> {
  return select(db, sql`api_token.person_id = ${person}`)
}

/** The keys that act for the organisation now, for its coordinators. */
export function tokensFor(
  db: Database,
  { organisation, at }: { organisation: OrganisationId; at: Date },
): Promise<readonly ApiToken[]> {
  return select(
    db,
    sql`api_token.organisation_id = ${organisation} and revoked_at is null and expires_at > ${at}`,
  )
}

export async function findToken(
  db: Database,
  by: { readonly hash: string } | { readonly id: ApiTokenId },
): Promise<ApiToken | null> {
  const condition = 'hash' in by ? sql`token_hash = ${by.hash}` : sql`api_token.id = ${by.id}`
  const [found = null] = await select(db, condition)
  return found
}

export async function countLiveTokens(
  tx: Database,
  { person, at }: { person: PersonId; at: Date },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from api_token
    where person_id = ${person} and revoked_at is null and expires_at > ${at}
  `.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** Answers whether it was live until now. */
export async function revokeToken(tx: Database, id: ApiTokenId, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) === 1
}

/** Takes back every key with which the person acts for the organisation. */
export async function revokeTokensFor(
  tx: Database,
  { person, organisation, at }: { person: PersonId; organisation: OrganisationId; at: Date },
): Promise<void> {
  await tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('person_id', '=', person)
    .where('organisation_id', '=', organisation)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function markTokenUsed(db: Database, id: ApiTokenId, at: Date): Promise<void> {
  await db.updateTable('api_token').set({ used_at: at }).where('id', '=', id).execute()
}

type Row = {
  id: string
  person_id: string
  organisation_id: string
  organisation_name: string
  name: string
  scopes: string[]
  created_at: Date
  expires_at: Date
  used_at: Date | null
  revoked_at: Date | null
}

async function select(db: Database, condition: RawBuilder<unknown>): Promise<readonly ApiToken[]> {
  const { rows } = await sql<Row>`
    select api_token.id, api_token.person_id, api_token.organisation_id, organisation.name as organisation_name,
      api_token.name, scopes, api_token.created_at, expires_at, used_at, revoked_at
    from api_token join organisation on organisation.id = api_token.organisation_id
    where ${condition}
    order by api_token.created_at desc, api_token.id desc
  `.execute(db)
  return rows.map((row) => ({
    id: ApiTokenId.parse(row.id),
    person: PersonId.parse(row.person_id),
    organisation: OrganisationId.parse(row.organisation_id),
    organisationName: row.organisation_name,
    name: row.name,
    scopes: row.scopes.map((scope) => TokenScope.parse(scope)),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }))
}
