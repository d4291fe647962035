import { type AttributeColumn, setsWithAny } from './attribute-column.ts'
import type { Matches } from './match-segment.ts'
import { type NumberColumn, numberOf } from './number-column.ts'
import type { IndexSchema } from './schema.ts'
import { scratch } from './scratch.ts'
import type { Segment } from './segment.ts'

/** A document must have one of the values; or a number within the limits, both included. At most one of a kind. */
export type Filter =
  | { readonly attribute: string; readonly values: readonly string[] }
  | { readonly number: string; readonly from?: number; readonly to?: number }

/** The matches of a segment that pass all filters, and by filter the documents that fail only that one. */
export type Filtered = { readonly passed: Matches; readonly nearly: readonly Int32Array[] }

/** Of each match: 0 when it passes, the number of the one filter it fails, or more when it fails several. */
const SEVERAL = 0x7fffffff

export function filterMatches(
  segment: Segment,
  matches: Matches,
  { schema, filters }: { schema: IndexSchema; filters: readonly Filter[] },
): Filtered {
  if (filters.length === 0) return { passed: matches, nearly: [] }
  const { docs, scores, worths, count } = matches
  const failed = scratch('failed', count).fill(0, 0, count)
  for (const [which, filter] of filters.entries()) {
    const marking = { docs, count, failed, mark: which + 1 }
    if ('number' in filter) {
      markOutside(marking, segment.numbers[schema.numbers.indexOf(filter.number)], filter)
    } else {
      const column = segment.attributes[schema.attributes.indexOf(filter.attribute)]
      markWithout(marking, column, filter.values)
    }
  }
  const passed = { docs: scratch('passed', count), scores: scratch('passed-scores', count), worths, count: 0 }
  for (let place = 0; place < count; place += 1) {
    if (failed[place] !== 0) continue
    passed.docs[passed.count] = docs[place] as number
    passed.scores[passed.count] = scores[place] as number
    passed.count += 1
  }
  return { passed, nearly: filters.map((_, which) => docsMarked(matches, failed, which + 1)) }
}

function docsMarked({ docs, count }: Matches, failed: Int32Array, mark: number): Int32Array {
  const marked = scratch(`nearly-${mark}`, count)
  let size = 0
  for (let place = 0; place < count; place += 1)
    if (failed[place] === mark) marked[size++] = docs[place] as number
  return marked.subarray(0, size)
}

type Marking = {
  readonly docs: Int32Array
  readonly count: number
  readonly failed: Int32Array
  readonly mark: number
}

function markWithout(
  { docs, count, failed, mark }: Marking,
  column: AttributeColumn | undefined,
  values: readonly string[],
): void {
  if (!column) throw new Error('A filter must name an attribute of the schema')
  const fits = setsWithAny(column, values)
  const { sets } = column
  for (let place = 0; place < count; place += 1) {
    if ((fits[sets[docs[place] as number] as number] as number) > 0) continue
    failed[place] = failed[place] === 0 ? mark : SEVERAL
  }
}

function markOutside(
  { docs, count, failed, mark }: Marking,
  column: NumberColumn | undefined,
  { from = -Infinity, to = Infinity }: { from?: number; to?: number },
): void {
  if (!column) throw new Error('A filter must name a number of the schema')
  for (let place = 0; place < count; place += 1) {
    const number = numberOf(column, docs[place] as number)
    if (number >= from && number <= to) continue
    failed[place] = failed[place] === 0 ? mark : SEVERAL
  }
}
