import { type AttributeColumn, sumOverSets } from './attribute-column.ts'
import { SCORE_UNIT } from './impact.ts'
import type { Matches } from './match-segment.ts'
import { numberOf } from './number-column.ts'
import type { IndexSchema } from './schema.ts'
import { PRIORS, type Segment } from './segment.ts'
import { findString } from './string-table.ts'
import { offer, type TopHits } from './top-hits.ts'

/** Always the same order: what is equal stands by id. Documents without the number come last. */
export type Sort =
  | { readonly by: 'relevance' }
  | { readonly by: 'highest'; readonly number: string }
  /** The lowest number from here on first; after those the ones before, the nearest first. */
  | { readonly by: 'next'; readonly number: string; readonly from: number }

/** Documents with the value are worth so much more. */
export type Boost = { readonly attribute: string; readonly value: string; readonly worth: number }

/** How much more the highest prior is worth than the lowest. */
const PRIOR_SHARE = 0.35
const PRIOR_STEP = PRIOR_SHARE / PRIORS
/** A little under, for what is lost in counting with fractions. */
const NEARLY = 1 - 1e-9
/** What lies before sorts after all that is still to come. */
const BEFORE = 2 ** 50

type Ranking = { readonly schema: IndexSchema; readonly sort: Sort; readonly boosts: readonly Boost[] }

/** Finds the best of the matches that passed. */
export function rankMatches(top: TopHits, segment: Segment, matches: Matches, ranking: Ranking): void {
  const { sort } = ranking
  if (sort.by === 'relevance') rankByRelevance(top, segment, matches, ranking)
  else rankByNumber(top, segment, matches, { schema: ranking.schema, sort })
}

function rankByRelevance(
  top: TopHits,
  segment: Segment,
  { docs, scores, count }: Matches,
  { schema, boosts }: Ranking,
): void {
  const { priors } = segment
  const byAttribute = boostTables(segment, schema, boosts)
  // Below this no prior would help; most matches of a wide question end here.
  let enough = -Infinity
  for (let place = 0; place < count; place += 1) {
    const doc = docs[place] as number
    let score = scores[place] as number
    for (const { sets, worths } of byAttribute) score += worths[sets[doc] as number] as number
    if (score < enough) continue
    offer(top, relevance(score, priors[doc] as number), doc)
    if (top.size === top.keys.length) enough = scoreFor(top.keys[0] ?? Infinity)
  }
}

/** Without a question every score is nothing, and the prior alone decides. */
export function relevance(score: number, prior: number): number {
  return (score * SCORE_UNIT + SCORE_UNIT) * (1 + PRIOR_STEP * prior)
}

/** The least score that may reach a relevance. */
function scoreFor(least: number): number {
  return (least / (1 + PRIOR_SHARE) / SCORE_UNIT - 1) * NEARLY
}

function rankByNumber(
  top: TopHits,
  segment: Segment,
  { docs, count }: Matches,
  { schema, sort }: { schema: IndexSchema; sort: Exclude<Sort, { by: 'relevance' }> },
): void {
  const column = segment.numbers[schema.numbers.indexOf(sort.number)]
  if (!column) throw new Error('It can only be sorted by a number of the schema')
  for (let place = 0; place < count; place += 1) {
    const doc = docs[place] as number
    offer(top, sortKey(numberOf(column, doc), sort), doc)
  }
}

export function sortKey(number: number, sort: Exclude<Sort, { by: 'relevance' }>): number {
  if (Number.isNaN(number)) return -Infinity
  if (sort.by === 'highest') return number
  return number >= sort.from ? sort.from - number : number - sort.from - BEFORE
}

type BoostTable = { readonly sets: AttributeColumn['sets']; readonly worths: Int32Array }

/** By attribute and combination of values: what the boosts are worth together. */
function boostTables(segment: Segment, schema: IndexSchema, boosts: readonly Boost[]): BoostTable[] {
  return [...Map.groupBy(boosts, ({ attribute }) => attribute)].map(([attribute, some]) => {
    const column = segment.attributes[schema.attributes.indexOf(attribute)]
    if (!column) throw new Error('A boost must name an attribute of the schema')
    const byValue = new Int32Array(column.values.size)
    for (const { value, worth } of some) {
      const place = findString(column.values, value)
      if (place >= 0) byValue[place] = Math.round(worth / SCORE_UNIT)
    }
    const worths = sumOverSets(column, byValue)
    return { sets: column.sets, worths }
  })
}
