import { type Analysis, createAnalysis } from '#src/modules/search/analysis.ts'
import { parseQuestion } from '#src/modules/search/question.ts'
import { readQuestion } from '#src/modules/search/read-question.ts'
import { concepts } from '#src/modules/vocabulary/index.ts'
import {
  addSegment,
  buildSegment,
  emptyIndex,
  type IndexSchema,
  runToEnd,
  searchIndex,
} from '#src/search-index/index.ts'
import { readTextData } from '#src/testing/text-data.ts'
import {
  ALL_PARTS,
  type AnalyserOptions,
  type AnalysisParts,
  createAnalyser,
  createLexicon,
  createThesaurusExpansion,
} from '#src/text/index.ts'
import type { TextData } from '#src/text/lexicon.ts'
import { createBm25 } from './bm25.ts'
import { type Collection, type EvalQuestion, readCollection } from './collection.ts'
import { type Measures, measure } from './measures.ts'
import { stemSnowball } from './snowball-norwegian.ts'

export type CollectionFigures = Measures & { readonly name: string }

/** Typical lengths are those of the collection, as the schema of the site has those of its own texts. */
function schemaOf(documents: Collection['documents']): IndexSchema {
  const mean = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / Math.max(1, texts.length)
  return {
    fields: [
      { name: 'title', weight: 3, typicalLength: mean(documents.map(({ title }) => title)) },
      { name: 'body', weight: 1, typicalLength: mean(documents.map(({ text }) => text)) },
    ],
    attributes: [],
    numbers: [],
    analysis: 'eval',
  }
}

/** One right document a question, in bokmål and nynorsk: the baseline, and the index with the analysis of the site. */
export function evaluateCollection(folder: string): readonly CollectionFigures[] {
  const collection = readCollection(folder)
  const data = readTextData()
  const thesaurus = createThesaurusExpansion(concepts())
  const without = (part: keyof AnalysisParts) =>
    ours(collection, analysisOf(data, { parts: { ...ALL_PARTS, [part]: false }, thesaurus }))
  return [
    ...rows('BM25 + Snowball', collection, baseline(collection)),
    ...rows('ours', collection, ours(collection, createAnalysis(concepts()))),
    ...rows('  without thesaurus', collection, ours(collection, analysisOf(data, { parts: ALL_PARTS }))),
    ...(Object.keys(ALL_PARTS) as (keyof AnalysisParts)[]).flatMap((part) =>
      rows(`  without ${part}`, collection, without(part)),
    ),
  ]
}

type Parts = Pick<AnalyserOptions, 'parts' | 'thesaurus'>

function analysisOf(data: TextData, parts: Parts): Analysis {
  const { pairs, englishWords } = data
  const analyser = createAnalyser({ lexicon: createLexicon(data), pairs, englishWords, ...parts })
  return { ...createAnalysis(concepts()), analyser }
}

type RankOf = (question: EvalQuestion) => number | null

function rows(name: string, { questions }: Collection, rankOf: RankOf): CollectionFigures[] {
  return [...questions].map(([kind, some]) => ({ name: `${name}, ${kind}`, ...measure(some.map(rankOf)) }))
}

function baseline({ documents }: Collection): RankOf {
  const termsOf = (text: string) =>
    Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => ({
      term: stemSnowball(word),
      weight: 1,
    }))
  const index = createBm25(documents, (text) => ({ terms: termsOf(text), length: termsOf(text).length }))
  return ({ text, answer }) =>
    index.rankOf(
      termsOf(text).map((term) => [term]),
      answer,
    )
}

function ours({ documents }: Collection, analysis: Analysis): RankOf {
  const indexed = documents.map(({ id, title, text }) => ({
    id,
    language: 'nb',
    texts: { title, body: text },
    attributes: {},
    numbers: {},
    prior: 0,
    audience: 'public' as const,
  }))
  const schema = schemaOf(documents)
  const making = { schema, analyse: analysis.analyser.document }
  const index = addSegment(emptyIndex(schema), runToEnd(buildSegment(indexed, making)))
  return ({ text, answer }) => {
    const { asked, isDescribed } = readQuestion({ analysis, index, lang: 'nb' }, parseQuestion(text), [])
    const { hits } = searchIndex(index, {
      question: asked,
      reader: [],
      words: isDescribed ? 'some' : 'best',
      limit: 10,
    })
    const place = hits.findIndex(({ id }) => id === answer)
    return place < 0 ? null : place + 1
  }
}
