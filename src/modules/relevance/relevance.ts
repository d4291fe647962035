import type { LikenessReason } from '#src/modules/organisations/index.ts'
import { withAncestors } from '#src/modules/vocabulary/index.ts'

/** What is known of those for whom something may be of use. */
export type Profile = {
  /** Null for one that is no municipality. */
  readonly kommunenummer: string | null
  readonly fylkesnummer: string | null
  /** The municipalities that are most like it, by number, each with the first thing they have in common. */
  readonly like: ReadonlyMap<string, LikenessReason['kind']>
  /** Themes of what the organisation writes, has shared or takes into use. */
  readonly themes: ReadonlySet<string>
  /** Cases they take into use already, which are no news to them. */
  readonly taken: ReadonlySet<string>
}

/** What may be of use, by what it is about and whose it is. */
export type Thing = {
  readonly themes: readonly string[]
  /** Numbers of today. */
  readonly municipalities: readonly string[]
  readonly counties: readonly string[]
}

/** Why something is of use, with what a sentence needs. */
export type Why =
  | { readonly kind: 'followed' | 'ownTheme'; readonly theme: string }
  | { readonly kind: LikenessReason['kind']; readonly kommunenummer: string }
  | { readonly kind: 'county' }

export type Relevance = {
  readonly score: number
  /** The weightiest reason; null when there is none. */
  readonly why: Why | null
}

/**
 * What each reason is worth. A theme somebody follows goes before one the organisation works with, and that before
 * being alike; to lie in the same county is alone too little to be told of.
 */
export const WORTH = { followed: 4, ownTheme: 3, like: 2, county: 1 } as const
/** From here on it is of use. */
export const RELEVANT = WORTH.like

/** How much something is of use to them, and why: each kind of reason counts once. */
export function relevanceOf(
  profile: Profile,
  followed: ReadonlySet<string>,
  { themes, municipalities, counties }: Thing,
): Relevance {
  const about = [...new Set(themes.flatMap(withAncestors))]
  const followedTheme = about.find((id) => followed.has(id))
  const ownTheme = about.find((id) => profile.themes.has(id))
  const alike = municipalities.find((number) => profile.like.has(number))
  const how = alike === undefined ? undefined : profile.like.get(alike)
  const isNear = profile.fylkesnummer !== null && counties.includes(profile.fylkesnummer)
  const found: readonly (readonly [number, Why])[] = [
    ...(followedTheme ? [[WORTH.followed, { kind: 'followed', theme: followedTheme }] as const] : []),
    ...(ownTheme ? [[WORTH.ownTheme, { kind: 'ownTheme', theme: ownTheme }] as const] : []),
    ...(alike && how ? [[WORTH.like, { kind: how, kommunenummer: alike }] as const] : []),
    ...(isNear ? [[WORTH.county, { kind: 'county' }] as const] : []),
  ]
  return { score: found.reduce((sum, [worth]) => sum + worth, 0), why: found[0]?.[1] ?? null }
}
