/**
 * Norwegian text made findable: what the words of a text and of a question are compared by. Pure functions over
 * lexica that come in as data; `README.md` tells the whole of it in reading order.
 */
export { ALL_PARTS, type AnalysisParts } from './analyse-word.ts'
export {
  type Analyser,
  type AnalyserOptions,
  createAnalyser,
  type QueryTerm,
  type Term,
  type TermKind,
} from './analysis.ts'
export { learnLexicon } from './learn-lexicon.ts'
export {
  createLexicon,
  type LearntWords,
  type Lexicon,
  type LexiconData,
  NOTHING_LEARNT,
  type TextData,
  type WrittenPairs,
} from './lexicon.ts'
export { createNeedReader, type NeedReader, type ToldNeeds } from './needed-concepts.ts'
export {
  type Concept,
  createThesaurusExpansion,
  THESAURUS_WEIGHTS,
  type ThesaurusExpansion,
  type ThesaurusWeights,
} from './thesaurus.ts'
export { ANALYSIS_WEIGHTS, type AnalysisWeights } from './word-terms.ts'
