import { expect, test } from 'vitest'
import { writeSkos } from './skos.ts'
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
const addresses = { base: 'https://example.no/tema/', scheme: 'https://example.no/tema', title: 'Temaer' }

test('a thesaurus is written in SKOS with labels in three languages and relations both ways', () => {
  expect(
    writeSkos({ concepts: [water, rain], ...addresses }),
  ).toBe(`@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

<https://example.no/tema>
  a skos:ConceptScheme ;
  dcterms:title "Temaer"@nb ;
  skos:hasTopConcept <https://example.no/tema/vann> .

<https://example.no/tema/vann>
  a skos:Concept ;
  skos:inScheme <https://example.no/tema> ;
  skos:topConceptOf <https://example.no/tema> ;
  skos:prefLabel "Vann"@nb, "Vatn"@nn, "Water"@en ;
  skos:altLabel "vannet «vårt»"@nb, "the \\"wet\\" \\\\ stuff"@en ;
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
  const turtle = writeSkos({ concepts: concepts(), ...addresses })
  const alternatives = concepts().flatMap((one) =>
    Object.values(one.labels).flatMap((each) => each.alternatives),
  )
  expect(turtle.match(/^ {2}a skos:Concept ;$/gm)).toHaveLength(concepts().length)
  expect(turtle.match(/"@(nb|nn|en)/g)).toHaveLength(1 + 3 * concepts().length + alternatives.length)
})
