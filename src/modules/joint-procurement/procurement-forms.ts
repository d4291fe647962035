import { z } from 'zod'

/** The parts of what is common that are filled in by themselves; what comes of the competition is noted where it is used. */
export const FACT_PARTS = ['common', 'strategy', 'agreement', 'dialogue', 'follow-up'] as const
export type FactPart = (typeof FACT_PARTS)[number]

const words = z.string().trim().max(5000, 'joint.wrong.long')
const neededWords = words.min(1, 'joint.wrong.needed')
const line = z.string().trim().max(300, 'joint.wrong.long')
const neededLine = line.min(1, 'joint.wrong.needed')
const nothingTyped = z.literal('').transform(() => null)
/** A day as `2026-11-22`; the page reads what people write before it comes here. */
const day = z.iso.date('joint.wrong.day')
const dayOrNone = z.union([nothingTyped, day], 'joint.wrong.day')
const urlOrNone = z.union([nothingTyped, z.url({ protocol: /^https?$/ })], 'joint.wrong.url')
const mailOrNone = z.union([nothingTyped, z.email()], 'joint.wrong.mailbox')
const choiceOrNone = <Code extends string>(codes: readonly Code[]) =>
  z.union([nothingTyped, z.enum(codes)], 'joint.wrong.choice')

/** A number as people write it («1 200 000», «3,5»). */
const typedNumber = z
  .string()
  .trim()
  .transform((typed) => Number(typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.') || Number.NaN))
const numberOrNone = (least: number, most: number, wrong: string) =>
  z.union([
    nothingTyped,
    typedNumber.refine((value) => value >= least && value <= most, wrong).transform((value) => value),
  ])
const kroner = z.union([
  nothingTyped,
  typedNumber.refine(
    (value) => Number.isSafeInteger(value) && value > 0 && value <= 1e13,
    'joint.wrong.kroner',
  ),
])

const codes = (pattern: RegExp, wrong: string) =>
  z
    .string()
    .transform((typed) => typed.split(/[\s,;]+/).filter((code) => code !== ''))
    .refine((all) => all.length <= 20 && all.every((code) => pattern.test(code)), wrong)

const title = z.string().trim().min(5, 'joint.wrong.title.short').max(150, 'joint.wrong.title.long')
const audience = z.enum(['own', 'public-employees', 'all'], 'joint.wrong.choice')
const height = choiceOrNone(['exists', 'adapt', 'develop'])
const again = choiceOrNone(['ja', 'nei']).transform((typed) => (typed === null ? null : typed === 'ja'))

/** What somebody fills in to begin one. */
export const BeginForm = z.object({
  title,
  purpose: neededWords,
  audience,
  innovationHeight: height,
  buysAgain: again,
})
export type BeginForm = z.infer<typeof BeginForm>

/** What is common, part by part. */
export const FACT_FORMS = {
  common: z.object({
    title,
    audience,
    purpose: words,
    innovationHeight: height,
    buysAgain: again,
    cpv: codes(/^\d{8}$/, 'joint.wrong.cpv'),
  }),
  strategy: z
    .object({
      strategy: words,
      estimate: kroner,
      maximum: kroner,
      publishOn: dayOrNone,
      optionsUntil: dayOrNone,
      independence: words,
      archiveReference: z.string().trim().max(120, 'joint.wrong.long'),
    })
    .refine(({ estimate, maximum }) => estimate === null || maximum === null || maximum >= estimate, {
      message: 'joint.wrong.maximum',
      path: ['maximum'],
    }),
  agreement: z.object({
    costKey: choiceOrNone(['equal', 'inhabitants', 'volume', 'agreed']),
    agreementWords: words,
    exitTerms: words,
  }),
  dialogue: z.object({
    dialogueSummaryOn: dayOrNone,
    dialogueSummaryUrl: urlOrNone,
    requirementsUrl: urlOrNone,
  }),
  'follow-up': z.object({
    followUpMonths: numberOrNone(1, 24, 'joint.wrong.months').refine(
      (value) => value === null || Number.isInteger(value),
      'joint.wrong.months',
    ),
    indicators: words,
  }),
} as const satisfies Record<FactPart, z.ZodType>

/** The parts of what a participant tells of itself; each is filled in by itself. */
export const STANDING_PARTS = [
  'intent',
  'anchoring',
  'mandate',
  'share',
  'requirements',
  'independence',
] as const
export type StandingPart = (typeof STANDING_PARTS)[number]

export const STANDING_FORMS = {
  intent: z.object({ on: day, words: line }),
  anchoring: z
    .object({
      body: z.enum(
        ['council', 'executive-board', 'committee', 'chief-executive', 'delegated'],
        'joint.wrong.choice',
      ),
      meetingOn: dayOrNone,
      decidedOn: dayOrNone,
      delegation: line,
      documentUrl: urlOrNone,
      archiveReference: line,
    })
    .refine(({ body, delegation }) => body === 'council' || delegation !== '', {
      message: 'joint.wrong.delegation',
      path: ['delegation'],
    })
    .refine(({ meetingOn, decidedOn }) => meetingOn !== null || decidedOn !== null, {
      message: 'joint.wrong.anchoringDay',
      path: ['decidedOn'],
    }),
  mandate: z.object({
    signedBy: neededLine,
    title: neededLine,
    authority: neededLine,
    signedOn: day,
    documentUrl: urlOrNone,
    archiveReference: line,
  }),
  share: z.object({
    costShare: numberOrNone(0, 100, 'joint.wrong.share'),
    amount: numberOrNone(0.01, 1e12, 'joint.wrong.amount'),
    unit: line,
    signer: choiceOrNone(['self', 'lead', 'host']),
    optionUntil: dayOrNone,
    mailbox: mailOrNone,
    contactRole: line,
  }),
  requirements: z.object({ requirementsApprovedOn: day }),
  independence: z.object({ independenceOn: day }),
} as const satisfies Record<StandingPart, z.ZodType>

/** What somebody fills in when the group goes on, or back; to go back takes a reason. */
export const TakeStepForm = z.object({ to: z.string(), on: day, reason: words })
export type TakeStepForm = z.infer<typeof TakeStepForm>

/** Why it ended before it was done. */
export const EndForm = z.object({ reason: z.string().trim().min(20, 'joint.wrong.reason').max(5000) })
export type EndForm = z.infer<typeof EndForm>
