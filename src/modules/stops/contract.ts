import { z } from 'zod'
import { StepPhase, StopReason } from '#src/modules/catalogue/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'

export const StopId = z.uuid().brand<'StopId'>()
export type StopId = z.infer<typeof StopId>

/** Who may read it; `organisation` is the organisation itself and those it has chosen. */
export const VISIBILITIES = ['all', 'public-employees', 'organisation'] as const
export const Visibility = z.enum(VISIBILITIES)
export type Visibility = z.infer<typeof Visibility>

const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text))

const audience = {
  visibility: Visibility,
  /** From that day everybody may read it. */
  opensOn: day.nullable(),
  /** Others that may read what is not open to more. */
  readers: z.array(OrganisationId).max(50),
}

export const StopAudience = z.object(audience)
export type StopAudience = z.infer<typeof StopAudience>

/** What stopped us, as it is told. */
export const StopStory = z.object({
  title: z.string().trim().min(3).max(200),
  reasons: z.array(StopReason).min(1),
  happened: z.string().trim().min(1).max(5000),
  wouldHaveHelped: z.string().trim().max(5000),
  phase: StepPhase.nullable(),
  theme: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable(),
  year: z.number().int().min(1990).max(2100).nullable(),
  language: z.enum(['nb', 'nn', 'en']),
  /** Whether others are told who it was. */
  named: z.boolean(),
})
export type StopStory = z.infer<typeof StopStory>

/** What `/hva-stoppet-oss` can be narrowed by; a value that means nothing falls away. */
export const StopFilter = z.object({
  q: z.string().trim().max(300).catch(''),
  reason: StopReason.optional().catch(undefined),
})
export type StopFilter = z.infer<typeof StopFilter>
