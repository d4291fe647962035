import type { AttributeColumn } from './attribute-column.ts'
import { scratch } from './scratch.ts'
import { readTo, tableReader, textOf } from './string-table.ts'

export type FacetCount = { readonly value: string; readonly count: number }

/** How many documents have each value. */
export type FacetCounts = Map<string, number>

/** How many of the documents have each value: combinations are counted, and each is taken apart once, at the end. */
export function countValues(column: AttributeColumn, documents: readonly Int32Array[]): FacetCounts {
  const counts: FacetCounts = new Map()
  const { setStarts, setValues, sets, values } = column
  const sizes = setStarts.length - 1
  const bySet = scratch('sets', sizes).fill(0, 0, sizes)
  for (const docs of documents) countSets(bySet, sets, docs)
  const byValue = scratch('values', values.size).fill(0, 0, values.size)
  for (let set = 1; set < sizes; set += 1) {
    const count = bySet[set] as number
    if (count === 0) continue
    for (let at = setStarts[set] as number; at < (setStarts[set + 1] as number); at += 1) {
      const value = setValues[at] as number
      byValue[value] = (byValue[value] as number) + count
    }
  }
  const words = tableReader(values)
  for (let value = 0; value < values.size; value += 1) {
    const count = byValue[value] as number
    if (count > 0) counts.set(textOf(readTo(words, value)), count)
  }
  return counts
}

/** The counts of several segments together. */
export function sumCounts(several: readonly (FacetCounts | undefined)[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const counts of several) {
    for (const [value, count] of counts ?? []) sums.set(value, (sums.get(value) ?? 0) + count)
  }
  return sums
}

function countSets(bySet: Int32Array, sets: AttributeColumn['sets'], docs: Int32Array): void {
  if (sets instanceof Uint8Array) countBytes(bySet, sets, docs)
  else if (sets instanceof Uint16Array) countShorts(bySet, sets, docs)
  else countWords(bySet, sets, docs)
}

// The innermost loop of all, three times: compiled for one width of column it is four times as fast.

function countBytes(bySet: Int32Array, sets: Uint8Array, docs: Int32Array): void {
  for (let which = 0; which < docs.length; which += 1) {
    const set = sets[docs[which] as number] as number
    bySet[set] = (bySet[set] as number) + 1
  }
}

function countShorts(bySet: Int32Array, sets: Uint16Array, docs: Int32Array): void {
  for (let which = 0; which < docs.length; which += 1) {
    const set = sets[docs[which] as number] as number
    bySet[set] = (bySet[set] as number) + 1
  }
}

function countWords(bySet: Int32Array, sets: Uint32Array, docs: Int32Array): void {
  for (let which = 0; which < docs.length; which += 1) {
    const set = sets[docs[which] as number] as number
    bySet[set] = (bySet[set] as number) + 1
  }
}

/** The most frequent first; what is chosen is there even when nothing has it. */
export function sortCounts(counts: FacetCounts, chosen: readonly string[]): FacetCount[] {
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0)
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  )
}
