import { type ThemeNode, themeTree } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Choice } from '#src/web/ui/fields.tsx'

/** Every theme for a list to choose from, those below moved in. */
export function themeChoices(language: Language): readonly Choice[] {
  const choicesOf = ({ theme, narrower }: ThemeNode, depth: number): readonly Choice[] => [
    { value: theme.id, text: `${'–\u00a0'.repeat(depth)}${theme.label[language]}` },
    ...narrower.flatMap((node) => choicesOf(node, depth + 1)),
  ]
  return themeTree().flatMap((node) => choicesOf(node, 0))
}
