import type { Language, LocalisedText } from '#src/platform/language.ts'
import type { ThemeBranch } from './contract.ts'
import type { ThemesFile } from './data-schema.ts'
import { readData } from './read-data.ts'

/** A subject to browse by: a municipal service area or a procurement concept. */
export type Theme = {
  readonly id: string
  readonly branch: ThemeBranch
  /** The theme above; null for a top theme of its branch. */
  readonly broader: string | null
  readonly label: LocalisedText
  /** Other words people use for it, per language. */
  readonly alternatives: Readonly<Record<Language, readonly string[]>>
  /** What belongs here, in a sentence; every top theme has one. */
  readonly scope: LocalisedText | null
}

/** A theme with the themes below it, in the order they are shown. */
export type ThemeNode = { readonly theme: Theme; readonly narrower: readonly ThemeNode[] }

const THEMES: readonly Theme[] = readData<ThemesFile>('themes.json').themes.map(({ scope, ...theme }) => ({
  ...theme,
  scope: scope ?? null,
}))
const THEME_BY_ID = new Map(THEMES.map((theme) => [theme.id, theme]))
const NARROWER = Map.groupBy(THEMES, (theme) => theme.broader)
const TREE = toNodes(null)

/** Every theme, a theme always after the one above it. */
export function themes(): readonly Theme[] {
  return THEMES
}

/** The top themes with everything below them; only one branch when asked. */
export function themeTree(branch?: ThemeBranch): readonly ThemeNode[] {
  return branch ? TREE.filter((node) => node.theme.branch === branch) : TREE
}

export function theme(id: string): Theme | null {
  return THEME_BY_ID.get(id) ?? null
}

/** The name of a theme; an id we do not know is shown as it is. */
export function themeLabel(id: string, language: Language): string {
  return THEME_BY_ID.get(id)?.label[language] ?? id
}

/** The themes above, the nearest first. */
export function ancestors(id: string): readonly Theme[] {
  const above = THEME_BY_ID.get(THEME_BY_ID.get(id)?.broader ?? '')
  return above ? [above, ...ancestors(above.id)] : []
}

/** The ids of the theme and of those above it: what it is about, however widely one asks. An unknown id stands alone. */
export function withAncestors(id: string): readonly string[] {
  return [id, ...ancestors(id).map((above) => above.id)]
}

/** The themes below at every depth, each before its own narrower ones. */
export function descendants(id: string): readonly Theme[] {
  return narrowerThemes(id).flatMap((narrower) => [narrower, ...descendants(narrower.id)])
}

/** The themes directly below. */
export function narrowerThemes(id: string): readonly Theme[] {
  return NARROWER.get(id) ?? []
}

function toNodes(broader: string | null): readonly ThemeNode[] {
  return (NARROWER.get(broader) ?? []).map((theme) => ({ theme, narrower: toNodes(theme.id) }))
}
