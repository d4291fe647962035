import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { MarketAnswerId, MarketMessageId } from '#src/modules/needs/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { DialogueSummary, LevellingEntry, MarketAnswer, MarketMessage } from './market.ts'
import type { MatterRef } from './matter.ts'
import '#src/modules/needs/tables.ts'

function keysOf(ref: MatterRef) {
  return {
    need_id: ref.kind === 'need' ? ref.id : null,
    demand_id: ref.kind === 'demand' ? ref.id : null,
  }
}

function about(ref: MatterRef): RawBuilder<unknown> {
  return ref.kind === 'need' ? sql`need_id = ${ref.id}` : sql`demand_id = ${ref.id}`
}

/** False when the supplier has answered already. */
export async function insertAnswer(
  tx: Database,
  ref: MatterRef,
  { answer, by }: { readonly answer: MarketAnswer; readonly by: PersonId },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('market_answer')
    .values({
      id: answer.id,
      ...keysOf(ref),
      organisation_id: answer.organisation,
      kind: answer.kind,
      openness: answer.openness,
      words: answer.words,
      link: answer.link,
      secret_because: answer.secretBecause,
      hides_name: answer.hidesName,
      given_by: by,
      given_at: answer.givenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const readers = answer.readers.map((organisation_id) => ({ answer_id: answer.id, organisation_id }))
  if (readers.length > 0) await tx.insertInto('market_answer_reader').values(readers).execute()
  return true
}

export async function withdraw(tx: Database, id: MarketAnswerId, at: Date): Promise<void> {
  await tx.updateTable('market_answer').set({ withdrawn_at: at }).where('id', '=', id).execute()
}

/** What an answer is about; null for one there never was. */
export async function matterOfAnswer(
  db: Database,
  id: MarketAnswerId,
): Promise<{ readonly kind: MatterRef['kind']; readonly id: string } | null> {
  const { rows } = await sql<{ need_id: string | null; demand_id: string | null }>`
    select need_id, demand_id from market_answer where id = ${id}
  `.execute(db)
  const [found] = rows
  if (!found) return null
  return found.need_id ? { kind: 'need', id: found.need_id } : { kind: 'demand', id: found.demand_id ?? '' }
}

export async function insertEntry(
  tx: Database,
  answer: MarketAnswer,
  { entry, by }: { readonly entry: LevellingEntry; readonly by: PersonId },
): Promise<void> {
  await tx
    .insertInto('levelling_entry')
    .values({
      id: newId(),
      answer_id: answer.id,
      position: answer.log.length,
      decision: entry.decision,
      reason: entry.reason,
      summary: entry.summary,
      decided_for: entry.decidedFor,
      decided_by: by,
      decided_at: entry.decidedAt,
    })
    .execute()
}

/** False for one that is there already. */
export async function insertMessage(
  tx: Database,
  ref: MatterRef,
  { message, by }: { readonly message: MarketMessage; readonly by: PersonId },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('market_message')
    .values({
      id: message.id,
      ...keysOf(ref),
      answer_id: message.answer,
      reply_to: message.replyTo,
      organisation_id: message.organisation,
      kind: message.kind,
      words: message.words,
      sent_by: by,
      sent_at: message.sentAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertSummary(
  tx: Database,
  ref: MatterRef,
  { summary, by }: { readonly summary: DialogueSummary; readonly by: PersonId },
): Promise<void> {
  await tx
    .insertInto('dialogue_summary')
    .values({
      id: newId(),
      ...keysOf(ref),
      version: summary.version,
      words: summary.words,
      archive_reference: summary.archiveReference,
      organisation_id: summary.organisation,
      published_by: by,
      published_at: summary.publishedAt,
    })
    .execute()
}

/** Every answer, secret ones and withdrawn ones too, the first first; whoever shows them goes through `viewMarket`. */
export async function answersTo(db: Database, ref: MatterRef): Promise<readonly MarketAnswer[]> {
  const { rows } = await sql<Selectable<Schema['market_answer']>>`
    select * from market_answer where ${about(ref)} order by given_at, id
  `.execute(db)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const readers = await db
    .selectFrom('market_answer_reader')
    .selectAll()
    .where('answer_id', 'in', ids)
    .orderBy('organisation_id')
    .execute()
  const entries = await db
    .selectFrom('levelling_entry')
    .selectAll()
    .where('answer_id', 'in', ids)
    .orderBy('position')
    .execute()
  const [readersOf, logOf] = [
    Map.groupBy(readers, (one) => one.answer_id),
    Map.groupBy(entries, (one) => one.answer_id),
  ]
  return rows.map((row) => ({
    id: MarketAnswerId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    kind: row.kind,
    openness: row.openness,
    words: row.words,
    link: row.link,
    secretBecause: row.secret_because,
    hidesName: row.hides_name,
    givenAt: row.given_at,
    withdrawnAt: row.withdrawn_at,
    readers: (readersOf.get(row.id) ?? []).map((one) => OrganisationId.parse(one.organisation_id)),
    log: (logOf.get(row.id) ?? []).map(toEntry),
  }))
}

function toEntry(row: Selectable<Schema['levelling_entry']>): LevellingEntry {
  return {
    decision: row.decision,
    reason: row.reason,
    summary: row.summary,
    decidedFor: OrganisationId.parse(row.decided_for),
    decidedAt: row.decided_at,
  }
}

/** Everything said, the first first. */
export async function messagesAbout(db: Database, ref: MatterRef): Promise<readonly MarketMessage[]> {
  const { rows } = await sql<Selectable<Schema['market_message']>>`
    select * from market_message where ${about(ref)} order by sent_at, id
  `.execute(db)
  return rows.map((row) => ({
    id: MarketMessageId.parse(row.id),
    kind: row.kind,
    organisation: OrganisationId.parse(row.organisation_id),
    words: row.words,
    answer: row.answer_id === null ? null : MarketAnswerId.parse(row.answer_id),
    replyTo: row.reply_to,
    sentAt: row.sent_at,
  }))
}

/** Every version of the summary, the newest first. */
export async function summariesOf(db: Database, ref: MatterRef): Promise<readonly DialogueSummary[]> {
  const { rows } = await sql<Selectable<Schema['dialogue_summary']>>`
    select * from dialogue_summary where ${about(ref)} order by version desc
  `.execute(db)
  return rows.map((row) => ({
    version: row.version,
    words: row.words,
    archiveReference: row.archive_reference,
    organisation: OrganisationId.parse(row.organisation_id),
    publishedAt: row.published_at,
  }))
}
