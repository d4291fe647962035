import { z } from 'zod'
import { StepPhase } from '#src/modules/catalogue/contract.ts'

export const DocumentId = z.uuid().brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

export { ACCEPTED_EXTENSIONS, DOCUMENT_FORMATS, type DocumentFormat } from './format.ts'

/** 25 MB, as file managers count them. */
export const LARGEST_MEGABYTES = 25
export const LARGEST_BYTES = LARGEST_MEGABYTES * 1024 * 1024

/** What kind of document it is, in the order of a procurement. */
export const DOCUMENT_KINDS = [
  'needs-analysis',
  'strategy',
  'political-case',
  'dialogue-invitation',
  'dialogue-summary',
  'requirements',
  'tender-documents',
  'evaluation',
  'contract-template',
  'agreement',
  'benefit-plan',
  'report',
  'presentation',
  'guide',
  'picture',
  'other',
] as const
export const DocumentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof DocumentKind>

export const VISIBILITIES = ['organisation', 'public-employees', 'all'] as const
export const Visibility = z.enum(VISIBILITIES)
export type Visibility = z.infer<typeof Visibility>

/** Who has the exclusive right to it. */
export const RIGHTS_OWNERS = ['own', 'consultant', 'supplier', 'other', 'unknown'] as const
export const RightsOwner = z.enum(RIGHTS_OWNERS)
export type RightsOwner = z.infer<typeof RightsOwner>

export const LICENCES = ['cc-by-4.0', 'none'] as const
export const Licence = z.enum(LICENCES)
export type Licence = z.infer<typeof Licence>

export const DOCUMENT_LANGUAGES = ['nb', 'nn', 'se', 'en', 'other'] as const
export const DocumentLanguage = z.enum(DOCUMENT_LANGUAGES)
export type DocumentLanguage = z.infer<typeof DocumentLanguage>

/** What a document can belong to. */
export const SUBJECT_KINDS = ['case', 'draft', 'joint-procurement'] as const
export const SubjectKind = z.enum(SUBJECT_KINDS)
export type SubjectKind = z.infer<typeof SubjectKind>

export const Subject = z.object({ kind: SubjectKind, id: z.string().min(1).max(120) })
export type Subject = z.infer<typeof Subject>

/** What whoever uploads should look at again before others read. */
export const CONTENT_REMARKS = ['comments', 'trackedChanges', 'hiddenSheets', 'notes', 'location'] as const
export type ContentRemark = (typeof CONTENT_REMARKS)[number]

/** Why something is withdrawn. */
export const WITHDRAWAL_CAUSES = ['outdated', 'wrong', 'personal-data', 'secret', 'rights', 'other'] as const
export const WithdrawalCause = z.enum(WITHDRAWAL_CAUSES)
export type WithdrawalCause = z.infer<typeof WithdrawalCause>

/** Personal data, secrets and what belongs to somebody else are not only hidden: the content goes. */
const ERASING_CAUSES: ReadonlySet<WithdrawalCause> = new Set(['personal-data', 'secret', 'rights'])

export function erases(cause: WithdrawalCause): boolean {
  return ERASING_CAUSES.has(cause)
}

export const LONGEST = { title: 150, description: 2000, words: 300, note: 500, reason: 1000 } as const

const words = (longest: number, tooLong: string) =>
  z.string().transform(cleanText).pipe(z.string().max(longest, tooLong))

/** Nothing chosen is nothing said. */
const choice = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (given === '' ? null : given), value.nullable())

/** In the order of the form, so that what is wrong is told in that order too. */
const description = {
  title: words(LONGEST.title, 'title.long').pipe(z.string().min(3, 'title.short')),
  kind: z.enum(DOCUMENT_KINDS, { error: 'kind.missing' }),
  step: choice(StepPhase).default(null),
  theme: choice(z.string().regex(/^[a-z0-9-]{1,80}$/)).default(null),
  language: z.enum(DOCUMENT_LANGUAGES, { error: 'language.missing' }),
  description: words(LONGEST.description, 'description.long').default(''),
  rightsOwner: z.enum(RIGHTS_OWNERS, { error: 'rightsOwner.missing' }),
  rightsHolder: words(LONGEST.words, 'rightsHolder.long').default(''),
  permission: words(LONGEST.words, 'permission.long').default(''),
  licence: z.enum(LICENCES, { error: 'licence.missing' }),
  visibility: z.enum(VISIBILITIES, { error: 'visibility.missing' }),
}

/** What is said about a document; the messages are the ends of `document.error.` keys. */
export const DocumentDescription = z.object(description)
export type DocumentDescription = z.infer<typeof DocumentDescription>

/** Both are said anew with every upload. */
export const Declarations = z.object({
  noPersonalData: z.literal('ja', { error: 'noPersonalData.missing' }),
  noSecrets: z.literal('ja', { error: 'noSecrets.missing' }),
})

export const VersionNote = words(LONGEST.note, 'note.long')
export const WithdrawalForm = z.object({
  cause: z.enum(WITHDRAWAL_CAUSES, { error: 'cause.missing' }),
  reason: words(LONGEST.reason, 'reason.long').pipe(z.string().min(3, 'reason.short')),
})

const optional = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined)

/** What the bank is narrowed by; it comes from shared links, so a value that means nothing falls away. */
export const BankFilter = z.object({
  q: z.string().trim().max(200).catch(''),
  kind: optional(DocumentKind),
  step: optional(StepPhase),
  theme: optional(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  organisation: optional(z.uuid()),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
export type BankFilter = z.infer<typeof BankFilter>

/** Letters that steer the screen or cannot be seen have no place in what people read. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .trim()
}
