import { type RawBuilder, sql } from 'kysely'
import { PersonId, type RemovalOutcome, RemovalRequestId } from '#src/modules/identity/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import '#src/modules/identity/tables.ts'

export type RemovalRequest = {
  readonly id: RemovalRequestId
  /** Null once it has been emptied. */
  readonly page: string | null
  readonly wish: string | null
  readonly email: string | null
  readonly language: Language
  readonly askedAt: Date
  readonly decision: RemovalDecision | null
}

export type RemovalDecision = {
  readonly outcome: RemovalOutcome
  /** Null once it has been emptied. */
  readonly answer: string | null
  readonly by: PersonId
  readonly at: Date
}

type NewRequest = Pick<RemovalRequest, 'id' | 'email' | 'language' | 'askedAt'> & {
  readonly tokenHash: string
  readonly page: string
  readonly wish: string
}

export async function insertRemovalRequest(tx: Database, request: NewRequest): Promise<void> {
  const { id, tokenHash, page, wish, email, language, askedAt } = request
  await tx
    .insertInto('removal_request')
    .values({
      ...{ id, token_hash: tokenHash, page, wish, email, language, asked_at: askedAt },
      ...{ outcome: null, answer: null, decided_by: null, decided_at: null, emptied_at: null },
      ...{ answer_mail: null, answer_mail_after: null },
    })
    .execute()
}

/** Those that wait, the oldest first; then those that were answered, the latest first. */
export async function listRemovalRequests(db: Database): Promise<readonly RemovalRequest[]> {
  const waiting = await select(db, sql`decided_at is null order by asked_at, id`)
  const answered = await select(db, sql`decided_at is not null order by decided_at desc, id limit 100`)
  return [...waiting, ...answered]
}

export async function countWaitingRemovals(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from removal_request where decided_at is null
  `.execute(db)
  return Number(rows[0]?.count ?? 0)
}

export async function findRemovalRequest(
  db: Database,
  by: { readonly id: RemovalRequestId } | { readonly tokenHash: string },
): Promise<RemovalRequest | null> {
  const [found = null] = await select(db, 'id' in by ? sql`id = ${by.id}` : sql`token_hash = ${by.tokenHash}`)
  return found
}

/** Locked until the transaction ends. */
export async function lockRemovalRequest(tx: Database, id: RemovalRequestId): Promise<RemovalRequest | null> {
  const [found = null] = await select(tx, sql`id = ${id} for update`)
  return found
}

export async function saveRemovalDecision(
  tx: Database,
  id: RemovalRequestId,
  { outcome, answer, by, at }: RemovalDecision,
): Promise<void> {
  await tx
    .updateTable('removal_request')
    .set({
      ...{ outcome, answer, decided_by: by, decided_at: at },
      // Where there is an address, the answer goes there too.
      answer_mail: sql<'ready' | null>`case when email is not null then 'ready' end`,
      answer_mail_after: sql<Date | null>`case when email is not null then ${at}::timestamptz end`,
    })
    .where('id', '=', id)
    .execute()
}

/** Takes out what was written in those that were answered before then; that they were, and how, stays. */
export async function emptyRemovalRequests(
  db: Database,
  { decidedBefore, at }: { decidedBefore: Date; at: Date },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('removal_request')
    .set({ page: null, wish: null, email: null, answer: null, emptied_at: at, answer_mail: null })
    .where('decided_at', '<', decidedBefore)
    .where('emptied_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

type Row = {
  id: string
  page: string | null
  wish: string | null
  email: string | null
  language: Language
  asked_at: Date
  outcome: RemovalOutcome | null
  answer: string | null
  decided_by: string | null
  decided_at: Date | null
}

async function select(db: Database, condition: RawBuilder<unknown>): Promise<readonly RemovalRequest[]> {
  const { rows } = await sql<Row>`
    select id, page, wish, email, language, asked_at, outcome, answer, decided_by, decided_at
    from removal_request where ${condition}
  `.execute(db)
  return rows.map((row) => ({
    id: RemovalRequestId.parse(row.id),
    page: row.page,
    wish: row.wish,
    email: row.email,
    language: row.language,
    askedAt: row.asked_at,
    decision: toDecision(row),
  }))
}

function toDecision({ outcome, answer, decided_by, decided_at }: Row): RemovalDecision | null {
  if (outcome === null || decided_by === null || decided_at === null) return null
  return { outcome, answer, by: PersonId.parse(decided_by), at: decided_at }
}
