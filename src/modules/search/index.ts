/**
 * Finding things: an index of what other modules hold, asked in words. The module knows none of them; each offers
 * a `SearchSource`, tells of its changes by events, and `createSearch` brings them together. Documents of an
 * organisation exist only for its own people: in hits, numbers, facets, suggestions, and likeness alike.
 */
export {
  type BuildProgress,
  FACETS,
  type Facet,
  type FacetCount,
  INNOVATION_ASSESSMENTS,
  PUBLIC_READER,
  type Reader,
  SEARCH_SORTS,
  SEARCH_TYPES,
  type Search,
  type SearchAnswer,
  type SearchDocument,
  type SearchHit,
  SearchQuery,
  type SearchSort,
  type SearchSource,
  type SearchStatus,
  type SearchType,
  type SimilarOptions,
  type Suggestion,
  type SuggestOptions,
  type TextPart,
} from './contract.ts'
export { createSearch, type SearchLog } from './create-search.ts'
