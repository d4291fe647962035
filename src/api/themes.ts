import type { z } from 'zod'
import { THEME_BRANCHES } from '#src/modules/vocabulary/contract.ts'
import { narrowerThemes, type Theme, themes } from '#src/modules/vocabulary/index.ts'
import type { Language } from '#src/platform/language.ts'
import type { Addresses } from './addresses.ts'
import { endpoint } from './endpoint.ts'
import { oneOf } from './parameters.ts'
import { type ThemeAnswer, ThemesAnswer } from './theme-answer.ts'

export const listThemes = endpoint({
  id: 'themes',
  path: '/themes',
  tag: 'Themes',
  summary: 'All themes',
  description: 'The whole tree in one answer, as a list in which a theme comes after the one above it.',
  query: { branch: oneOf(THEME_BRANCHES).optional().describe('Only this half of the tree.') },
  answer: ThemesAnswer,
  reply: async ({ query, lang, addresses }) => {
    const chosen = themes().filter(({ branch }) => query.branch === undefined || branch === query.branch)
    return { body: { total: chosen.length, items: chosen.map((theme) => toAnswer(theme, lang, addresses)) } }
  },
})

function toAnswer(theme: Theme, lang: Language, addresses: Addresses): z.infer<typeof ThemeAnswer> {
  return {
    id: theme.id,
    label: theme.label[lang],
    labels: theme.label,
    alternatives: [...theme.alternatives[lang]],
    scope: theme.scope?.[lang] ?? null,
    branch: theme.branch,
    broader: theme.broader,
    narrower: narrowerThemes(theme.id).map(({ id }) => id),
    url: addresses.page('theme', theme.id),
  }
}
