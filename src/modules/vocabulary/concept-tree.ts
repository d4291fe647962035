import type { LocalisedText } from '#src/platform/language.ts'
import type { ThemeBranch } from './contract.ts'
import { theme } from './theme.ts'
import { broaderConcepts, type Concept, concepts, narrowerConcepts } from './thesaurus.ts'

/** A concept with those below it, in the order they are shown. One that belongs in several places stands in each. */
export type ConceptNode = { readonly concept: Concept; readonly narrower: readonly ConceptNode[] }

const TREE: readonly ConceptNode[] = concepts()
  .filter(({ broader }) => broader.length === 0)
  .map(toNode)

/** The top concepts with everything below them; only one branch when asked. */
export function conceptTree(branch?: ThemeBranch): readonly ConceptNode[] {
  return branch === undefined ? TREE : TREE.filter(({ concept }) => conceptBranch(concept.id) === branch)
}

/** The ways from the top down to what lies right above a concept; the one where it belongs most first. */
export function waysTo(id: string): readonly (readonly Concept[])[] {
  return broaderConcepts(id).flatMap((above) => {
    const ways = waysTo(above.id)
    return (ways.length === 0 ? [[]] : ways).map((way) => [...way, above])
  })
}

/** What municipalities do, or how they buy: the branch of the top where the concept belongs most. */
export function conceptBranch(id: string): ThemeBranch | null {
  return theme(waysTo(id)[0]?.[0]?.id ?? id)?.branch ?? null
}

/** What belongs under a concept, in a sentence; only the themes at the top say it. */
export function conceptScope(id: string): LocalisedText | null {
  return theme(id)?.scope ?? null
}

function toNode(concept: Concept): ConceptNode {
  return { concept, narrower: narrowerConcepts(concept.id).map(toNode) }
}
