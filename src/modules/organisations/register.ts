import type { OrganisationId } from './contract.ts'
import type { JointBody } from './joint-body.ts'
import type { County, FormerCounty, FormerMunicipality, Municipality } from './municipality.ts'
import type { Organisation } from './organisation.ts'

/** A name that was or is a municipality's. */
export type MunicipalityName = {
  /** The number it had under this name, whose first two digits are its county then. */
  readonly kommunenummer: string
  /** Null when it was split and none of the parts carries the name on. */
  readonly today: string | null
  readonly lastYear: number | null
}

export type CountyName = {
  readonly organisation: OrganisationId
  /** The numbers this name has had, and those it leads to. */
  readonly fylkesnumre: readonly string[]
}

/**
 * Everything public that is looked up by name or number, as it was when it was read.
 *
 * Nothing in it changes, so one copy serves every request; `readRegister` makes a new one when the tables have.
 */
export type Register = {
  readonly municipalities: ReadonlyMap<string, Municipality>
  readonly formerMunicipalities: ReadonlyMap<string, FormerMunicipality>
  readonly counties: ReadonlyMap<string, County>
  readonly formerCounties: ReadonlyMap<string, FormerCounty>
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>
  readonly byNumber: ReadonlyMap<string, OrganisationId>
  readonly municipalityNames: ReadonlyMap<string, readonly MunicipalityName[]>
  readonly countyNames: ReadonlyMap<string, CountyName>
  /** Bodies that are neither municipality nor county, by each name they have. */
  readonly otherNames: ReadonlyMap<string, readonly OrganisationId[]>
  readonly jointBodies: readonly JointBody[]
}

/** The municipalities of today, in the order of their numbers. */
export function municipalities(register: Register): readonly Municipality[] {
  return [...register.municipalities.values()]
}

/** The counties of today, in the order of their numbers. */
export function counties(register: Register): readonly County[] {
  return [...register.counties.values()]
}

/** The municipality that has this number today. */
export function municipality(register: Register, kommunenummer: string): Municipality | null {
  return register.municipalities.get(kommunenummer) ?? null
}

export function county(register: Register, fylkesnummer: string): County | null {
  return register.counties.get(fylkesnummer) ?? null
}

export function organisation(register: Register, id: OrganisationId): Organisation | null {
  return register.organisations.get(id) ?? null
}

/** A number that is no longer in use, with where it went; null for one in use and one never seen. */
export function formerMunicipality(register: Register, kommunenummer: string): FormerMunicipality | null {
  return register.formerMunicipalities.get(kommunenummer) ?? null
}

/** Every municipality of today that has a part of what this number was; the one that carries it on first. */
export function currentMunicipalities(register: Register, kommunenummer: string): readonly Municipality[] {
  const numbers = register.municipalities.has(kommunenummer)
    ? [kommunenummer]
    : (register.formerMunicipalities.get(kommunenummer)?.successors ?? [])
  return numbers.flatMap((number) => register.municipalities.get(number) ?? [])
}

/**
 * The municipality of today that this number leads to. Of one that was split (Tysfjord, Snillfjord) it is the part
 * that SSB's list carries it on in; ask `currentMunicipalities` to tell all of them.
 */
export function currentMunicipality(register: Register, kommunenummer: string): Municipality | null {
  return currentMunicipalities(register, kommunenummer)[0] ?? null
}

/** The counties of today that this number leads to: three for Viken (30). */
export function currentCounties(register: Register, fylkesnummer: string): readonly County[] {
  const numbers = register.counties.has(fylkesnummer)
    ? [fylkesnummer]
    : (register.formerCounties.get(fylkesnummer)?.successors ?? [])
  return numbers.flatMap((number) => register.counties.get(number) ?? [])
}
