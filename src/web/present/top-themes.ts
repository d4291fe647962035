import { themeTree } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import { address } from '#src/web/paths.ts'

export type ThemeLink = { readonly id: string; readonly label: string; readonly href: string }

/** The service areas one begins with. */
export function topThemes(language: Language): readonly ThemeLink[] {
  return themeTree('service-area').map(({ theme }) => ({
    id: theme.id,
    label: theme.label[language],
    href: address(language, 'theme', { id: theme.id }),
  }))
}
