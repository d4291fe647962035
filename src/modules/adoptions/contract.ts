import { z } from 'zod'

export const AdoptionId = z.uuid().brand<'AdoptionId'>()
export type AdoptionId = z.infer<typeof AdoptionId>

/** How far one has come with what another has told of; the words are `adoptions.status.<status>`. */
export const ADOPTION_STATUSES = [
  'considering',
  'planning',
  'procuring',
  'in-use',
  'replaced',
  'abandoned',
] as const
export const AdoptionStatus = z.enum(ADOPTION_STATUSES)
export type AdoptionStatus = z.infer<typeof AdoptionStatus>

/** Who may see it before it is in use. */
export const ADOPTION_AUDIENCES = ['own', 'public-employees', 'all'] as const
export const AdoptionAudience = z.enum(ADOPTION_AUDIENCES)
export type AdoptionAudience = z.infer<typeof AdoptionAudience>

/** Nothing a municipality counts is more than this. */
const LARGEST = 1e12

/** A number as people write it («1 200», «3,5»); nothing typed is nothing. */
const volume = z
  .string()
  .trim()
  .transform((typed) =>
    typed === '' ? null : Number(typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')),
  )
  .refine(
    (value) => value === null || (Number.isFinite(value) && value > 0 && value <= LARGEST),
    'adoptions.volume.wrong',
  )
const words = z.string().trim().max(5000, 'adoptions.words.long')

/** What somebody fills in to take a case into use. */
export const TakeIntoUseForm = z
  .object({
    audience: AdoptionAudience.catch('public-employees'),
    volumeThere: volume,
    volumeHere: volume,
    differences: words,
  })
  .refine(({ volumeThere, volumeHere }) => (volumeThere === null) === (volumeHere === null), {
    message: 'adoptions.volume.both',
    path: ['volumeHere'],
  })
export type TakeIntoUseForm = z.infer<typeof TakeIntoUseForm>

/** What somebody fills in when a step has been taken. */
export const StepForm = z
  .object({
    status: AdoptionStatus,
    on: z.iso.date('adoptions.on.wrong'),
    reason: words,
  })
  .refine(({ status, reason }) => !(status === 'replaced' || status === 'abandoned') || reason !== '', {
    message: 'adoptions.reason.missing',
    path: ['reason'],
  })
export type StepForm = z.infer<typeof StepForm>

export const ClaimId = z.uuid().brand<'ClaimId'>()
export type ClaimId = z.infer<typeof ClaimId>

/** What a supplier fills in of its own solution. */
export const ClaimForm = z.object({
  words: z.string().trim().min(20, 'adoptions.claim.short').max(2000, 'adoptions.claim.long'),
  link: z
    .string()
    .trim()
    .transform((typed) => typed || null)
    .pipe(z.url({ protocol: /^https?$/, error: 'adoptions.claim.link' }).nullable()),
})
export type ClaimForm = z.infer<typeof ClaimForm>

/** A curator's answer to a supplier; a no is given with its reason. */
export const ClaimDecision = z
  .object({ id: ClaimId, answer: z.enum(['accept', 'refuse']), reason: words })
  .refine(({ answer, reason }) => answer === 'accept' || reason !== '', {
    message: 'adoptions.reason.missing',
    path: ['reason'],
  })
export type ClaimDecision = z.infer<typeof ClaimDecision>

/** Of what one can see how it has spread. */
export const SPREAD_KINDS = ['case', 'solution', 'theme'] as const
export const SpreadKind = z.enum(SPREAD_KINDS)
export type SpreadKind = z.infer<typeof SpreadKind>
