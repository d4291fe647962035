import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { NeedContent, NeedId } from './contract.ts'
import type { Need } from './need.ts'
import './tables.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`

/** False when there is a need with this id. */
export async function insertNeed(tx: Database, need: Need, by: PersonId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into need (id, organisation_id, status, audience, content, version, notice_id, lot, begun_by, begun_at,
      changed_at, announced_at)
    values (${need.id}, ${need.organisation}, ${need.status}, ${need.audience}, ${json(need.content)},
      ${need.version}, ${need.notice}, ${need.lot}, ${by}, ${need.begunAt}, ${need.changedAt}, ${need.announcedAt})
    on conflict (id) do nothing
  `.execute(tx)
  return numAffectedRows === 1n
}

/** False when somebody else has saved it since the version it was read at, `need.version`. The new version is one more. */
export async function saveNeed(tx: Database, need: Need): Promise<boolean> {
  const { closed } = need
  const { numAffectedRows } = await sql`
    update need set status = ${need.status}, audience = ${need.audience}, content = ${json(need.content)},
      version = version + 1, changed_at = ${need.changedAt}, announced_at = ${need.announcedAt},
      closed_at = ${closed?.at ?? null}, closed_cause = ${closed?.cause ?? null},
      closed_reason = ${closed?.reason ?? null}
    where id = ${need.id} and version = ${need.version}
  `.execute(tx)
  return numAffectedRows === 1n
}

type Kept = { readonly by: PersonId; readonly at: Date; readonly reason: string | null }

/** Keeps the state of an announced need for its history; `need.version` is the version it has now. */
export async function keepVersion(tx: Database, need: Need, { by, at, reason }: Kept): Promise<void> {
  await sql`
    insert into need_version (need_id, version, content, audience, status, saved_by, saved_at, reason)
    values (${need.id}, ${need.version}, ${json(need.content)}, ${need.audience}, ${need.status}, ${by}, ${at},
      ${reason})
  `.execute(tx)
}

export async function findNeed(db: Database, id: NeedId): Promise<Need | null> {
  return (await select(db, sql`id = ${id}`))[0] ?? null
}

/** The same, kept from being changed by others until the transaction ends. */
export async function lockNeed(tx: Database, id: NeedId): Promise<Need | null> {
  const { rows } = await sql<Row>`select * from need where id = ${id} for update`.execute(tx)
  return rows[0] ? toNeed(rows[0]) : null
}

export type KeptVersion = {
  readonly version: number
  readonly audience: Need['audience']
  readonly status: Need['status']
  readonly content: NeedContent
  readonly at: Date
  readonly reason: string | null
}

/** Every state it has had since it was announced, the newest first. */
export async function versionsOf(db: Database, id: NeedId): Promise<readonly KeptVersion[]> {
  const rows = await db
    .selectFrom('need_version')
    .select(['version', 'audience', 'status', 'content', 'saved_at', 'reason'])
    .where('need_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ content, saved_at: at, ...row }) => ({
    ...row,
    at,
    content: NeedContent.parse(content),
  }))
}

/** Those that are written or announced now by others than this organisation. */
export function openNeedsOfOthers(db: Database, organisation: OrganisationId): Promise<readonly Need[]> {
  return select(db, sql`status in ('draft', 'announced') and organisation_id <> ${organisation}`)
}

export function needsByIds(db: Database, ids: readonly string[]): Promise<readonly Need[]> {
  return ids.length === 0 ? Promise.resolve([]) : select(db, sql`id = any(${ids}::uuid[])`)
}

/** All that are announced now, the newest first; whoever shows them asks `mayReadNeed`. */
export function announcedNeeds(db: Database): Promise<readonly Need[]> {
  return select(db, sql`status = 'announced'`)
}

/** All of an organisation, drafts and closed ones too, the one that was changed last first. */
export function needsOf(db: Database, organisations: Iterable<OrganisationId>): Promise<readonly Need[]> {
  return select(db, sql`organisation_id = any(${[...organisations]}::uuid[])`)
}

type Row = Selectable<Schema['need']>

async function select(db: Database, where: RawBuilder<unknown>): Promise<readonly Need[]> {
  const { rows } = await sql<Row>`
    select * from need where ${where} order by coalesce(announced_at, changed_at) desc, id
  `.execute(db)
  return rows.map(toNeed)
}

function toNeed(row: Row): Need {
  return {
    id: NeedId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    status: row.status,
    audience: row.audience,
    content: NeedContent.parse(row.content),
    version: row.version,
    notice: row.notice_id,
    lot: row.lot,
    begunAt: row.begun_at,
    changedAt: row.changed_at,
    announcedAt: row.announced_at,
    closed:
      row.closed_at && row.closed_cause
        ? { at: row.closed_at, cause: row.closed_cause, reason: row.closed_reason }
        : null,
  }
}
