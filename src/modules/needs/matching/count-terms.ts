import { createAnalysis } from '#src/modules/search/index.ts'
import { broaderConcepts, conceptBranch, concepts } from '#src/modules/vocabulary/index.ts'
import type { NeedToMatch } from './need-to-match.ts'
import type { TermCounts } from './term-weights.ts'

/** Somebody is always the municipality, its inhabitants or its people: no purchase is known by that. */
const WHO = new Set(['kommune', 'fylkeskommune', 'statlig-virksomhet', 'innbyggere', 'ansatte'])
const CONCEPT = 'concept:'

/** What is said in a title is said on purpose. */
const TITLE = 2
const KINDS = { word: 1, part: 0.6, related: 0.2, concept: 0.8 } as const
const EVERYDAY = 0.4
/** That a text names something narrower tells of what is above it too, but less. */
const ABOVE = 0.4

const read = new WeakMap<NeedToMatch, TermCounts>()

/**
 * What a need says, by the analysis of the search index: the stems of its words, the parts of compounds, bokmål and nynorsk as
 * one, and what the thesaurus calls the things it names with what is above them. Remembered as long as the need is.
 */
export function countTerms(need: NeedToMatch): TermCounts {
  const known = read.get(need)
  if (known) return known
  const { analyser, isFunctionWord, isEverydayTerm } = createAnalysis(concepts())
  const counts = new Map<string, number>()
  const add = (term: string, amount: number) => counts.set(term, (counts.get(term) ?? 0) + amount)
  for (const [text, times] of [
    [need.title, TITLE],
    [need.text, 1],
  ] as const)
    for (const { term, kind, weight, start, end } of analyser.document(text, need.language)) {
      const amount = times * weight * KINDS[kind]
      if (kind === 'concept') addConcept(term.slice(CONCEPT.length), amount, add)
      else if (!isFunctionWord(text.slice(start, end)))
        add(term, isEverydayTerm(term) ? amount * EVERYDAY : amount)
    }
  read.set(need, counts)
  return counts
}

function addConcept(id: string, amount: number, add: (term: string, amount: number) => void): void {
  if (!isSubject(id)) return
  add(CONCEPT + id, amount)
  for (const above of broaderConcepts(id)) if (isSubject(above.id)) add(CONCEPT + above.id, amount * ABOVE)
}

const subjects = new Map<string, boolean>()

/** Not who buys, nor how a thing is bought, which is said in every need. */
function isSubject(id: string): boolean {
  const known = subjects.get(id)
  if (known !== undefined) return known
  const answer = !WHO.has(id) && conceptBranch(id) !== 'procurement'
  subjects.set(id, answer)
  return answer
}

/** The concept a term stands for; null for a word. */
export function conceptOfTerm(term: string): string | null {
  return term.startsWith(CONCEPT) ? term.slice(CONCEPT.length) : null
}
