import { type Selectable, sql } from 'kysely'
import { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { StopId } from './contract.ts'
import type { Stop } from './stop.ts'
import './tables.ts'

/** Everything that has not been taken back, whoever may read it; the newest first. */
export async function allStops(db: Database): Promise<readonly Stop[]> {
  const rows = await db
    .selectFrom('stop')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return withParts(db, rows)
}

export async function stopById(db: Database, id: StopId): Promise<Stop | null> {
  const rows = await db
    .selectFrom('stop')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  const [found] = await withParts(db, rows)
  return found ?? null
}

/** Those of them that have not been taken back. */
export async function stopsByIds(db: Database, ids: readonly StopId[]): Promise<readonly Stop[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('stop')
    .selectAll()
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute()
  return withParts(db, rows)
}

/** What an organisation has told, whoever may read it; the newest first. */
export async function stopsOf(db: Database, organisation: OrganisationId): Promise<readonly Stop[]> {
  const rows = await db
    .selectFrom('stop')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return withParts(db, rows)
}

/** Those whose day to be opened has come from `since` until `today`. */
export async function stopsOpenedSince(
  db: Database,
  { since, today }: { readonly since: string; readonly today: string },
): Promise<readonly StopId[]> {
  const rows = await db
    .selectFrom('stop')
    .select('id')
    .where('opens_on', '>=', sql<Temporal.PlainDate>`${since}::date`)
    .where('opens_on', '<=', sql<Temporal.PlainDate>`${today}::date`)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => StopId.parse(id))
}

/** The same, locked until the transaction ends. */
export async function lockStop(tx: Database, id: StopId): Promise<Stop | null> {
  await tx.selectFrom('stop').select('id').where('id', '=', id).forUpdate().execute()
  return stopById(tx, id)
}

async function withParts(
  db: Database,
  rows: readonly Selectable<Schema['stop']>[],
): Promise<readonly Stop[]> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const reasons = await db.selectFrom('stop_reason').selectAll().where('stop_id', 'in', ids).execute()
  const readers = await db.selectFrom('stop_reader').selectAll().where('stop_id', 'in', ids).execute()
  return rows.map((row) => ({
    id: StopId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    title: row.title,
    reasons: reasons.filter((one) => one.stop_id === row.id).map(({ reason }) => reason),
    happened: row.happened,
    wouldHaveHelped: row.would_have_helped,
    phase: row.phase,
    theme: row.theme_id,
    year: row.stopped_year,
    language: row.language,
    named: row.named,
    visibility: row.visibility,
    opensOn: row.opens_on,
    readers: readers
      .filter((one) => one.stop_id === row.id)
      .map(({ organisation_id }) => OrganisationId.parse(organisation_id)),
    toldBy: PersonId.parse(row.created_by),
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    correctedAt: row.corrected_at,
  }))
}

/** False when there is one with that id already: the same form, sent twice. */
export async function insertStop(tx: Database, stop: Stop): Promise<boolean> {
  const inserted = await tx
    .insertInto('stop')
    .values({
      id: stop.id,
      organisation_id: stop.organisation,
      title: stop.title,
      happened: stop.happened,
      would_have_helped: stop.wouldHaveHelped,
      phase: stop.phase,
      theme_id: stop.theme,
      stopped_year: stop.year,
      language: stop.language,
      named: stop.named,
      visibility: stop.visibility,
      opens_on: stop.opensOn?.toString() ?? null,
      version: stop.version,
      created_by: stop.toldBy,
      created_at: stop.createdAt,
      changed_at: stop.changedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  await writeReasons(tx, stop)
  await writeReaders(tx, stop)
  return true
}

/** Its words from now on; it is locked. */
export async function saveStory(tx: Database, stop: Stop): Promise<void> {
  await tx
    .updateTable('stop')
    .set({
      title: stop.title,
      happened: stop.happened,
      would_have_helped: stop.wouldHaveHelped,
      phase: stop.phase,
      theme_id: stop.theme,
      stopped_year: stop.year,
      version: stop.version,
      changed_at: stop.changedAt,
      corrected_at: stop.correctedAt,
    })
    .where('id', '=', stop.id)
    .execute()
  await tx.deleteFrom('stop_reason').where('stop_id', '=', stop.id).execute()
  await writeReasons(tx, stop)
}

async function writeReasons(tx: Database, { id, reasons }: Stop): Promise<void> {
  const rows = [...new Set(reasons)].map((reason) => ({ stop_id: id, reason }))
  await tx.insertInto('stop_reason').values(rows).execute()
}

/** Who may read it from now on; it is locked. */
export async function saveAudience(tx: Database, stop: Stop): Promise<void> {
  await tx
    .updateTable('stop')
    .set({
      visibility: stop.visibility,
      opens_on: stop.opensOn?.toString() ?? null,
      named: stop.named,
      version: stop.version,
      changed_at: stop.changedAt,
    })
    .where('id', '=', stop.id)
    .execute()
  await tx.deleteFrom('stop_reader').where('stop_id', '=', stop.id).execute()
  await writeReaders(tx, stop)
}

export async function saveWithdrawn(tx: Database, id: StopId, at: Date): Promise<void> {
  await tx.updateTable('stop').set({ withdrawn_at: at }).where('id', '=', id).execute()
}

async function writeReaders(tx: Database, { id, readers }: Stop): Promise<void> {
  const rows = [...new Set(readers)].map((organisation_id) => ({ stop_id: id, organisation_id }))
  if (rows.length > 0) await tx.insertInto('stop_reader').values(rows).execute()
}
