import { z } from 'zod'
import { named } from './components.ts'

export const ThemeAnswer = named(
  'Theme',
  z.strictObject({
    id: z.string().describe('For ever, the same in every language.'),
    label: z.string().describe('In `lang`.'),
    labels: z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() }),
    alternatives: z.array(z.string()).describe('Other words for it, in `lang`.'),
    scope: z.string().nullable().describe('What belongs here, in `lang`.'),
    branch: z.enum(['service-area', 'procurement']).describe('What municipalities do, or how they buy.'),
    broader: z.string().nullable().describe('The theme above.'),
    narrower: z.array(z.string()).describe('The themes directly below.'),
    url: z.url().describe('The page for people.'),
  }),
)

export const ThemesAnswer = named(
  'Themes',
  z.strictObject({
    total: z.int(),
    items: z.array(ThemeAnswer).describe('A theme comes after the one above it.'),
  }),
)
