import type { NeedToMatch } from '#src/modules/needs/matching/need-to-match.ts'
import { createAnalysis } from '#src/modules/search/analysis.ts'
import { concepts } from '#src/modules/vocabulary/index.ts'
import type { Term } from '#src/text/index.ts'

/** Of what the analysis finds in a text: whole words only, or also parts of compounds, families and concepts. */
export type TextReading = 'words' | 'everything'

type Vector = ReadonlyMap<string, number>

const ANALYSIS = createAnalysis(concepts())
const TITLE = 2

/** Cosine of every two needs, of TF-IDF over title and text. */
export function textLikeness(needs: readonly NeedToMatch[], reading: TextReading): readonly Float64Array[] {
  const vectors = weigh(needs.map((need) => countTerms(need, reading)))
  return vectors.map((one) => Float64Array.from(vectors, (other) => cosine(one, other)))
}

function countTerms({ title, text, language }: NeedToMatch, reading: TextReading): Vector {
  const { analyser, isFunctionWord } = ANALYSIS
  const counts = new Map<string, number>()
  for (const [words, times] of [
    [title, TITLE],
    [text, 1],
  ] as const)
    for (const term of analyser.document(words, language)) {
      if (reading === 'words' && term.kind !== 'word') continue
      if (isFunctionWord(written(words, term))) continue
      counts.set(term.term, (counts.get(term.term) ?? 0) + times * term.weight)
    }
  return counts
}

function written(words: string, { start, end }: Term): string {
  return words.slice(start, end)
}

function weigh(counts: readonly Vector[]): readonly Vector[] {
  const documents = new Map<string, number>()
  for (const one of counts) for (const term of one.keys()) documents.set(term, (documents.get(term) ?? 0) + 1)
  return counts.map((one) => {
    const weights = Array.from(
      one,
      ([term, count]) =>
        [term, Math.log(1 + count) * Math.log(counts.length / (documents.get(term) ?? 1))] as const,
    )
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([term, weight]) => [term, weight / length]))
  })
}

function cosine(one: Vector, other: Vector): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0)
  return sum
}
