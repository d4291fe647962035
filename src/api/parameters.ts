import { z } from 'zod'
import { LANGUAGES } from '#src/platform/language.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { BadParameter } from './problem.ts'

export const MOST_VALUES = 50

/** PostgreSQL has no place for it in a text. */
const NUL = '\u0000'

/** A parameter that may be given several times; the values are alternatives to each other. */
export function repeated<Item extends z.ZodType<string>>(item: Item) {
  return z.array(item).max(MOST_VALUES, `may be given at most ${MOST_VALUES} times`).default([])
}

export function wholeNumber({ from, to }: { from: number; to: number }) {
  const wrong = `must be a whole number from ${from} to ${to}`
  return z.coerce.number(wrong).int(wrong).min(from, wrong).max(to, wrong)
}

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, `must be one of: ${values.join(', ')}`)
}

export const lang = oneOf(LANGUAGES)
  .default('nb')
  .describe(
    'The language of labels: bokmål, nynorsk or English. Content keeps the language it was written in.',
  )

/** True when a parameter of this schema may be repeated. */
export function isRepeated(schema: z.core.$ZodType): boolean {
  return bare(schema) instanceof z.ZodArray
}

function bare(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema
}

/**
 * Reads the parameters of an address, and tells of every one that cannot be used.
 *
 * Pages leave bad values out, since they come from shared links. A program is told instead: an answer to
 * another question than the one it meant to ask would mislead it silently. So unknown names are told, too.
 */
export function readParameters<Shape extends z.ZodObject>(
  schema: Shape,
  given: URLSearchParams,
): Result<z.infer<Shape>, readonly BadParameter[]> {
  const bad: BadParameter[] = []
  const known = Object.keys(schema.shape)
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(given.keys())) {
    const all = given.getAll(name)
    const parameter = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    const wrong = (problem: string) => bad.push({ name, value: all.join(', '), problem })
    if (!parameter) wrong(`is not a parameter here; there is ${known.join(', ') || 'none'}`)
    else if (isRepeated(parameter)) values[name] = all
    else if (all.length > 1) wrong('may be given only once')
    else if (all[0]?.includes(NUL)) wrong('has a character that no text has')
    else values[name] = all[0] ?? ''
  }
  const parsed = schema.safeParse(values)
  if (parsed.success && bad.length === 0) return ok(parsed.data)
  return fail([...bad, ...(parsed.error?.issues ?? []).map((issue) => toBadParameter(issue, values))])
}

function toBadParameter(issue: z.core.$ZodIssue, values: Record<string, string | string[]>): BadParameter {
  const [name, index] = issue.path
  const value = values[String(name)]
  const one = Array.isArray(value) ? (typeof index === 'number' ? value[index] : value.join(', ')) : value
  const missing = one === undefined
  return { name: String(name), value: one ?? null, problem: missing ? 'must be given' : issue.message }
}
