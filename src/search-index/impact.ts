import { IMPACTS, IN_TITLE } from './postings.ts'
import type { TextField } from './schema.ts'

/** How soon more of the same word stops telling more. */
const SATURATION = 1.2
/** How much a long text has to pay for its length. */
const LENGTH_SHARE = 0.75

/** Scores are whole numbers of this part, so that their sum is the same in whatever order they are added. */
export const SCORE_UNIT = 1 / 4096

/** What an occurrence in this field counts, in a text of so many words. */
export function occurrenceWeight({ weight, typicalLength }: TextField, words: number): number {
  return weight / (1 - LENGTH_SHARE + (LENGTH_SHARE * words) / typicalLength)
}

/**
 * BM25F, less the rarity of the term: the weighted occurrences of all fields together, saturated, as one of 127
 * steps. Rarity is left to the question, since it changes with every document that comes or goes.
 */
export function impactOf(occurrences: number): number {
  const saturated = occurrences / (occurrences + SATURATION)
  return Math.max(1, Math.min(IMPACTS, Math.round(saturated * IMPACTS)))
}

/** The inverse document frequency: how much it tells that a document holds a term. */
export function rarity(documents: number, all: number): number {
  return Math.log(1 + (Math.max(0, all - documents) + 0.5) / (documents + 0.5))
}

/** By mark of a posting: the score in whole units; at least one, so that what matches is seen to match. */
export function scoresOf(worth: number, within: 'everything' | 'title'): Int32Array {
  const scores = new Int32Array(2 * IN_TITLE)
  for (let impact = 1; impact <= IMPACTS; impact += 1) {
    const score = Math.max(1, scoreOf(worth, impact))
    scores[impact | IN_TITLE] = score
    if (within === 'everything') scores[impact] = score
  }
  return scores
}

export function scoreOf(worth: number, impact: number): number {
  return Math.round((worth * impact) / IMPACTS / SCORE_UNIT)
}
