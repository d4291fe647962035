import { findConcepts, waysTo } from '#src/modules/vocabulary/index.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { type ConceptCounts, conceptLinks } from '#src/web/present/concept-links.ts'
import type { ConceptLink } from '#src/web/ui/concept-tree.tsx'

export type FoundConceptView = ConceptLink & {
  /** The word that answered, when it is not the name that is shown. */
  readonly by: string | null
  readonly byLanguage: Language
  /** The names of what is above, from the top down. */
  readonly way: readonly string[]
}

type Finding = { readonly language: Language; readonly counts: ConceptCounts }

/** Concepts by their names, the reader's language first, each with where it belongs. */
export function foundConcepts(query: string, { language, counts }: Finding): readonly FoundConceptView[] {
  const { toLink } = conceptLinks(language, counts)
  const languages = [language, ...LANGUAGES.filter((other) => other !== language)]
  return findConcepts(query, { languages, insideWords: true }).map((found) => {
    const link = toLink(found.concept)
    return {
      ...link,
      by: found.label.toLowerCase() === link.label.toLowerCase() ? null : found.label,
      byLanguage: found.language,
      way: (waysTo(found.concept.id)[0] ?? []).map(({ labels }) => labels[language].preferred),
    }
  })
}
