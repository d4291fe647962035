import type { EvalDocument } from './collection.ts'

export type WeightedTerm = { readonly term: string; readonly weight: number }
/** The terms of a question, those for the same word together. */
export type Question = readonly (readonly WeightedTerm[])[]
/** `length` is how many words a text has, whatever forms they are found by. */
export type Terms = { readonly terms: readonly WeightedTerm[]; readonly length: number }

const K1 = 1.2
const B = 0.75
const TITLE = 3
/** What the other forms of a word add when one has matched. */
const REST = 0.1

type Posting = { readonly document: number; frequency: number }

/** BM25 with the title three times, OR of all words; a group scores its best alternative and a little of the rest. */
export function createBm25(documents: readonly EvalDocument[], analyse: (text: string) => Terms) {
  const { postings, lengths } = readDocuments(documents, analyse)
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length

  function scoresOf(question: Question): Float64Array {
    const scores = new Float64Array(documents.length)
    for (const group of question) scoreGroup(group, scores)
    return scores
  }

  function best(question: Question, most: number): readonly string[] {
    const ranked = Array.from(scoresOf(question), (score, at) => ({ score, at })).filter(
      ({ score }) => score > 0,
    )
    ranked.sort((one, other) => other.score - one.score || one.at - other.at)
    return ranked.slice(0, most).flatMap(({ at }) => documents[at]?.id ?? [])
  }

  function rankOf(question: Question, answer: string): number | null {
    const scores = scoresOf(question)
    const at = documents.findIndex(({ id }) => id === answer)
    const own = scores[at] ?? 0
    return own > 0
      ? 1 +
          scores.reduce(
            (better, score, other) => better + Number(score > own || (score === own && other < at)),
            0,
          )
      : null
  }

  function scoreGroup(group: readonly WeightedTerm[], scores: Float64Array): void {
    const best = new Map<number, { best: number; sum: number }>()
    for (const { term, weight } of group) {
      const list = postings.get(term) ?? []
      const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5))
      for (const { document, frequency } of list) {
        const norm = K1 * (1 - B + (B * (lengths[document] ?? 0)) / mean)
        const score = (weight * idf * frequency * (K1 + 1)) / (frequency + norm)
        const before = best.get(document) ?? { best: 0, sum: 0 }
        best.set(document, { best: Math.max(before.best, score), sum: before.sum + score })
      }
    }
    for (const [document, { best: top, sum }] of best)
      scores[document] = (scores[document] ?? 0) + top + REST * (sum - top)
  }

  return { rankOf, best }
}

function readDocuments(documents: readonly EvalDocument[], analyse: (text: string) => Terms) {
  const postings = new Map<string, Posting[]>()
  const lengths = documents.map((document, at) => {
    const [title, text] = [analyse(document.title), analyse(document.text)]
    for (const { term, weight } of title.terms)
      add(postings, term, { document: at, frequency: TITLE * weight })
    for (const { term, weight } of text.terms) add(postings, term, { document: at, frequency: weight })
    return TITLE * title.length + text.length
  })
  return { postings, lengths }
}

function add(postings: Map<string, Posting[]>, term: string, { document, frequency }: Posting): void {
  const list = postings.get(term)
  const last = list?.at(-1)
  if (last?.document === document) last.frequency += frequency
  else if (list) list.push({ document, frequency })
  else postings.set(term, [{ document, frequency }])
}
