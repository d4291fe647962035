import { readFileSync } from 'node:fs'
import type { MunicipalityToMatch } from '#src/modules/needs/matching/need-to-match.ts'

/** A municipality of the register, with the bodies it works together in. */
export type Place = MunicipalityToMatch & {
  readonly name: string
  readonly language: 'nb' | 'nn' | 'neutral'
  readonly jointBodies: readonly string[]
}

type ShippedMunicipality = {
  readonly kommunenummer: string
  readonly name: string
  readonly fylkesnummer: string
  readonly population: Readonly<Record<string, number>>
  readonly languageForm: Place['language']
  readonly centralityClass: number
  readonly centroid: readonly [number, number]
}
type ShippedJointBody = {
  readonly id: string
  readonly members: readonly { readonly kommunenummer?: string }[]
  readonly endedYear: number | null
}

const FOLDER = new URL('../../data/organisations/', import.meta.url)

/** The register as it is shipped, so that a seed gives the same set without a database. */
export const PLACES: readonly Place[] = readPlaces()

function readPlaces(): readonly Place[] {
  const bodies = read<ShippedJointBody>('joint-bodies.json').filter(({ endedYear }) => endedYear === null)
  return read<ShippedMunicipality>('municipalities.json').map((one) => ({
    kommunenummer: one.kommunenummer,
    fylkesnummer: one.fylkesnummer,
    name: one.name,
    population: newest(one.population),
    centralityClass: one.centralityClass,
    centroid: { lon: one.centroid[0], lat: one.centroid[1] },
    language: one.languageForm,
    jointBodies: bodies
      .filter(({ members }) => members.some(({ kommunenummer }) => kommunenummer === one.kommunenummer))
      .map(({ id }) => id),
  }))
}

function read<Row>(name: string): readonly Row[] {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))
}

function newest(populations: Readonly<Record<string, number>>): number {
  const [year] = Object.keys(populations).sort().reverse()
  return populations[year ?? ''] ?? 0
}
