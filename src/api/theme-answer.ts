import { z } from 'zod'
import { named } from './components.ts'

const ThemeCounts = named(
  'ThemeCounts',
  z.strictObject({
    own: z.int().describe('Those that are about the theme itself.'),
    all: z.int().describe('With those that are about something narrower.'),
  }),
)

export const ThemeAnswer = named(
  'Theme',
  z.strictObject({
    id: z.string().describe('For ever, the same in every language.'),
    label: z.string().describe('In `lang`.'),
    labels: z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() }),
    alternatives: z.array(z.string()).describe('Other words for it, in `lang`.'),
    scope: z.string().nullable().describe('What belongs here, in `lang`.'),
    branch: z.enum(['service-area', 'procurement']).describe('What municipalities do, or how they buy.'),
    broader: z.string().nullable().describe('The theme above; where it belongs most when there are several.'),
    narrower: z.array(z.string()).describe('Those directly below, at the level that was asked for.'),
    cases: ThemeCounts.describe('Cases that have been given the theme, or whose title or summary names it.'),
    notices: ThemeCounts.describe('Notices whose title or description names it.'),
    url: z.url().describe('The page for people. In bokmål it is also the name of the concept in SKOS.'),
    self: z.url().describe('The theme with all its words in this API.'),
  }),
)

export const ThemesAnswer = named(
  'Themes',
  z.strictObject({
    total: z.int(),
    items: z.array(ThemeAnswer).describe('A theme comes after the one above it.'),
  }),
)

const Names = z.strictObject({
  preferred: z.string(),
  alternatives: z.array(z.string()).describe('Other words people use.'),
})

export const ThemeDetails = named(
  'ThemeDetails',
  ThemeAnswer.extend({
    level: z
      .enum(['theme', 'concept'])
      .describe('`theme`: cases can be given it. `concept`: something narrower.'),
    names: z.strictObject({ nb: Names, nn: Names, en: Names }),
    allBroader: z.array(z.string()).describe('All directly above, the one where it belongs most first.'),
    related: z.array(z.string()).describe('Neither above nor below, but one may well have meant it.'),
  }),
)
