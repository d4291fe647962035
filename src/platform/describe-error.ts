import { z } from 'zod'

/** What the log says of an error. */
export type ErrorDescription = { readonly type: string; readonly [fact: string]: unknown }

const DATABASE_FACTS = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const
const DEEPEST = 5
/** As V8 writes it, so that a message that spreads over lines is not taken for one. */
const FRAME = /^at .*(:\d+:\d+\)?|\((<anonymous>|native)\))$/

type DatabaseError = Error & { readonly [fact in (typeof DATABASE_FACTS)[number]]?: unknown }

/**
 * An error without the data it happened to.
 *
 * The message and the detail of a database error repeat values («Key (email)=(…) already exists»), and so do the
 * messages of a schema, so both are told by their codes and places alone.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error }
  return {
    type: isDatabaseError(error) ? 'DatabaseError' : error.name,
    ...factsOf(error),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: describeError(error.cause, depth + 1) }),
    ...(error instanceof AggregateError &&
      depth < DEEPEST && { errors: error.errors.map((one) => describeError(one, depth + 1)) }),
  }
}

function factsOf(error: Error): Record<string, unknown> {
  if (isDatabaseError(error)) {
    const facts = DATABASE_FACTS.map((fact) => [fact, error[fact]] as const)
    return Object.fromEntries(facts.filter(([, value]) => value !== undefined))
  }
  if (error instanceof z.ZodError) {
    return { issues: error.issues.map(({ code, path }) => ({ code, path: path.join('.') })) }
  }
  return { message: error.message, ...('code' in error && { code: error.code }) }
}

/** PostgreSQL's own errors have a code of five characters and a severity. */
function isDatabaseError(error: Error): error is DatabaseError {
  return (
    'severity' in error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(error.code)
  )
}

/** Where it happened: the lines of the stack after the message. */
function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => FRAME.test(line))
}
