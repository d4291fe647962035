import type { z } from 'zod'
import type { Json } from '#src/platform/json.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { BadField, ProblemFacts } from './problem.ts'

export const LARGEST_BODY = 1_000_000

/** PostgreSQL has no place for it in a text. */
const NUL = '\u0000'
const JSON_TYPES = /^application\/(merge-patch\+)?json\b/i

/** What was sent, as the schema has it; or everything that is wrong with it, each with a pointer to where it stands. */
export async function readBody<Schema extends z.ZodType>(
  request: { readonly header: (name: string) => string | undefined; readonly text: () => Promise<string> },
  schema: Schema,
): Promise<Result<z.infer<Schema>, ProblemFacts>> {
  const type = request.header('content-type') ?? ''
  if (!JSON_TYPES.test(type)) {
    const detail = `The body must be application/json, not ${type || 'nothing in particular'}.`
    return fail({ kind: 'body-not-json', detail })
  }
  const parsed = parse(await request.text())
  if (!parsed) return fail({ kind: 'body-unreadable', detail: 'The body is not JSON.' })
  const nuls = placesOfNul(parsed.value, '')
  if (nuls.length > 0)
    return fail(invalid(nuls.map((pointer) => ({ pointer, problem: 'has a character that no text has' }))))
  const read = schema.safeParse(parsed.value)
  return read.success ? ok(read.data) : fail(invalid(read.error.issues.flatMap(toBadFields)))
}

function parse(text: string): { readonly value: Json } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

export function invalid(errors: readonly BadField[]): ProblemFacts {
  const detail = errors.map(({ pointer, problem }) => `${pointer || 'The body'} ${problem}.`).join(' ')
  return { kind: 'body-invalid', detail: detail.slice(0, 1000), errors: [...errors] }
}

/** Words for the rules of the catalogue that are more than the form of one field. */
const RULES: Readonly<Record<string, string>> = {
  'catalogue.identity.yearsBackwards': 'must not be before fromYear',
  'catalogue.effect.measuredNeedsMethod': 'must tell how it was measured',
  'catalogue.effects.tooManyMain': 'has more than three main effects',
}

function toBadFields(issue: z.core.$ZodIssue): readonly BadField[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      problem: 'is not known here',
    }))
  const problem = RULES[issue.message] ?? `is not as it must be: ${issue.message}`
  return [{ pointer: pointerTo(issue.path), problem }]
}

/** RFC 6901. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function placesOfNul(value: Json, at: string): readonly string[] {
  if (typeof value === 'string') return value.includes(NUL) ? [at] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key.includes(NUL) ? [at] : []),
    ...placesOfNul(inner, `${at}${pointerTo([key.replaceAll(NUL, '')])}`),
  ])
}
