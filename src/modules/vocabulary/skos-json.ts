import { LANGUAGES, type LocalisedText } from '#src/platform/language.ts'
import { narrowerIds, type SkosScheme } from './skos.ts'

/** How the plain names in the file are read as SKOS (JSON-LD 1.1). */
const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  id: '@id',
  type: '@type',
  ConceptScheme: 'skos:ConceptScheme',
  Concept: 'skos:Concept',
  title: { '@id': 'dcterms:title', '@container': '@language' },
  license: { '@id': 'dcterms:license', '@type': '@id' },
  hasTopConcept: { '@id': 'skos:hasTopConcept', '@type': '@id', '@container': '@set' },
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  topConceptOf: { '@id': 'skos:topConceptOf', '@type': '@id' },
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  altLabel: { '@id': 'skos:altLabel', '@container': '@language' },
  scopeNote: { '@id': 'skos:scopeNote', '@container': '@language' },
  broader: { '@id': 'skos:broader', '@type': '@id', '@container': '@set' },
  narrower: { '@id': 'skos:narrower', '@type': '@id', '@container': '@set' },
  related: { '@id': 'skos:related', '@type': '@id', '@container': '@set' },
} as const

/** The thesaurus in SKOS, written as JSON-LD; says the same as the Turtle. */
export function writeSkosJson(scheme: SkosScheme): string {
  const { concepts, base, title, licence } = scheme
  const iri = (id: string) => base + id
  const narrower = narrowerIds(concepts)
  const tops = concepts.filter(({ broader }) => broader.length === 0)
  const whole = {
    id: scheme.scheme,
    type: 'ConceptScheme',
    title,
    license: licence,
    hasTopConcept: tops.map(({ id }) => iri(id)),
  }
  const each = concepts.map(({ id, broader, labels, related }) => ({
    id: iri(id),
    type: 'Concept',
    inScheme: scheme.scheme,
    ...(broader.length === 0 && { topConceptOf: scheme.scheme }),
    prefLabel: byLanguage((language) => labels[language].preferred),
    altLabel: byLanguage((language) => labels[language].alternatives),
    ...scopeOf(scheme, id),
    broader: broader.map(iri),
    narrower: (narrower.get(id) ?? []).map(iri),
    related: related.map(iri),
  }))
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': [whole, ...each] }, null, 1)}\n`
}

function scopeOf(scheme: SkosScheme, id: string): { readonly scopeNote?: LocalisedText } {
  const scopeNote = scheme.scopeOf(id)
  return scopeNote === null ? {} : { scopeNote }
}

function byLanguage<Value>(of: (language: (typeof LANGUAGES)[number]) => Value) {
  return Object.fromEntries(LANGUAGES.map((language) => [language, of(language)]))
}
