import { z } from 'zod'
import { named } from './components.ts'

/** What can go wrong for a caller; each has a heading in the documentation, which its `type` points to. */
export const PROBLEMS = {
  'body-unreadable': { status: 400, title: 'The body cannot be read' },
  'idempotency-key-unusable': { status: 400, title: 'The Idempotency-Key cannot be used' },
  'key-missing': { status: 401, title: 'This needs a key' },
  'key-invalid': { status: 401, title: 'The key is not good' },
  'scope-missing': { status: 403, title: 'The key may not do this' },
  'role-missing': { status: 403, title: 'The one who made the key may not do this' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'wrong-state': { status: 409, title: 'This is not possible now' },
  'changed-meanwhile': { status: 412, title: 'It has been changed since you read it' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'body-not-json': { status: 415, title: 'The body must be JSON' },
  'body-invalid': { status: 422, title: 'Some of what was sent cannot be used' },
  'not-complete': { status: 422, title: 'Something is missing or wrong' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for something else' },
  'version-missing': { status: 428, title: 'Say which version you read' },
  'bad-parameters': { status: 400, title: 'Some parameters cannot be used' },
  'not-found': { status: 404, title: 'There is nothing with this id' },
  'unknown-address': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This is not possible at this address' },
  withdrawn: { status: 410, title: 'This has been withdrawn' },
  unexpected: { status: 500, title: 'Something went wrong on our side' },
  starting: { status: 503, title: 'The program is still starting' },
} as const satisfies Record<string, { status: number; title: string }>
export type ProblemKind = keyof typeof PROBLEMS

export const BadParameter = z.strictObject({
  name: z.string(),
  value: z.string().nullable().describe('What was sent; null when the parameter is missing.'),
  problem: z.string().describe('What is wrong with it, in plain English.'),
})
export type BadParameter = z.infer<typeof BadParameter>

export const BadField = z.strictObject({
  pointer: z.string().describe('Where in the body, as a JSON pointer (RFC 6901); empty for the whole.'),
  problem: z.string().describe('What is wrong with it, in plain English.'),
})
export type BadField = z.infer<typeof BadField>

/** The one error form of the API (RFC 9457). */
export const Problem = named(
  'Problem',
  z.strictObject({
    type: z.url().describe('Names the kind of problem; leads to its description.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().describe('The address that was asked for.'),
    parameters: z
      .array(BadParameter)
      .optional()
      .describe('With `bad-parameters`: each one and what is wrong.'),
    errors: z
      .array(BadField)
      .optional()
      .describe('With `body-invalid` and `not-complete`: each field and what is wrong.'),
    reason: z.string().optional().describe('With `withdrawn`: why.'),
    requestId: z
      .string()
      .optional()
      .describe('With `unexpected`: tell us this, and we can find it in the log.'),
  }),
)
export type Problem = z.infer<typeof Problem>

export type ProblemFacts = Pick<Problem, 'detail' | 'errors' | 'parameters' | 'reason' | 'requestId'> & {
  readonly kind: ProblemKind
  readonly headers?: Readonly<Record<string, string>>
}

/** A problem as an answer; it is not kept by caches, since it may be mended at any time. */
export function problemResponse(request: URL, documentation: string, facts: ProblemFacts): Response {
  const { kind, headers, ...rest } = facts
  const { status, title } = PROBLEMS[kind]
  const instance = `${request.pathname}${request.search}`
  const body: Problem = { type: `${documentation}#problem-${kind}`, title, status, instance, ...rest }
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
