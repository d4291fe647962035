import { z } from 'zod'
import { NutsCode, ThemeBranch, ThemeId } from './contract.ts'

const Text = z.string().trim().min(1)
const LocalisedText = z.strictObject({ nb: Text, nn: Text, en: Text })
const LocalisedTexts = z.strictObject({ nb: z.array(Text), nn: z.array(Text), en: z.array(Text) })

/** The form of `themes.json`. A theme without `broader` is a top theme of its branch. */
export const ThemesFile = z.strictObject({
  source: Text,
  themes: z.array(
    z.strictObject({
      id: ThemeId,
      branch: ThemeBranch,
      broader: ThemeId.nullable(),
      label: LocalisedText,
      alternatives: LocalisedTexts,
      scope: LocalisedText.optional(),
    }),
  ),
})
export type ThemesFile = z.infer<typeof ThemesFile>

/** The form of `cpv.json`: a code is written without its closing zeros, at least two digits. */
export const CpvFile = z.strictObject({
  source: Text,
  codes: z.record(z.string().regex(/^\d(\d|\d+[1-9])$/), LocalisedText),
})
export type CpvFile = z.infer<typeof CpvFile>

/** The form of `cpv-themes.json`: the beginning of a code, and the theme it mostly belongs to. */
export const CpvThemesFile = z.strictObject({
  source: Text,
  themes: z.record(z.string().regex(/^\d(\d|\d+[1-9])$/), ThemeId),
})
export type CpvThemesFile = z.infer<typeof CpvThemesFile>

/** The form of `nuts.json`. `fylkesnummer` is null where today has no single county for the region. */
export const NutsFile = z.strictObject({
  source: Text,
  regions: z.array(
    z.strictObject({
      code: NutsCode,
      label: LocalisedText,
      fylkesnummer: z
        .string()
        .regex(/^\d{2}$/)
        .nullable(),
    }),
  ),
})
export type NutsFile = z.infer<typeof NutsFile>

/** The form of `code-lists.json`: list, code, words. */
export const CodeListsFile = z.strictObject({
  source: Text,
  lists: z.record(Text, z.strictObject({ eforms: z.array(Text), codes: z.record(Text, LocalisedText) })),
})
export type CodeListsFile = z.infer<typeof CodeListsFile>

const Labels = z.strictObject({ preferred: Text, alternatives: z.array(Text) })

/** The form of the files under `data/thesaurus`. A concept without `broader` is a top theme. */
export const ThesaurusFile = z.strictObject({
  source: Text,
  concepts: z.array(
    z.strictObject({
      id: ThemeId,
      broader: z.array(ThemeId),
      nb: Labels,
      nn: Labels,
      en: Labels,
      related: z.array(ThemeId).min(1).optional(),
    }),
  ),
})
export type ThesaurusFile = z.infer<typeof ThesaurusFile>
