import { LANGUAGES, type LocalisedText } from '#src/platform/language.ts'
import type { Concept } from './thesaurus.ts'

export type SkosScheme = {
  readonly concepts: readonly Concept[]
  /** What belongs under a concept, where that is said. */
  readonly scopeOf: (id: string) => LocalisedText | null
  /** What the id of a concept is put behind to make its address. */
  readonly base: string
  /** The address and the name of the thesaurus as a whole. */
  readonly scheme: string
  readonly title: LocalisedText
  /** The address of the licence it may be used under. */
  readonly licence: string
}

/** The thesaurus in SKOS, written as Turtle. */
export function writeSkos(scheme: SkosScheme): string {
  const { concepts, base, title, licence } = scheme
  const iri = (id: string) => `<${base}${id}>`
  const narrower = narrowerIds(concepts)
  const tops = concepts.filter(({ broader }) => broader.length === 0)
  const whole = statement(`<${scheme.scheme}>`, [
    ['a', ['skos:ConceptScheme']],
    ['dcterms:title', inEveryLanguage(title)],
    ['dcterms:license', [`<${licence}>`]],
    ['skos:hasTopConcept', tops.map(({ id }) => iri(id))],
  ])
  const each = concepts.map(({ id, broader, labels, related }) =>
    statement(iri(id), [
      ['a', ['skos:Concept']],
      ['skos:inScheme', [`<${scheme.scheme}>`]],
      ['skos:topConceptOf', broader.length === 0 ? [`<${scheme.scheme}>`] : []],
      ['skos:prefLabel', LANGUAGES.map((language) => literal(labels[language].preferred, language))],
      [
        'skos:altLabel',
        LANGUAGES.flatMap((language) => alternatives(labels[language].alternatives, language)),
      ],
      ['skos:scopeNote', inEveryLanguage(scheme.scopeOf(id))],
      ['skos:broader', broader.map(iri)],
      ['skos:narrower', (narrower.get(id) ?? []).map(iri)],
      ['skos:related', related.map(iri)],
    ]),
  )
  return [PREFIXES, whole, ...each].join('\n')
}

/** What lies right below each concept that has something below it. */
export function narrowerIds(concepts: readonly Concept[]): ReadonlyMap<string, readonly string[]> {
  const narrower = new Map<string, string[]>()
  for (const { id, broader } of concepts) {
    for (const above of broader) narrower.set(above, [...(narrower.get(above) ?? []), id])
  }
  return narrower
}

const PREFIXES = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
`

type Property = readonly [name: string, values: readonly string[]]

function statement(subject: string, properties: readonly Property[]): string {
  const lines = properties
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `  ${name} ${values.join(', ')}`)
  return `${subject}\n${lines.join(' ;\n')} .\n`
}

function inEveryLanguage(text: LocalisedText | null): readonly string[] {
  return text === null ? [] : LANGUAGES.map((language) => literal(text[language], language))
}

function alternatives(words: readonly string[], language: string): readonly string[] {
  return words.map((word) => literal(word, language))
}

/** A text in Turtle; JSON escapes the same signs in the same way. */
function literal(text: string, language: string): string {
  return `${JSON.stringify(text)}@${language}`
}
