import { z } from 'zod'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Here } from './endpoint.ts'
import { wholeNumber } from './parameters.ts'
import type { ProblemFacts } from './problem.ts'

/** A list goes on from the last item one got, so that nothing is skipped or repeated when others arrive meanwhile. */
export const paging = {
  limit: wholeNumber({ from: 1, to: 100 }).default(20).describe('How many at a time.'),
  after: z
    .string()
    .max(200, 'is not an id in this list')
    .optional()
    .describe('Go on after the item with this id; `next` of the page before has it.'),
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

/** Told when `after` is not in the list, since an empty page would look like its end. */
export function unknownAfter(after: string): ProblemFacts {
  const problem = 'is not an id in this list'
  return {
    kind: 'bad-parameters',
    detail: `after ${problem}.`,
    parameters: [{ name: 'after', value: after, problem }],
  }
}

type Page<Item> = { readonly total: number; readonly items: readonly Item[]; readonly next: string | null }
type Turning<Item> = {
  readonly limit: number
  readonly after?: string | undefined
  readonly idOf: (item: Item) => string
  readonly here: Here
}

/** A page of a list that is held in memory. */
export function pageOfList<Item>(
  list: readonly Item[],
  turning: Turning<Item>,
): Result<Page<Item>, ProblemFacts> {
  const { limit, after, idOf } = turning
  const start = after === undefined ? 0 : list.findIndex((item) => idOf(item) === after) + 1
  if (after !== undefined && start === 0) return fail(unknownAfter(after))
  const items = list.slice(start, start + limit)
  return ok({
    total: list.length,
    items,
    next: nextPage(items, { ...turning, isLast: start + limit >= list.length }),
  })
}

/** The address of the page after these items. */
export function nextPage<Item>(
  items: readonly Item[],
  { idOf, here, isLast }: Pick<Turning<Item>, 'idOf' | 'here'> & { readonly isLast: boolean },
): string | null {
  const last = items.at(-1)
  return last === undefined || isLast ? null : here({ after: idOf(last) })
}
