import { PersonId, SessionId } from '#src/modules/identity/contract.ts'
import type { Person } from '#src/modules/identity/person.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { ProviderSession, Session } from './session.ts'
import '#src/modules/identity/tables.ts'

export type NewSession = ProviderSession & {
  readonly tokenHash: string
  readonly id: SessionId
  readonly person: PersonId
  readonly organisation: OrganisationId | null
  readonly device: string
  readonly beganAt: Date
  readonly endsAt: Date
}

export async function insertSession(tx: Database, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      id: session.id,
      person_id: session.person,
      organisation_id: session.organisation,
      id_token_key: session.idTokenKey,
      provider_session: session.providerSession,
      device: session.device,
      began_at: session.beganAt,
      seen_at: session.beganAt,
      ends_at: session.endsAt,
    })
    .execute()
}

export type FoundSession = {
  readonly id: SessionId
  readonly person: Person
  readonly organisation: OrganisationId | null
  readonly seenAt: Date
}

type Moment = { readonly at: Date; readonly seenAfter: Date }

/** The session of a token, while it lasts, and whose it is. */
export async function findLiveSession(
  db: Database,
  tokenHash: string,
  { at, seenAfter }: Moment,
): Promise<FoundSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.id', 'session.organisation_id', 'session.seen_at'])
    .select(['person_id', 'name', 'email', 'language', 'left_at'])
    .where('token_hash', '=', tokenHash)
    .where('ends_at', '>', at)
    .where('seen_at', '>', seenAfter)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: SessionId.parse(row.id),
    person: {
      id: PersonId.parse(row.person_id),
      name: row.name,
      email: row.email,
      language: row.language,
      leftAt: row.left_at,
    },
    organisation: row.organisation_id === null ? null : OrganisationId.parse(row.organisation_id),
    seenAt: row.seen_at,
  }
}

export async function markSeen(db: Database, session: SessionId, at: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('id', '=', session).execute()
}

/** The sessions of a person that last, the latest used first. */
export async function sessionsOf(
  db: Database,
  person: PersonId,
  { at, seenAfter }: Moment,
): Promise<readonly Session[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'began_at', 'seen_at'])
    .where('person_id', '=', person)
    .where('ends_at', '>', at)
    .where('seen_at', '>', seenAfter)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: SessionId.parse(row.id),
    device: row.device,
    beganAt: row.began_at,
    seenAt: row.seen_at,
  }))
}

export async function saveChoice(
  db: Database,
  session: SessionId,
  organisation: OrganisationId | null,
): Promise<void> {
  await db.updateTable('session').set({ organisation_id: organisation }).where('id', '=', session).execute()
}

/** Ends one session of the person; null when there is no such session. */
export async function deleteSession(
  db: Database,
  { person, session }: { person: PersonId; session: SessionId },
): Promise<ProviderSession | null> {
  const row = await db
    .deleteFrom('session')
    .where('id', '=', session)
    .where('person_id', '=', person)
    .returning(['id_token_key', 'provider_session'])
    .executeTakeFirst()
  return row ? { idTokenKey: row.id_token_key, providerSession: row.provider_session } : null
}

export async function deleteSessionsOf(db: Database, person: PersonId): Promise<number> {
  const deleted = await db.deleteFrom('session').where('person_id', '=', person).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

export async function deleteSessionByToken(db: Database, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

export async function deleteSessionsAtProvider(db: Database, providerSession: string): Promise<void> {
  await db.deleteFrom('session').where('provider_session', '=', providerSession).execute()
}

export async function deleteDeadSessions(db: Database, { at, seenAfter }: Moment): Promise<number> {
  const deleted = await db
    .deleteFrom('session')
    .where(({ or, eb }) => or([eb('ends_at', '<=', at), eb('seen_at', '<=', seenAfter)]))
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
