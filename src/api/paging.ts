import { z } from 'zod'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Here } from './endpoint.ts'
import { wholeNumber } from './parameters.ts'
import type { ProblemFacts } from './problem.ts'

/** The parameters of a list. The cursor says where to go on, so that nothing is skipped or repeated when things arrive. */
export const paging = {
  limit: wholeNumber({ from: 1, to: 100 }).default(20).describe('How many at a time.'),
  cursor: z
    .string()
    .max(500, 'is not a cursor from this list')
    .optional()
    .describe('Where to go on: taken from `next` of the page before, and not to be made up.'),
}

/** A page of a list; `next` is the address of the page after it. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    total: z.int().describe('In the whole list.'),
    items: z.array(item),
    next: z
      .url()
      .nullable()
      .describe('The address of the next page; null on the last. Also in the header `Link`.'),
  })
}

/** A cursor is the key of the last item that was given, made opaque so that nobody relies on what is in it. */
export function toCursor(key: string | readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The key in a cursor, or null when it is none of ours. */
export function fromCursor<Key extends z.ZodType>(key: Key, cursor: string): z.infer<Key> | null {
  try {
    const parsed = key.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

export function badCursor(cursor: string): ProblemFacts {
  const problem = 'is not from this list; begin without it'
  return {
    kind: 'bad-parameters',
    detail: `cursor ${problem}.`,
    parameters: [{ name: 'cursor', value: cursor, problem }],
  }
}

type Page<Item> = { readonly total: number; readonly items: readonly Item[]; readonly next: string | null }
type Turning<Item> = {
  readonly limit: number
  readonly cursor?: string | undefined
  /** What the items are sorted by; different for every item. */
  readonly keyOf: (item: Item) => string
  readonly here: Here
}

/** A page of a list that is held in memory, sorted by its key as plain text. */
export function pageOfSorted<Item>(
  sorted: readonly Item[],
  { limit, cursor, keyOf, here }: Turning<Item>,
): Result<Page<Item>, ProblemFacts> {
  const after = cursor === undefined ? '' : fromCursor(z.string(), cursor)
  if (after === null) return fail(badCursor(cursor ?? ''))
  const rest = sorted.filter((item) => keyOf(item) > after)
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  const next = last !== undefined && rest.length > limit ? here({ cursor: toCursor(keyOf(last)) }) : null
  return ok({ total: sorted.length, items, next })
}
