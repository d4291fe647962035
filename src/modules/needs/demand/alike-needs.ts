import type { Actor } from '#src/modules/identity/index.ts'
import type { Need } from '#src/modules/needs/need.ts'
import { announcedNeeds } from '#src/modules/needs/needs-repository.ts'
import { mayReadNeed } from '#src/modules/needs/policy.ts'
import type { Database } from '#src/platform/database.ts'

/** How alike two needs are, from 0 to 1. */
export type Likeness = (one: Need, other: Need) => number

export type AlikeNeed = {
  readonly need: Need
  readonly likeness: number
  readonly sharedThemes: readonly string[]
  readonly sameCpv: boolean
}

/** Below it two needs have so little in common that it is chance. */
const LEAST = 0.2
const MOST = 20

/** Announced needs of others that this reader may see, the most alike first; whether they belong together is for people. */
export async function alikeNeeds(
  db: Database,
  reader: Actor | null,
  { need, likeness = plainLikeness }: { readonly need: Need; readonly likeness?: Likeness },
): Promise<readonly AlikeNeed[]> {
  const others = (await announcedNeeds(db)).filter(
    (one) => one.id !== need.id && one.organisation !== need.organisation && mayReadNeed(reader, one),
  )
  return others
    .map((one) => ({ ...whyAlike(need, one), need: one, likeness: likeness(need, one) }))
    .filter((one) => one.likeness >= LEAST)
    .toSorted((a, b) => b.likeness - a.likeness || (a.need.id < b.need.id ? -1 : 1))
    .slice(0, MOST)
}

function whyAlike(one: Need, other: Need): Pick<AlikeNeed, 'sharedThemes' | 'sameCpv'> {
  return {
    sharedThemes: one.content.themes.filter((theme) => other.content.themes.includes(theme)),
    sameCpv: cpvLikeness(one.content.cpv, other.content.cpv) > 0,
  }
}

/** By theme, by CPV group and by the words themselves; the matching of groups looks deeper, and may be given instead. */
export const plainLikeness: Likeness = (one, other) => {
  const themes = shareOf(one.content.themes, other.content.themes)
  const cpv = cpvLikeness(one.content.cpv, other.content.cpv)
  const words = shareOf(wordsOf(one), wordsOf(other))
  return 0.5 * themes + 0.2 * cpv + 0.3 * Math.min(1, 2 * words)
}

/** The first four digits are the class, which says what sort of thing it is. */
function cpvLikeness(one: readonly string[], other: readonly string[]): number {
  return shareOf(
    one.map((code) => code.slice(0, 4)),
    other.map((code) => code.slice(0, 4)),
  )
}

/** How much of what the smaller one has that the other has too. */
function shareOf(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)]
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : a.intersection(b).size / smaller
}

/** Words long enough to mean something; the first letters stand for the forms of a word. */
function wordsOf({ content: { title, outcome, forWhom } }: Need): readonly string[] {
  const words = `${title} ${outcome} ${forWhom}`.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  return words.map((word) => word.slice(0, 7))
}
