/**
 * What each part of the text analysis adds: `node bench/eval-text.ts FOLDER`.
 *
 * The folder holds a corpus and questions like NorQuAD's. The baseline is plain BM25 with Snowball's stems.
 */
import { readTextData, readThesaurus } from '#src/testing/text-data.ts'
import { ALL_PARTS, type AnalysisParts } from '#src/text/analyse-word.ts'
import { type Analyser, type AnalyserOptions, createAnalyser } from '#src/text/analysis.ts'
import { learnLexicon } from '#src/text/learn-lexicon.ts'
import { createLexicon, type LearntWords, NOTHING_LEARNT } from '#src/text/lexicon.ts'
import { createThesaurusExpansion } from '#src/text/thesaurus.ts'
import { ANALYSIS_WEIGHTS, type AnalysisWeights } from '#src/text/word-terms.ts'
import { createBm25, type Question, type Terms } from './eval/bm25.ts'
import { type EvalQuestion, readCollection } from './eval/collection.ts'
import { measure } from './eval/measures.ts'
import { stemSnowball } from './eval/snowball-norwegian.ts'

const LEAST_BASELINE = 0.915

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Give the folder of the collection: node bench/eval-text.ts FOLDER')
const collection = readCollection(folder)
const data = readTextData()
const learnt = learnLexicon(collection.documents.map(({ text }) => text))

type Setup = {
  readonly document: (text: string) => Terms
  readonly question: (question: EvalQuestion) => Question
}

const plainWords = (text: string) =>
  Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => ({
    term: stemSnowball(word),
    weight: 1,
  }))
const baseline: Setup = {
  document: (text) => ({ terms: plainWords(text), length: plainWords(text).length }),
  question: ({ text }) => plainWords(text).map((term) => [term]),
}

const without = (part: keyof AnalysisParts): Setup => ours({ parts: { ...ALL_PARTS, [part]: false } })
const setups: readonly (readonly [string, Setup])[] = [
  ['BM25 + Snowball', baseline],
  ['our analysis', ours({})],
  ['  with the thesaurus', ours({ thesaurus: createThesaurusExpansion(readThesaurus()) })],
  ['  without dictionary', without('dictionary')],
  ['  without nynorsk', without('nynorsk')],
  ['  without compounds', without('compounds')],
  ['  without families', without('families')],
  ['  without learnt lexicon', ours({ learnt: NOTHING_LEARNT })],
  ['  without joined words', ours({ weights: weighing({ joined: 0 }) })],
  ['  without parts in questions', ours({ weights: weighing({ part: 0, last: 0 }) })],
  ['  without light function words', ours({ weights: weighing({ function: 1 }) })],
]

console.log('analysis                         questions  nDCG@10 MRR@10 recall@10')
for (const [name, setup] of setups) {
  const index = createBm25(collection.documents, setup.document)
  for (const [kind, questions] of collection.questions) {
    const { ndcg, mrr, recall } = measure(
      questions.map((question) => index.rankOf(setup.question(question), question.answer)),
    )
    const figures = [ndcg, mrr, recall].map((figure) => figure.toFixed(4).padStart(8)).join('')
    console.log(`${name.padEnd(32)} ${kind.padEnd(9)}${figures}`)
    if (setup === baseline && kind === 'bokmål' && ndcg < LEAST_BASELINE) {
      throw new Error(`The baseline reaches ${ndcg.toFixed(4)} and must reach ${LEAST_BASELINE}`)
    }
  }
}

function weighing(query: Partial<AnalysisWeights['query']>): AnalysisWeights {
  return { ...ANALYSIS_WEIGHTS, query: { ...ANALYSIS_WEIGHTS.query, ...query } }
}

function ours({
  learnt: counts = learnt,
  ...options
}: Partial<AnalyserOptions> & { learnt?: LearntWords }): Setup {
  const analyser = createAnalyser({ lexicon: createLexicon(data, counts), pairs: data.pairs, ...options })
  return {
    document: (text) => {
      const terms = analyser.document(text, 'nb')
      return { terms, length: terms.filter(({ kind }) => kind === 'word').length }
    },
    question: (question) => groupsOf(analyser, question),
  }
}

function groupsOf(analyser: Analyser, { text, language }: EvalQuestion): Question {
  return [...Map.groupBy(analyser.query(text, language), ({ group }) => group).values()]
}
