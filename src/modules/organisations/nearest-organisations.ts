import { distance } from 'fastest-levenshtein'
import type { OrganisationId } from './contract.ts'
import { cleanOrganisasjonsnummer } from './organisasjonsnummer.ts'
import type { Organisation } from './organisation.ts'
import { nameKey } from './organisation-name.ts'
import { readPublicNames } from './public-name.ts'
import type { Register } from './register.ts'

export type NearOrganisation = {
  readonly organisation: Organisation
  /** From 0 to 1. */
  readonly likeness: number
  /** The name is nearly its name, or the number is nearly its number. */
  readonly by: 'name' | 'number'
}

export type WrittenOrganisation = { readonly name: string; readonly number: string | null }

const LEAST = 0.7
/** A known name inside a longer text: «Karmøy kommune teknisk etat» is more Karmøy than anybody else. */
const CONTAINED = 0.8
const SHORTEST_CONTAINED = 4

/**
 * The public organisations that somebody may have meant, the likest first: for a person to choose from, never to be
 * taken by itself.
 */
export function nearestOrganisations(
  register: Register,
  { name, number }: WrittenOrganisation,
  limit = 3,
): readonly NearOrganisation[] {
  const likest = new Map<OrganisationId, Omit<NearOrganisation, 'organisation'>>()
  const note = (id: OrganisationId, near: Omit<NearOrganisation, 'organisation'>) => {
    if (near.likeness >= LEAST && near.likeness > (likest.get(id)?.likeness ?? 0)) likest.set(id, near)
  }
  for (const id of nearNumbers(register, number)) note(id, { likeness: 0.95, by: 'number' })
  const keys = writtenKeys(name)
  for (const [known, ids] of namesOf(register)) {
    const likeness = Math.max(0, ...keys.map((key) => likenessOf(key, known)))
    for (const id of ids) note(id, { likeness, by: 'name' })
  }
  return [...likest]
    .flatMap(([id, near]) => {
      const organisation = register.organisations.get(id)
      return organisation ? [{ organisation, ...near }] : []
    })
    .toSorted((a, b) => b.likeness - a.likeness || (a.organisation.name < b.organisation.name ? -1 : 1))
    .slice(0, limit)
}

/** The municipalities of today that have or have had this name; several where it is theirs together. */
export function namesakes(register: Register, name: string): readonly Organisation[] {
  const numbers = readPublicNames(name).flatMap((reading) =>
    (
      register.municipalityNames.get(nameKey(reading.full)) ??
      register.municipalityNames.get(nameKey(reading.name)) ??
      []
    ).flatMap(({ today }) => today ?? []),
  )
  return [...new Set(numbers)].flatMap((number) => {
    const id = register.municipalities.get(number)?.organisation
    return (id && register.organisations.get(id)) ?? []
  })
}

/** How alike two names are as they are compared, from 0 to 1. */
export function nameLikeness(one: string, other: string): number {
  return likenessOf(nameKey(one), nameKey(other))
}

function likenessOf(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  if (longest === 0) return 0
  // So different in length that they cannot be alike: no need to count the letters.
  const alike = Math.min(one.length, other.length) / longest < LEAST ? 0 : 1 - distance(one, other) / longest
  const contained = other.length >= SHORTEST_CONTAINED && ` ${one} `.includes(` ${other} `) ? CONTAINED : 0
  return Math.max(alike, contained)
}

function writtenKeys(name: string): readonly string[] {
  const keys = [name, ...readPublicNames(name).map((reading) => reading.name)].map(nameKey)
  return [...new Set(keys)].filter((key) => key !== '')
}

const collected = new WeakMap<Register, ReadonlyMap<string, readonly OrganisationId[]>>()

/** Every name of the register with whose it is. */
function namesOf(register: Register): ReadonlyMap<string, readonly OrganisationId[]> {
  const known = collected.get(register)
  if (known) return known
  const names = new Map<string, OrganisationId[]>()
  const add = (name: string, id: OrganisationId | undefined) => {
    if (id && !names.get(name)?.includes(id)) names.set(name, [...(names.get(name) ?? []), id])
  }
  for (const [name, entries] of register.municipalityNames)
    for (const { today } of entries) add(name, register.municipalities.get(today ?? '')?.organisation)
  for (const [name, county] of register.countyNames) add(name, county.organisation)
  for (const [name, ids] of register.otherNames) for (const id of ids) add(name, id)
  collected.set(register, names)
  return names
}

/** Whose number differs in one digit, or has two that have changed places. */
function nearNumbers(register: Register, written: string | null): readonly OrganisationId[] {
  const digits = (written ?? '').replace(/\D/g, '')
  if (digits.length < 8 || digits.length > 10 || cleanOrganisasjonsnummer(written ?? '').valid) return []
  return [...register.byNumber].flatMap(([number, id]) =>
    distance(digits, number) <= 1 || areTurned(digits, number) ? [id] : [],
  )
}

function areTurned(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = [...one].findIndex((digit, place) => digit !== other[place])
  const turned = `${one.slice(0, at)}${one[at + 1] ?? ''}${one[at] ?? ''}${one.slice(at + 2)}`
  return at >= 0 && turned === other
}
