import { expect, test } from 'vitest'
import { conceptScope } from './concept-tree.ts'
import { type SkosScheme, writeSkos } from './skos.ts'
import { writeSkosJson } from './skos-json.ts'
import { type Concept, concepts } from './thesaurus.ts'

const labels = (preferred: string, alternatives: readonly string[] = []) => ({ preferred, alternatives })

const water: Concept = {
  id: 'vann',
  broader: [],
  labels: {
    nb: labels('Vann', ['vannet «vårt»']),
    nn: labels('Vatn'),
    en: labels('Water', ['the "wet" \\ stuff']),
  },
  related: [],
}
const rain: Concept = {
  id: 'overvann',
  broader: ['vann'],
  labels: { nb: labels('Overvann'), nn: labels('Overvatn'), en: labels('Stormwater') },
  related: ['flom'],
}
const around = {
  base: 'https://example.no/tema/',
  scheme: 'https://example.no/tema',
  title: { nb: 'Temaer', nn: 'Tema', en: 'Themes' },
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  scopeOf: (id: string) => (id === 'vann' ? { nb: 'Det våte', nn: 'Det våte', en: 'What is wet' } : null),
}
const OURS: SkosScheme = { ...around, concepts: concepts(), scopeOf: conceptScope }

test('a thesaurus is written in SKOS with labels in three languages and relations both ways', () => {
  expect(
    writeSkos({ concepts: [water, rain], ...around }),
  ).toBe(`@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

<https://example.no/tema>
  a skos:ConceptScheme ;
  dcterms:title "Temaer"@nb, "Tema"@nn, "Themes"@en ;
  dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
  skos:hasTopConcept <https://example.no/tema/vann> .

<https://example.no/tema/vann>
  a skos:Concept ;
  skos:inScheme <https://example.no/tema> ;
  skos:topConceptOf <https://example.no/tema> ;
  skos:prefLabel "Vann"@nb, "Vatn"@nn, "Water"@en ;
  skos:altLabel "vannet «vårt»"@nb, "the \\"wet\\" \\\\ stuff"@en ;
  skos:scopeNote "Det våte"@nb, "Det våte"@nn, "What is wet"@en ;
  skos:narrower <https://example.no/tema/overvann> .

<https://example.no/tema/overvann>
  a skos:Concept ;
  skos:inScheme <https://example.no/tema> ;
  skos:prefLabel "Overvann"@nb, "Overvatn"@nn, "Stormwater"@en ;
  skos:broader <https://example.no/tema/vann> ;
  skos:related <https://example.no/tema/flom> .
`)
})

test('every concept and every label of ours is in the export', () => {
  const turtle = writeSkos(OURS)
  const alternatives = concepts().flatMap((one) =>
    Object.values(one.labels).flatMap((each) => each.alternatives),
  )
  const scopes = concepts().filter(({ id }) => conceptScope(id) !== null)
  expect(turtle.match(/^ {2}a skos:Concept ;$/gm)).toHaveLength(concepts().length)
  expect(turtle.match(/"@(nb|nn|en)/g)).toHaveLength(
    3 + 3 * concepts().length + alternatives.length + 3 * scopes.length,
  )
})

test('the JSON-LD says what the Turtle says, statement by statement', () => {
  const turtle = new Set(turtleStatements(writeSkos(OURS)))
  const json = new Set(jsonStatements(writeSkosJson(OURS)))
  expect(turtle.size).toBeGreaterThan(10_000)
  expect([...turtle].filter((one) => !json.has(one))).toEqual([])
  expect([...json].filter((one) => !turtle.has(one))).toEqual([])
})

/** Subject, property and value of each statement in Turtle as we write it. */
function turtleStatements(turtle: string): readonly string[] {
  const VALUE = /<([^>]+)>|("(?:[^"\\]|\\.)*")@(\w+)|(skos:\w+)/g
  return turtle
    .split('\n\n')
    .slice(1)
    .flatMap((statement) => {
      const [subject = '', ...lines] = statement.trimEnd().split('\n')
      return lines.flatMap((line) => {
        const [, property = '', values = ''] = /^ {2}(\S+) (.*) [;.]$/.exec(line) ?? []
        return [...values.matchAll(VALUE)].map(([, address, text, language, name]) =>
          [
            subject.slice(1, -1),
            property === 'a' ? 'type' : property,
            address ?? name ?? text,
            language,
          ].join(' '),
        )
      })
    })
}

type Definition = string | { readonly '@id': string }

/** The same of JSON-LD, read by its own context. */
function jsonStatements(text: string): readonly string[] {
  const { '@context': context, '@graph': graph } = JSON.parse(text) as {
    '@context': Record<string, Definition>
    '@graph': readonly Record<string, unknown>[]
  }
  const nameOf = (key: string) => {
    const definition = context[key] ?? key
    return typeof definition === 'string' ? definition : definition['@id']
  }
  return graph.flatMap(({ id, type, ...properties }) => [
    `${id} type ${nameOf(String(type))} `,
    ...Object.entries(properties).flatMap(([key, value]) =>
      valuesOf(value).map(([one, language]) => [id, nameOf(key), one, language].join(' ')),
    ),
  ])
}

function valuesOf(value: unknown): readonly (readonly [value: string, language?: string])[] {
  if (typeof value === 'string') return [[value]]
  if (Array.isArray(value)) return value.map((one) => [String(one)] as const)
  return Object.entries(value as Record<string, string | readonly string[]>).flatMap(([language, texts]) =>
    [texts].flat().map((text) => [JSON.stringify(text), language] as const),
  )
}
