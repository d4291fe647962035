import { z } from 'zod'

/** Theme ids are for ever: kebab-case Norwegian in ascii, the same in every language. */
export const ThemeId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** A CPV code as eForms writes it, without the check digit. */
export const CpvCode = z.string().regex(/^\d{8}$/)

/** What a search may ask for: a division (two digits), anything between, or a full code. */
export const CpvPrefix = z.string().regex(/^\d{2,8}$/)

export const NutsCode = z.string().regex(/^([A-Z]{2}[A-Z0-9]{0,3}|anyw|anyw-cou|anyw-eea)$/)

/** The two halves of the theme tree: what municipalities do, and how they buy. */
export const THEME_BRANCHES = ['service-area', 'procurement'] as const
export const ThemeBranch = z.enum(THEME_BRANCHES)
export type ThemeBranch = z.infer<typeof ThemeBranch>

/** Our lists of eForms codes. Several lists of eForms may share one of ours. */
export const CODE_LISTS = [
  'procedure-type',
  'notice-subtype',
  'form-type',
  'notice-type',
  'contract-nature',
  'award-criterion-type',
  'weight-unit',
  'strategic-procurement',
  'innovative-acquisition',
  'environmental-impact',
  'social-objective',
  'green-criteria',
  'accessibility',
  'buyer-legal-type',
  'main-activity',
  'framework-agreement',
  'dynamic-purchasing',
  'permission',
  'requirement',
  'winner-selection-status',
  'non-award-reason',
  'direct-award-justification',
  'change-reason',
  'modification-reason',
  'duration-unit',
  'duration',
  'yes-no',
  'eu-funds',
  'company-size',
  'organisation-role',
  'reserved-procurement',
  'received-submission',
  'selection-criterion',
  'exclusion-ground',
  'subcontracting',
  'withheld-reason',
  'withheld-field',
  'performance-condition',
  'missing-information',
  'lot-presentation',
  'clean-vehicle-contract',
  'vehicle-category',
  'vehicle-count',
  'transport-service',
  'criteria-source',
  'document-restriction',
  'document-status',
  'review',
  'eu-programme',
  'country',
  'language',
] as const
export const CodeList = z.enum(CODE_LISTS)
export type CodeList = z.infer<typeof CodeList>
