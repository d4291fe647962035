import { z } from 'zod'
import type { ConceptNode } from '#src/modules/vocabulary/index.ts'
import {
  broaderConcepts,
  type Concept,
  conceptScope,
  conceptTree,
  narrowerConcepts,
  relatedConcepts,
  theme,
  waysTo,
} from '#src/modules/vocabulary/index.ts'
import { LANGUAGES, type Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'
import { type ConceptCounts, conceptLinks } from '#src/web/present/concept-links.ts'
import type { Crumb } from '#src/web/ui/page-top.tsx'

/** What a reader may choose of the lists; what means nothing is as if it were not there. */
export const ThemeChoice = z.object({
  type: z.enum(['case', 'notice']).optional().catch(undefined),
  narrower: z.enum(['no']).optional().catch(undefined),
  sort: z.enum(['relevance', 'newest']).optional().catch(undefined),
  offset: z.coerce.number().int().min(0).max(100_000).catch(0),
})
export type ThemeChoice = z.infer<typeof ThemeChoice>

/** What a theme is, and where in the tree, in the language of the reader. */
export function themeView(
  found: Concept,
  { language, counts }: { language: Language; counts: ConceptCounts },
) {
  const { toLink, toBranch } = conceptLinks(language, counts)
  const [above] = broaderConcepts(found.id)
  const siblings = above ? narrowerConcepts(above.id).filter(({ id }) => id !== found.id) : []
  return {
    id: found.id,
    label: found.labels[language].preferred,
    isTheme: theme(found.id) !== null,
    scope: conceptScope(found.id)?.[language] ?? null,
    names: LANGUAGES.map((one) => ({ language: one, ...found.labels[one] })),
    ways: waysTo(found.id).map((way) => way.map((one) => toCrumb(one, language))),
    narrower: (nodeOf(found.id)?.narrower ?? []).map(toBranch),
    related: relatedConcepts(found.id).map(toLink),
    around: siblings.map(toLink),
  }
}
export type ThemeView = ReturnType<typeof themeView>

function toCrumb({ id, labels }: Concept, language: Language): Crumb {
  return { text: labels[language].preferred, href: address(language, 'theme', { id }) }
}

function nodeOf(id: string, nodes: readonly ConceptNode[] = conceptTree()): ConceptNode | null {
  for (const node of nodes) {
    const found = node.concept.id === id ? node : nodeOf(id, node.narrower)
    if (found) return found
  }
  return null
}

/** The address of a theme with what has been chosen; what is as usual is not in it. */
export function themeAddress(language: Language, id: string, choice: Partial<ThemeChoice>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(choice)) if (value) params.set(name, String(value))
  const query = params.toString()
  return address(language, 'theme', { id }) + (query ? `?${query}` : '')
}
