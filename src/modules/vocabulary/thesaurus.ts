import type { Language } from '#src/platform/language.ts'
import type { ThesaurusFile } from './data-schema.ts'
import { readData } from './read-data.ts'

/** What a concept is called in one language: the label we show, and other words people use for it. */
export type ConceptLabels = { readonly preferred: string; readonly alternatives: readonly string[] }

/** A concept of municipal services or procurement. Every theme is a concept, with the same id. */
export type Concept = {
  readonly id: string
  /** The concepts above, the place where it belongs most first; none for a top theme. */
  readonly broader: readonly string[]
  readonly labels: Readonly<Record<Language, ConceptLabels>>
  /** Concepts that are neither above nor below, but that one may well have meant. */
  readonly related: readonly string[]
}

/** The files of the thesaurus, in the order of the theme tree. */
export const THESAURUS_FILES = [
  'health-and-care.json',
  'childhood-and-education.json',
  'culture-and-sport.json',
  'buildings-and-property.json',
  'water-and-wastewater.json',
  'waste-and-circular-economy.json',
  'transport.json',
  'technical-services-and-climate.json',
  'digitalisation-and-administration.json',
  'community-and-safety.json',
  'procurement.json',
] as const

const WRITTEN = THESAURUS_FILES.flatMap((name) => readData<ThesaurusFile>(name, 'thesaurus').concepts)
const RELATED = relateBothWays()
const CONCEPTS: readonly Concept[] = WRITTEN.map(({ id, broader, nb, nn, en }) => ({
  id,
  broader,
  labels: { nb, nn, en },
  related: [...(RELATED.get(id) ?? [])],
}))
const CONCEPT_BY_ID = new Map(CONCEPTS.map((concept) => [concept.id, concept]))
const NARROWER = Map.groupBy(
  CONCEPTS.flatMap((concept) => concept.broader.map((above) => ({ above, concept }))),
  ({ above }) => above,
)

/** Every concept, area by area. */
export function concepts(): readonly Concept[] {
  return CONCEPTS
}

export function concept(id: string): Concept | null {
  return CONCEPT_BY_ID.get(id) ?? null
}

/** The name of a concept; an id we do not know is shown as it is. */
export function conceptLabel(id: string, language: Language): string {
  return CONCEPT_BY_ID.get(id)?.labels[language].preferred ?? id
}

/** The concepts directly below. */
export function narrowerConcepts(id: string): readonly Concept[] {
  return (NARROWER.get(id) ?? []).map((pair) => pair.concept)
}

/** The concepts directly above; a concept may belong in several places. */
export function broaderConcepts(id: string): readonly Concept[] {
  return known(CONCEPT_BY_ID.get(id)?.broader)
}

export function relatedConcepts(id: string): readonly Concept[] {
  return known(CONCEPT_BY_ID.get(id)?.related)
}

function known(ids: readonly string[] = []): readonly Concept[] {
  return ids.flatMap((id) => CONCEPT_BY_ID.get(id) ?? [])
}

/** A relation is written at one of its ends and holds for both. */
function relateBothWays(): ReadonlyMap<string, ReadonlySet<string>> {
  const both = new Map<string, Set<string>>()
  for (const { id, related } of WRITTEN) {
    for (const other of related ?? []) {
      both.set(id, (both.get(id) ?? new Set()).add(other))
      both.set(other, (both.get(other) ?? new Set()).add(id))
    }
  }
  return both
}
