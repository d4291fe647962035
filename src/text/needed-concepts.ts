import type { QueryTerm, Term } from './analysis.ts'
import { CONCEPT } from './concept-terms.ts'
import type { Concept } from './thesaurus.ts'

/**
 * How people tell of a need without knowing what answers it, by concept: «går seg bort», «finne igjen personer».
 * Phrases with a semicolon between, in Norwegian and in English.
 */
export type ToldNeeds = Readonly<Record<string, { readonly no: string; readonly en: string }>>

/** What a described need seems to be about, to be asked for beside its words. */
export type NeedReader = (need: readonly QueryTerm[]) => readonly QueryTerm[]

/** How soon more of the same word tells no more. */
const SATURATION = 0.6
/** So many concepts at most, each nearly as likely as the best of them. */
const MOST_CONCEPTS = 4
const NEARLY_BEST = 0.65
/** What a concept is worth that the need is about for certain, and how much of the need has to speak for that. */
const WORTH = 1
const CERTAIN = 0.25

/**
 * Reads what a need is about from what is said of each concept: what it is called, and how people tell of the need
 * for it. The concepts are ranked as if they were documents (BM25), so no phrase has to be met word for word, and
 * what only a small part of the need speaks for counts little.
 */
export function createNeedReader(
  concepts: readonly Concept[],
  told: ToldNeeds,
  analyse: (text: string, language: string) => readonly Term[],
): NeedReader {
  const profiles = readProfiles(concepts, told, analyse)
  return (need) => {
    const groups = [...Map.groupBy(need, ({ group }) => group).values()]
    const ranked = rankConcepts(profiles, groups)
    const best = ranked[0]?.score ?? 0
    const certainty = Math.min(1, best / (CERTAIN * attainable(profiles, groups)))
    const next = Math.max(0, ...need.map(({ group }) => group)) + 1
    return ranked
      .filter(({ score }) => score >= best * NEARLY_BEST)
      .slice(0, MOST_CONCEPTS)
      .map(({ concept, score, by }, place) => ({
        ...by,
        term: CONCEPT + concept,
        kind: 'concept',
        concept,
        isInferred: true,
        weight: (WORTH * certainty * score) / best,
        group: next + place,
      }))
  }
}

/** All that is said of a concept in one language is a profile. */
type Profiles = {
  readonly concepts: readonly string[]
  readonly byTerm: ReadonlyMap<string, readonly Said[]>
}
type Said = { readonly profile: number; readonly impact: number }

function readProfiles(
  concepts: readonly Concept[],
  told: ToldNeeds,
  analyse: (text: string, language: string) => readonly Term[],
): Profiles {
  const labels = ({ labels }: Concept, language: string) => [
    labels[language]?.preferred ?? '',
    ...(labels[language]?.alternatives ?? []),
  ]
  const said = concepts.flatMap((concept) => {
    const { no = '', en = '' } = told[concept.id] ?? {}
    const norwegian = [...labels(concept, 'nb'), ...labels(concept, 'nn'), no].join('; ')
    const english = [...labels(concept, 'en'), en].join('; ')
    return [analyse(norwegian, 'nb'), analyse(english, 'en')]
  })
  const byTerm = new Map<string, Said[]>()
  for (const [profile, terms] of said.entries()) {
    for (const [term, times] of timesOf(terms)) {
      const list = byTerm.get(term) ?? []
      list.push({ profile, impact: times / (times + SATURATION) })
      byTerm.set(term, list)
    }
  }
  return { concepts: concepts.flatMap(({ id }) => [id, id]), byTerm }
}

function timesOf(terms: readonly Term[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { term, weight } of terms) times.set(term, (times.get(term) ?? 0) + weight)
  return times
}

/** A concept and the word of the need that speaks most for it. */
type Ranked = { readonly concept: string; readonly score: number; readonly by: QueryTerm }

/** The concepts by how much of the need speaks for them, the best first. */
function rankConcepts(profiles: Profiles, groups: readonly QueryTerm[][]): readonly Ranked[] {
  const sums = new Map<number, { score: number; most: number; by: QueryTerm }>()
  for (const group of groups) {
    for (const [profile, { score, by }] of scoreWord(profiles, group)) {
      const sum = sums.get(profile)
      if (!sum) sums.set(profile, { score, most: score, by })
      else sums.set(profile, { ...(score > sum.most ? { most: score, by } : sum), score: sum.score + score })
    }
  }
  const best = new Map<string, Ranked>()
  for (const [profile, { score, by }] of sums) {
    const concept = profiles.concepts[profile] as string
    if (score > (best.get(concept)?.score ?? 0)) best.set(concept, { concept, score, by })
  }
  return [...best.values()].sort(
    (one, other) => other.score - one.score || (one.concept < other.concept ? -1 : 1),
  )
}

/** By profile: what the best way to answer this word is worth. */
function scoreWord({ concepts, byTerm }: Profiles, group: readonly QueryTerm[]) {
  const best = new Map<number, { readonly score: number; readonly by: QueryTerm }>()
  for (const by of group) {
    const list = byTerm.get(by.term) ?? []
    const rarity = Math.log(1 + (concepts.length - list.length + 0.5) / (list.length + 0.5))
    for (const { profile, impact } of list) {
      const score = by.weight * rarity * impact
      if (score > (best.get(profile)?.score ?? 0)) best.set(profile, { score, by })
    }
  }
  return best
}

/** What a concept would score that every word of the need speaks for. */
function attainable({ concepts }: Profiles, groups: readonly QueryTerm[][]): number {
  const weights = groups.map((group) => Math.max(...group.map(({ weight }) => weight)))
  return Math.log(1 + concepts.length) * weights.reduce((sum, weight) => sum + weight, 0)
}
