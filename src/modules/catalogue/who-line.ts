import type { Party, PartyRole } from './contract.ts'
import { PARTY_ROLES } from './contract.ts'

/** One name of the line; `role` is null where it goes without saying. */
export type WhoItem = {
  readonly name: string
  readonly role: PartyRole | null
  readonly count: number | null
}

/** «Kristiansand (vertskommune), 20 andre kommuner i Agder, 9 med opsjon», with the words left to the reader's language. */
export type WhoLine = {
  readonly items: readonly WhoItem[]
  /** How many contracting authorities there was no room for. */
  readonly more: number
  /** How many follow without a right to buy. */
  readonly followers: number
}

/** Who stands behind a case, those who lead first, in at most `limit` names. */
export function whoLine(parties: readonly Party[], limit = 4): WhoLine {
  const [followers, buyers] = partition(parties, (party) => party.role === 'follower')
  const ordered = buyers.toSorted(
    (one, other) => PARTY_ROLES.indexOf(one.role) - PARTY_ROLES.indexOf(other.role),
  )
  const shown = ordered.length <= limit ? ordered : ordered.slice(0, limit)
  return {
    items: shown.map((party) => toItem(party, buyers.length === 1)),
    more: headcount(ordered.slice(shown.length)),
    followers: headcount(followers),
  }
}

function toItem({ name, role, count }: Party, alone: boolean): WhoItem {
  const obvious = role === 'participant' || (alone && role === 'lead')
  return { name, role: obvious ? null : role, count: count ?? null }
}

function headcount(parties: readonly Party[]): number {
  return parties.reduce((total, party) => total + (party.count ?? 1), 0)
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
