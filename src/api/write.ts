import type { Context } from 'hono'
import type { z } from 'zod'
import type { TokenActor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Program } from '#src/program.ts'
import { answerOnce, IDEMPOTENCY_KEY } from './answer-once.ts'
import type { ProblemFacts } from './problem.ts'
import { readBody } from './read-body.ts'

export type Writing<Body extends z.ZodType> = {
  readonly body: Body
  /** Whether what it changes has a version, which the one who sends must have read. */
  readonly ofVersion?: boolean
}

export type Written<Body> = {
  /** The transaction that the answer is remembered in, where it is remembered. */
  readonly db: Program['db'] | Database
  readonly body: Body
  readonly version: number
}

type Around<Body extends z.ZodType> = Required<Writing<Body>> & {
  readonly program: Pick<Program, 'db' | 'now'>
  readonly token: TokenActor
  readonly problem: (facts: ProblemFacts) => Response
}

/** Reads what is to be written, and has it done; once, when the request says by which key it is known again. */
export async function write<Body extends z.ZodType>(
  context: Context,
  { program, token, body: schema, ofVersion, problem }: Around<Body>,
  work: (written: Written<z.infer<Body>>) => Promise<Response>,
): Promise<Response> {
  const version = ofVersion ? readVersion(context.req.header('if-match')) : 0
  if (typeof version !== 'number') return problem(version)
  const body = await readBody(
    { header: (name) => context.req.header(name), text: () => context.req.text() },
    schema,
  )
  if (!body.ok) return problem(body.failure)
  const key = context.req.header(IDEMPOTENCY_KEY)
  if (key === undefined) return work({ db: program.db, body: body.value, version })
  const parts = [context.req.method, context.req.url, String(version), await context.req.text()]
  const once = { token: token.token, key, parts }
  const answered = await answerOnce(program, once, (db) => work({ db, body: body.value, version }))
  return answered.ok ? answered.value : problem(answered.failure)
}

const ETAG = /^(?:W\/)?"(\d{1,9})"$/

/** The version in `If-Match`. One that is none of ours cannot be the one that is stored. */
function readVersion(header: string | undefined): number | ProblemFacts {
  if (header === undefined) {
    const detail = 'Send the `ETag` of what you read as `If-Match`, so that nobody is written over.'
    return { kind: 'version-missing', detail }
  }
  const version = ETAG.exec(header.trim())?.[1]
  return version === undefined
    ? { kind: 'changed-meanwhile', detail: `There is no version ${header}.` }
    : Number(version)
}

export function etagOf(version: number): string {
  return `"${version}"`
}
