import { ancestors, cpvTheme, nearestCpv, theme, withAncestors } from '#src/modules/vocabulary/index.ts'
import type { RadarItem } from './radar-item.ts'

/** What is bought, as far as it takes to see that two buy the same. */
export type What =
  | { readonly kind: 'cpv'; readonly code: string }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'unknown' }

type Told = Pick<RadarItem, 'cpv' | 'themes'>

/** Four digits of CPV are a class: finer, and two who buy the same have written different codes. */
const CLASS_DIGITS = 4

/**
 * The class of its main CPV code, or the group or division above it where we have no words for the class; the first theme
 * where there is no code.
 */
export function whatOf({ cpv, themes }: Told): What {
  const known = nearestCpv((cpv[0] ?? '').slice(0, CLASS_DIGITS))
  if (known) return { kind: 'cpv', code: known.code }
  const told = themes.find((id) => theme(id) !== null)
  return told ? { kind: 'theme', theme: told } : { kind: 'unknown' }
}

export function whatKey(what: What): string {
  switch (what.kind) {
    case 'cpv':
      return what.code
    case 'theme':
      return what.theme
    case 'unknown':
      return 'unknown'
  }
}

/** The most exact code that has words and covers all of these; two that write the same are called by it. */
export function commonCode(code: string, items: readonly Told[]): string {
  const exact = new Set(items.map(({ cpv }) => nearestCpv(cpv[0] ?? '')?.code))
  const [only] = exact
  return exact.size === 1 && only !== undefined ? only : code
}

/** The themes a thing belongs to, by what is told, or else by its code; with those above them. */
export function themesOf({ cpv, themes }: Told): ReadonlySet<string> {
  const byCode = cpvTheme(cpv[0] ?? '')
  const told = themes.length > 0 ? themes : byCode === null ? [] : [byCode]
  return new Set(told.flatMap(withAncestors))
}

/** The theme at the top of those it belongs to, so that everything stands in one place; null where nothing is told. */
export function topThemeOf({ cpv, themes }: Told): string | null {
  const id = themes.find((one) => theme(one)?.branch === 'service-area') ?? cpvTheme(cpv[0] ?? '')
  return id === null ? null : (ancestors(id).at(-1)?.id ?? id)
}
