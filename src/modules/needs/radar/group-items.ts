import { compareNames } from '#src/platform/compare-names.ts'
import type { RadarItem } from './radar-item.ts'
import type { RadarParty } from './radar-party.ts'
import { commonCode, topThemeOf, type What, whatKey, whatOf } from './what.ts'

/** Everything of the circle that is the same purchase, as far as the codes tell. */
export type RadarGroup = {
  readonly key: string
  readonly what: What
  /** The theme at the top that most of it belongs to. */
  readonly theme: string | null
  /** By day; what says no day comes last. */
  readonly items: readonly RadarItem[]
  /** Each once, by name; the own municipality is not among them. */
  readonly others: readonly RadarParty[]
  readonly isOwn: boolean
  readonly years: readonly number[]
}

/** Each item in one group: first those that the own municipality shares, and among these those that most do. */
export function groupItems(items: readonly RadarItem[], own: string | null): readonly RadarGroup[] {
  const groups = Map.groupBy(items, (item) => whatKey(whatOf(item)))
  return [...groups].map(([key, members]) => toGroup(key, members, own)).toSorted(inOrder)
}

function toGroup(key: string, members: readonly RadarItem[], own: string | null): RadarGroup {
  const parties = new Map(members.flatMap(({ who }) => who).map((one) => [one.key, one]))
  const [first] = members
  const what = first ? whatOf(first) : ({ kind: 'unknown' } as const)
  return {
    key,
    what: what.kind === 'cpv' ? { kind: 'cpv', code: commonCode(what.code, members) } : what,
    theme: commonest(members.map(topThemeOf)),
    items: members.toSorted(byDay),
    others: [...parties.values()]
      .filter((one) => one.key !== own)
      .toSorted((one, other) => compareNames(one.name, other.name)),
    isOwn: own !== null && parties.has(own),
    years: [...new Set(members.flatMap(({ on }) => (on === null ? [] : Number(on.slice(0, 4)))))].toSorted(
      (one, other) => one - other,
    ),
  }
}

function inOrder(one: RadarGroup, other: RadarGroup): number {
  return (
    Number(one.key === 'unknown') - Number(other.key === 'unknown') ||
    Number(isShared(other)) - Number(isShared(one)) ||
    sizeOf(other) - sizeOf(one) ||
    firstDay(one).localeCompare(firstDay(other)) ||
    one.key.localeCompare(other.key)
  )
}

/** The own municipality and others: what one can do together now. */
function isShared({ others, isOwn }: RadarGroup): boolean {
  return isOwn && others.length > 0
}

function sizeOf({ others, isOwn }: RadarGroup): number {
  return others.length + Number(isOwn)
}

function firstDay({ items }: RadarGroup): string {
  return items[0]?.on ?? LAST
}

const LAST = '9999'

function byDay(one: RadarItem, other: RadarItem): number {
  return (one.on ?? LAST).localeCompare(other.on ?? LAST) || one.key.localeCompare(other.key)
}

/** The first of those that come most often. */
function commonest(values: readonly (string | null)[]): string | null {
  const counted = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({
    value,
    count: all.length,
  }))
  return counted.toSorted((one, other) => other.count - one.count)[0]?.value ?? null
}
