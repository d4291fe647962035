import type { OrganisationId } from './contract.ts'
import type { County, FormerCounty, FormerMunicipality, Municipality } from './municipality.ts'
import type { Organisation, OtherName } from './organisation.ts'
import { nameKey, splitPlace } from './organisation-name.ts'
import { readPublicNames } from './public-name.ts'
import type { CountyName, MunicipalityName, Register } from './register.ts'

type Organisations = ReadonlyMap<OrganisationId, Organisation>

/** «Storfjord - Omasvuotna - Omasvuono» is three names. */
function parallelNames(name: string): readonly string[] {
  return name.split(/\s+[-–]\s+/)
}

/** The name without the word for municipality or county, in whichever language: «Unjárgga gielda» is «Unjárgga». */
function bareNames(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, ...readPublicNames(name).map((reading) => reading.name)])
}

export function indexMunicipalityNames(
  municipalities: ReadonlyMap<string, Municipality>,
  former: ReadonlyMap<string, FormerMunicipality>,
  organisations: Organisations,
): Register['municipalityNames'] {
  const index = new Map<string, MunicipalityName[]>()
  const add = (name: string, entry: MunicipalityName) => {
    const key = nameKey(name)
    const there = index.get(key) ?? []
    if (!there.some((one) => one.kommunenummer === entry.kommunenummer)) index.set(key, [...there, entry])
  }
  for (const one of municipalities.values()) {
    const entry = { kommunenummer: one.kommunenummer, today: one.kommunenummer, lastYear: null }
    const official = organisations.get(one.organisation)?.name ?? one.name
    const others = one.otherNames.filter((other) => other.kind !== 'short').map((other) => other.name)
    for (const name of [one.name, ...bareNames([official, ...others])]) add(name, entry)
    for (const other of one.otherNames) add(other.name, entry)
  }
  for (const one of former.values()) {
    const today = carriedOnBy(one, municipalities)
    const entry = { kommunenummer: one.kommunenummer, today, lastYear: one.lastYear }
    for (const name of parallelNames(splitPlace(one.name).name)) add(name, entry)
  }
  return index
}

/** Of one that was split, the part that kept the name: Ålesund of 2023 is Ålesund, but Tysfjord is nobody. */
function carriedOnBy(
  one: FormerMunicipality,
  municipalities: ReadonlyMap<string, Municipality>,
): string | null {
  const [first, ...more] = one.successors
  if (first === undefined) return null
  if (more.length === 0) return first
  return one.successors.find((number) => municipalities.get(number)?.name === one.name) ?? null
}

export function indexCountyNames(
  counties: ReadonlyMap<string, County>,
  former: ReadonlyMap<string, FormerCounty>,
  organisations: Organisations,
): Register['countyNames'] {
  const index = new Map<string, CountyName>()
  for (const one of counties.values()) {
    for (const name of [one.name, ...one.otherNames.map((other) => other.name)]) {
      index.set(nameKey(name), { organisation: one.organisation, fylkesnumre: [one.fylkesnummer] })
    }
  }
  for (const one of former.values()) {
    const key = nameKey(one.name)
    const organisation = index.get(key)?.organisation ?? formerCountyBody(one, counties, organisations)
    if (!organisation) continue
    const fylkesnumre = [...(index.get(key)?.fylkesnumre ?? []), one.fylkesnummer, ...one.successors]
    index.set(key, { organisation, fylkesnumre: [...new Set(fylkesnumre)] })
  }
  return index
}

/** The county that took it over, or the body of a county that was divided again (Viken). */
function formerCountyBody(
  one: FormerCounty,
  counties: ReadonlyMap<string, County>,
  organisations: Organisations,
): OrganisationId | undefined {
  const [first, ...more] = one.successors
  if (first !== undefined && more.length === 0) return counties.get(first)?.organisation
  const key = nameKey(`${one.name} fylkeskommune`)
  return [...organisations.values()].find((body) => body.kind === 'county' && nameKey(body.name) === key)?.id
}

export function indexOtherNames(
  organisations: Organisations,
  names: ReadonlyMap<string, readonly OtherName[]>,
): Register['otherNames'] {
  const index = new Map<string, OrganisationId[]>()
  for (const one of organisations.values()) {
    if (one.kind === 'municipality' || one.kind === 'county') continue
    const known = [
      one.name,
      splitPlace(one.name).name,
      ...(names.get(one.id) ?? []).map((other) => other.name),
    ]
    for (const key of new Set(known.map(nameKey))) index.set(key, [...(index.get(key) ?? []), one.id])
  }
  return index
}
