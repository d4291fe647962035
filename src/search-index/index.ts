/**
 * A search index in the process: documents in, ranked hits and exact facet counts out. It is pure (no files, no
 * database, no clock, no language of its own) and can be read as a text on how search engines work, in this order:
 *
 * 1. What is indexed: `schema`; how strings and numbers lie in memory: `string-table`, `attribute-column`,
 *    `number-column`.
 * 2. The inverted index: `postings` (the format), `posting-writer`, `posting-cursor`, `title-lists`; what a posting is
 *    worth: `impact`.
 * 3. From documents to a `segment`: `build-segment`, `surfaces`. Segments never change: `search-index` is a list of
 *    them and of what has died in each; `plan-merge` and `merge-segments` make many small ones into one,
 *    string by string (`align-tables`).
 * 4. A question (`question`) becomes a `plan`, with `statistics` of how rare each word is and `complete-prefix` for
 *    the one being typed.
 * 5. Finding: `open-groups` takes the lists, `match-segment` goes through a segment by `window`s (`raise-bar` spares it most), `match-phrase` looks at
 *    positions; then `filter`, `count-facets`, `rank` and `top-hits` make `answer-segment`, kept in `overview` where
 *    nothing was asked; `search` puts it together.
 * 6. Around it: `highlight`, `suggest` with `edit-distance`, `similar`.
 * 7. To disk and back: `pack`, `snapshot-format`, `write-snapshot`, `open-snapshot`, `checksum`.
 */
export { buildSegment } from './build-segment.ts'
export type { WrittenWord } from './complete-prefix.ts'
export type { FacetCount } from './count-facets.ts'
export type { Filter } from './filter.ts'
export { type Highlight, highlight, type Reason, type ShownTexts } from './highlight.ts'
export type { TextPart } from './mark-text.ts'
export { type MergeInput, mergeSegments } from './merge-segments.ts'
export { type OpenedSnapshot, openSnapshot } from './open-snapshot.ts'
export { applyMerge, planMerge } from './plan-merge.ts'
export { EVERYTHING, type Question, type Typing } from './question.ts'
export type { Boost, Sort } from './rank.ts'
export type {
  Audience,
  DocumentAnalyser,
  IndexDocument,
  IndexSchema,
  Reader,
  TextField,
} from './schema.ts'
export { type Hit, type SearchAnswer, type SearchRequest, searchIndex } from './search.ts'
export {
  addSegment,
  emptyIndex,
  findDocument,
  removeDocuments,
  type SearchIndex,
} from './search-index.ts'
export type { Segment } from './segment.ts'
export { findSimilar, type SimilarRequest } from './similar.ts'
export { runInSlices, runToEnd, type Slicing, type Steps } from './slices.ts'
export type { SnapshotRefusal } from './snapshot-format.ts'
export { frequencyOf } from './statistics.ts'
export { type Correction, completeWord, correctWord, nearWords } from './suggest.ts'
export { snapshotOf, writeSnapshot } from './write-snapshot.ts'
