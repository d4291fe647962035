import { LANGUAGES } from '#src/platform/language.ts'
import type { Concept } from './thesaurus.ts'

export type SkosScheme = {
  readonly concepts: readonly Concept[]
  /** What the id of a concept is put behind to make its address. */
  readonly base: string
  /** The address and the name of the thesaurus as a whole. */
  readonly scheme: string
  readonly title: string
}

/** The thesaurus in SKOS, written as Turtle. */
export function writeSkos({ concepts, base, scheme, title }: SkosScheme): string {
  const iri = (id: string) => `<${base}${id}>`
  const narrower = Map.groupBy(
    concepts.flatMap(({ id, broader }) => broader.map((above) => ({ above, id }))),
    ({ above }) => above,
  )
  const tops = concepts.filter(({ broader }) => broader.length === 0)
  const whole = statement(`<${scheme}>`, [
    ['a', ['skos:ConceptScheme']],
    ['dcterms:title', [literal(title, 'nb')]],
    ['skos:hasTopConcept', tops.map(({ id }) => iri(id))],
  ])
  const each = concepts.map(({ id, broader, labels, related }) =>
    statement(iri(id), [
      ['a', ['skos:Concept']],
      ['skos:inScheme', [`<${scheme}>`]],
      ['skos:topConceptOf', broader.length === 0 ? [`<${scheme}>`] : []],
      ['skos:prefLabel', LANGUAGES.map((language) => literal(labels[language].preferred, language))],
      [
        'skos:altLabel',
        LANGUAGES.flatMap((language) => alternatives(labels[language].alternatives, language)),
      ],
      ['skos:broader', broader.map(iri)],
      ['skos:narrower', (narrower.get(id) ?? []).map((below) => iri(below.id))],
      ['skos:related', related.map(iri)],
    ]),
  )
  return [PREFIXES, whole, ...each].join('\n')
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

function alternatives(words: readonly string[], language: string): readonly string[] {
  return words.map((word) => literal(word, language))
}

/** A text in Turtle; JSON escapes the same signs in the same way. */
function literal(text: string, language: string): string {
  return `${JSON.stringify(text)}@${language}`
}
