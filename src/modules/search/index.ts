/**
 * Finding things: an index of what other modules hold, asked in words. The module knows none of them; each offers
 * a `SearchSource`, tells of its changes by events, and `createSearch` brings them together. Documents of an
 * organisation exist only for its own people: in hits, numbers, facets, suggestions, and likeness alike. What
 * documents are about is told in concepts of the thesaurus, which can be counted and looked through one by one.
 */
export { type Analysis, createAnalysis } from './analysis.ts'
export {
  type AboutConcept,
  type BuildProgress,
  type ConceptCount,
  type ConceptHits,
  FACETS,
  type Facet,
  type FacetCount,
  type HitReason,
  INNOVATION_ASSESSMENTS,
  type Likeness,
  NAMED_FIELDS,
  type NamedField,
  type Proposals,
  PUBLIC_READER,
  type Reader,
  type ResolveField,
  SEARCH_NOTICES,
  SEARCH_SORTS,
  SEARCH_TYPES,
  type Search,
  type SearchAnswer,
  type SearchDocument,
  type SearchHit,
  type SearchNotice,
  SearchQuery,
  type SearchSort,
  type SearchSource,
  type SearchStatus,
  type SearchType,
  type SimilarHit,
  type SimilarOptions,
  type Suggestion,
  type SuggestOptions,
  type TextPart,
} from './contract.ts'
export { createSearch, type SearchLog, type SearchParts } from './create-search.ts'
export { createTextMatcher, type MatchedText, type TextMatcher, type TextQuestion } from './match-texts.ts'
