import { createAnalysis } from '#src/modules/search/analysis.ts'
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
import { createBm25 } from './bm25.ts'
import { type Collection, type EvalQuestion, readCollection } from './collection.ts'
import { type Measures, measure } from './measures.ts'
import { stemSnowball } from './snowball-norwegian.ts'

export type CollectionFigures = Measures & { readonly name: string }

const SCHEMA: IndexSchema = {
  fields: [
    { name: 'title', weight: 3, typicalLength: 8 },
    { name: 'body', weight: 1, typicalLength: 250 },
  ],
  attributes: [],
  numbers: [],
  analysis: 'eval',
}

/** One right document a question, in bokmål and nynorsk: the baseline, and the index with the analysis of the site. */
export function evaluateCollection(folder: string): readonly CollectionFigures[] {
  const collection = readCollection(folder)
  return [
    ...rows('BM25 + Snowball', collection, baseline(collection)),
    ...rows('ours', collection, ours(collection)),
  ]
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

function ours({ documents }: Collection): RankOf {
  const analysis = createAnalysis(concepts())
  const indexed = documents.map(({ id, title, text }) => ({
    id,
    language: 'nb',
    texts: { title, body: text },
    attributes: {},
    numbers: {},
    prior: 0,
    audience: 'public' as const,
  }))
  const making = { schema: SCHEMA, analyse: analysis.analyser.document }
  const index = addSegment(emptyIndex(SCHEMA), runToEnd(buildSegment(indexed, making)))
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
