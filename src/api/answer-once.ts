import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { ApiTokenId } from '#src/modules/identity/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { ProblemFacts } from './problem.ts'

export const IDEMPOTENCY_KEY = 'idempotency-key'
const USABLE = /^[\x21-\x7e]{1,255}$/
/** What of an answer is worth repeating. */
const REPEATED = ['content-type', 'location', 'etag']

type Request = {
  readonly token: ApiTokenId
  readonly key: string
  /** What tells one request from another: the method, the address and the body. */
  readonly parts: readonly string[]
}

/**
 * Does the work once for a key: sent again, the request does nothing and is answered as before. The answer is written
 * in the transaction of the work itself, so that neither is there without the other, and whoever sends the same at
 * the same time waits. What was refused has done nothing and is not remembered.
 */
export async function answerOnce(
  { db, now }: { readonly db: Database; readonly now: Clock },
  { token, key, parts }: Request,
  work: (tx: Database) => Promise<Response>,
): Promise<Result<Response, ProblemFacts>> {
  if (!USABLE.test(key)) return fail(NOT_USABLE)
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex')
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${token} ${key}`}, 0))`.execute(tx)
    const known = await tx
      .selectFrom('api_answer')
      .selectAll()
      .where('token_id', '=', token)
      .where('key', '=', key)
      .executeTakeFirst()
    if (known) return known.request_hash === hash ? ok(repeat(known)) : fail(REUSED)
    const answer = await work(tx)
    if (answer.ok) await remember(tx, { token, key, hash, answer, at: now() })
    return ok(answer)
  })
}

const NOT_USABLE: ProblemFacts = {
  kind: 'idempotency-key-unusable',
  detail: 'Idempotency-Key must be 1 to 255 visible characters without spaces.',
}
const REUSED: ProblemFacts = {
  kind: 'idempotency-key-reused',
  detail: 'This Idempotency-Key was used for another request. Make a new one for each request.',
}

type Answered = {
  readonly token: ApiTokenId
  readonly key: string
  readonly hash: string
  readonly answer: Response
  readonly at: Date
}

async function remember(tx: Database, { token, key, hash, answer, at }: Answered): Promise<void> {
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => REPEATED.includes(name)))
  await tx
    .insertInto('api_answer')
    .values({
      token_id: token,
      key,
      request_hash: hash,
      status: answer.status,
      headers: sql<string>`${JSON.stringify(headers)}::text::jsonb`,
      body: await answer.clone().text(),
      answered_at: at,
    })
    .execute()
}

const StoredHeaders = z.record(z.string(), z.string())

function repeat(known: { status: number; headers: unknown; body: string }): Response {
  const headers = { ...StoredHeaders.parse(known.headers), 'idempotency-replayed': 'true' }
  return new Response(known.body, { status: known.status, headers })
}
