import { firstFrom } from './first-from.ts'

/**
 * For each term, which documents hold it, how much each is worth for it, and where in them it stands.
 *
 * A list is cut into blocks of 128 postings, so that a search can step over what it does not need. A posting is
 * a varint of the distance to the document before it, times two, plus one when its mark follows as a byte; left
 * out, the mark is the document's plain one: that of a term that stands in its body once, as most do.
 *
 * The positions lie apart, since only phrases read them: one byte when there is one position below 240, else 240
 * plus their number and the distances between them. A block without any has none.
 */
export type PostingLists = {
  /** By term: how many documents hold it. */
  readonly counts: Uint32Array
  /** By term: its first block; one more than there are terms. */
  readonly blockStarts: Uint32Array
  /** By block: its last document, where it begins in `bytes`, and where its positions do. */
  readonly lastDocs: Int32Array
  readonly bytesAt: Uint32Array
  readonly positionsAt: Uint32Array
  readonly bytes: Uint8Array
  readonly positions: Uint8Array
  /** The terms that documents hold which not everybody may find, sorted, and how many of those there are. */
  readonly hiddenTerms: Uint32Array
  readonly hiddenCounts: Uint32Array
}

export const BLOCK = 128
export const NO_POSITIONS = 0xffffffff

/** Positions up to this, when there is only one, are a byte. */
export const SINGLE_POSITIONS = 240
/** The byte that says that the number of positions follows. */
export const MANY_POSITIONS = 255

/** What a document is worth for a term (1–127), and the bit that says that the term stands in the title. */
export const IMPACTS = 127
export const IN_TITLE = 128

/** In how many documents the term stands that everybody may find. */
export function publicCount(lists: PostingLists, term: number): number {
  const count = lists.counts[term] as number
  if (lists.hiddenTerms.length === 0) return count
  const at = firstFrom(lists.hiddenTerms, term)
  return lists.hiddenTerms[at] === term ? count - (lists.hiddenCounts[at] as number) : count
}
