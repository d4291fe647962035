import type { ConceptCount, Search } from '#src/modules/search/index.ts'
import { type Concept, type ConceptNode, concepts } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'
import type { ConceptBranch, ConceptLink } from '#src/web/ui/concept-tree.tsx'

/** How much is about each concept, by what can be found. */
export type ConceptCounts = {
  readonly case: ReadonlyMap<string, ConceptCount>
  readonly notice: ReadonlyMap<string, ConceptCount>
}

export async function countConcepts(search: Pick<Search, 'countConcepts'>): Promise<ConceptCounts> {
  const [cases, notices] = await Promise.all([search.countConcepts('case'), search.countConcepts('notice')])
  return { case: cases, notice: notices }
}

/** Concepts as the page links to them, in the language of the reader. */
export function conceptLinks(language: Language, counts: ConceptCounts) {
  const toLink = ({ id, labels }: Concept): ConceptLink => ({
    id,
    label: labels[language].preferred,
    href: address(language, 'theme', { id }),
    cases: counts.case.get(id)?.all ?? 0,
    notices: counts.notice.get(id)?.all ?? 0,
  })
  const toBranch = ({ concept, narrower }: ConceptNode): ConceptBranch => ({
    ...toLink(concept),
    narrower: narrower.map(toBranch),
  })
  return { toLink, toBranch }
}

/** How many concepts there are, and of them those that something, or a case, is about. */
export function conceptUse(counts: ConceptCounts) {
  const withCases = concepts().filter(({ id }) => counts.case.has(id)).length
  const used = concepts().filter(({ id }) => counts.case.has(id) || counts.notice.has(id)).length
  return { total: concepts().length, used, withCases }
}
