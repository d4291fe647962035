import { cleanOrganisasjonsnummer } from './organisasjonsnummer.ts'
import type { Organisation } from './organisation.ts'
import { nameKey, splitPlace } from './organisation-name.ts'
import { type PublicName, readPublicNames } from './public-name.ts'
import { currentCounties, currentMunicipality, type MunicipalityName, type Register } from './register.ts'

/** What is known of an organisation somewhere else, as it is written there. */
export type OrganisationDescription = {
  readonly organisasjonsnummer?: string | null | undefined
  readonly name?: string | null | undefined
  /** Alone it is the municipality; beside a name it only tells those of the same name apart. */
  readonly kommunenummer?: string | null | undefined
  readonly fylkesnummer?: string | null | undefined
  /** When it was written: «Nes kommune» of 2025 cannot be the Nes that became Nesbyen in 2020. */
  readonly year?: number | null | undefined
}

/**
 * The public body that is described, by its number before its name; null when nobody, or more than one, fits.
 *
 * A wrong buyer is worse than a missing one. So a name that several municipalities have or have had (Våler, Herøy,
 * Bø, Sande) needs a place, a number or a year beside it, a company that bears a municipality's name is not the
 * municipality, and a number of somebody unknown to us only lets a name that says «kommune» through: agencies have
 * numbers of their own, but so have firms called Sande.
 */
export function findOrganisation(
  register: Register,
  described: OrganisationDescription,
): Organisation | null {
  const number = cleanOrganisasjonsnummer(described.organisasjonsnummer ?? '')
  if (number.valid && number.number) {
    const known = register.byNumber.get(number.number)
    if (known) return register.organisations.get(known) ?? null
  }
  if (described.name?.trim()) {
    return findByName(register, described.name, { ...described, numberIsUnknown: number.valid })
  }
  const kommunenummer = described.kommunenummer?.trim()
  const found = kommunenummer ? currentMunicipality(register, kommunenummer) : null
  return found ? (register.organisations.get(found.organisation) ?? null) : null
}

type Beside = OrganisationDescription & { readonly numberIsUnknown: boolean }

function findByName(register: Register, name: string, beside: Beside): Organisation | null {
  const found = new Set<Organisation | null>()
  for (const reading of readPublicNames(name)) {
    if (reading.level === 'either' && beside.numberIsUnknown) continue
    const one = findPublic(register, reading, beside)
    if (one || !reading.isParallel) found.add(one)
  }
  const [only] = found
  if (found.size === 1 && only) return only
  return found.size > 1 ? null : findOther(register, name, beside)
}

function findPublic(register: Register, reading: PublicName, beside: Beside): Organisation | null {
  if (reading.level !== 'county') {
    const unmistakable = register.municipalityNames.get(nameKey(reading.full))
    const names = unmistakable ?? register.municipalityNames.get(nameKey(reading.name)) ?? []
    const place = unmistakable ? null : reading.place
    if (names.length > 0) return findMunicipality(register, names, { ...reading, place }, beside)
    if (reading.level === 'municipality') return null
  }
  if (reading.level === 'either' && reading.place !== null) return null
  const county = register.countyNames.get(nameKey(reading.name))
  return county ? (register.organisations.get(county.organisation) ?? null) : null
}

function findMunicipality(
  register: Register,
  names: readonly MunicipalityName[],
  reading: PublicName,
  beside: Beside,
): Organisation | null {
  const counties =
    reading.place === null ? null : register.countyNames.get(nameKey(reading.place))?.fylkesnumre
  // A unit in brackets is no place; a place we do not know could be anywhere.
  if (counties === undefined && reading.level === 'either') return null
  const year = beside.year
  const possible = names
    .filter((one) => !counties || counties.includes(one.kommunenummer.slice(0, 2)))
    .filter((one) => !year || one.lastYear === null || year <= one.lastYear)
  const told = possible.length > 1 ? possible.filter((one) => fitsNumbers(register, one, beside)) : possible
  const today = new Set((told.length > 0 ? told : possible).map((one) => one.today))
  const [only] = today
  const found = today.size === 1 && only ? register.municipalities.get(only) : undefined
  return found ? (register.organisations.get(found.organisation) ?? null) : null
}

function fitsNumbers(register: Register, one: MunicipalityName, beside: Beside): boolean {
  if (beside.kommunenummer) {
    return one.today === currentMunicipality(register, beside.kommunenummer.trim())?.kommunenummer
  }
  if (!beside.fylkesnummer) return true
  const counties = currentCounties(register, beside.fylkesnummer.trim()).map((county) => county.fylkesnummer)
  return one.today !== null && counties.includes(one.today.slice(0, 2))
}

function findOther(register: Register, name: string, beside: Beside): Organisation | null {
  const ids =
    register.otherNames.get(nameKey(name)) ?? register.otherNames.get(nameKey(splitPlace(name).name)) ?? []
  const fitting = ids
    .flatMap((id) => register.organisations.get(id) ?? [])
    .filter((one) => !(beside.numberIsUnknown && one.organisasjonsnummer))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
