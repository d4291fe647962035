import { likeness } from './likeness.ts'
import { dayOfMonth, type PreparedNeed } from './prepare-needs.ts'
import { LEAST_LIKENESS, type Weights } from './weights.ts'

/** How well some needs go together as one group. */
export type GroupRating = {
  /** From 0 to 1: how alike they are on average, less what is taken off. */
  readonly figure: number
  /** How alike they are on average, two and two. */
  readonly alike: number
  /** Who should lead, by the id of its need; null when all want to follow. */
  readonly lead: string | null
  /** So many more than a lead of that size is thought to carry. */
  readonly beyondCapacity: number
  /** The months that all can buy in, each by its first day; without one there is no group. */
  readonly window: { readonly from: string; readonly until: string } | null
}

/** Nobody buys for a group that nobody leads, and the more there are the less it happens by itself. */
const NOBODY_LEADS = 0.4
const EACH_WITHOUT_LEAD = 0.02
/** Those who are many behind a small lead get there more slowly, but they get there. */
const EACH_BEYOND_CAPACITY = 0.01
const MOST_BEYOND_CAPACITY = 0.1

/** How many others a municipality is thought to carry, by its inhabitants; our assumption. */
const CAPACITIES = [
  { inhabitants: 20_000, others: 30 },
  { inhabitants: 5_000, others: 14 },
  { inhabitants: 0, others: 7 },
] as const

/** Rates a group as it is, with the lead that is asked for where it is one of them. */
export function rateGroup(
  members: readonly PreparedNeed[],
  weights: Weights,
  asked: string | null = null,
): GroupRating {
  const lead = members.find(({ need }) => need.id === asked) ?? chooseLead(members)
  const alike = averageLikeness(members, weights)
  const window = sharedWindow(members)
  const beyondCapacity = lead ? Math.max(0, members.length - 1 - capacityOf(lead)) : 0
  const off = weights.leading === 0 ? 0 : takenOff(members.length, lead, beyondCapacity)
  const figure = window ? Math.max(0, alike - off) : 0
  return { figure, alike, lead: lead?.need.id ?? null, beyondCapacity, window }
}

export function isGood({ figure }: Pick<GroupRating, 'figure'>): boolean {
  return figure >= LEAST_LIKENESS
}

/** One who wants to before one who would, then the one with most people to do it with. */
export function chooseLead(members: readonly PreparedNeed[]): PreparedNeed | null {
  const willing = members.filter(({ need }) => need.wishes !== 'follow')
  const [first] = willing.toSorted(
    (one, other) =>
      Number(other.need.wishes === 'lead') - Number(one.need.wishes === 'lead') ||
      other.size - one.size ||
      (one.need.id < other.need.id ? -1 : 1),
  )
  return first ?? null
}

export function capacityOf({ need }: PreparedNeed): number {
  const { population } = need.municipality
  return CAPACITIES.find(({ inhabitants }) => population >= inhabitants)?.others ?? 0
}

function takenOff(count: number, lead: PreparedNeed | null, beyond: number): number {
  if (!lead) return NOBODY_LEADS + EACH_WITHOUT_LEAD * count
  return Math.min(MOST_BEYOND_CAPACITY, beyond * EACH_BEYOND_CAPACITY)
}

function sharedWindow(members: readonly PreparedNeed[]): GroupRating['window'] {
  const from = Math.max(...members.map((one) => one.from))
  const until = Math.min(...members.map((one) => one.until))
  return from <= until ? { from: dayOfMonth(from), until: dayOfMonth(until) } : null
}

/** Pairs that something keeps apart count as nothing. */
function averageLikeness(members: readonly PreparedNeed[], weights: Weights): number {
  let sum = 0
  for (const [at, one] of members.entries())
    for (const other of members.slice(at + 1)) sum += likeness(one, other, weights).figure
  const pairs = (members.length * (members.length - 1)) / 2
  return pairs === 0 ? 0 : sum / pairs
}
