import type { LanguageForm, OrganisationId } from './contract.ts'
import type { OtherName } from './organisation.ts'

export type Centroid = { readonly lon: number; readonly lat: number }

/** A municipality of today, with the facts others compare it by. */
export type Municipality = {
  readonly kommunenummer: string
  readonly organisation: OrganisationId
  /** Null where it is not known to us (Haram). */
  readonly organisasjonsnummer: string | null
  readonly name: string
  /** Sami and Kven names, and names that became part of it. */
  readonly otherNames: readonly OtherName[]
  readonly fylkesnummer: string
  /** Inhabitants on 1 January by year, newest first; never empty. */
  readonly populations: readonly Population[]
  readonly areaKm2: number
  readonly languageForm: LanguageForm
  /** SSB centrality: 1 is most central, 6 least. */
  readonly centralityClass: number
  readonly centralityIndex: number
  /** SSB's group of municipalities with like economy and size, `1`–`17`. */
  readonly kostraGroup: string
  readonly samiAdministrativeArea: boolean
  readonly centroid: Centroid
}

export type Population = { readonly year: number; readonly count: number }

/** A county of today; Oslo is a municipality and a county with one organisation. */
export type County = {
  readonly fylkesnummer: string
  readonly organisation: OrganisationId
  readonly name: string
  readonly otherNames: readonly OtherName[]
}

/** A municipality number that is no longer in use, and the municipalities of today it lies in. */
export type FormerMunicipality = {
  readonly kommunenummer: string
  readonly name: string
  readonly lastYear: number
  /** The one that carries it on comes first; more than one only when it was split. */
  readonly successors: readonly string[]
}

export type FormerCounty = {
  readonly fylkesnummer: string
  readonly name: string
  readonly lastYear: number
  readonly successors: readonly string[]
}

/** Inhabitants in `year`, or in the newest year we know. */
export function population(municipality: Municipality, year?: number): number {
  const known = municipality.populations.find((one) => one.year === year) ?? municipality.populations[0]
  if (!known) throw new Error(`No population for municipality ${municipality.kommunenummer}`)
  return known.count
}
