import { z } from 'zod'

export const JointContractId = z.uuid().brand<'JointContractId'>()
export type JointContractId = z.infer<typeof JointContractId>

const words = z.string().trim().max(5000, 'jointContract.words.long')
const none = (typed: string) => (typed === '' ? null : typed)
const day = (missing: string) => z.iso.date(missing)
const dayOrNone = z.string().transform(none).pipe(z.iso.date('jointContract.day.wrong').nullable())

/** What the lead tells of the time between award and contract. */
export const StandstillForm = z
  .object({
    awardedOn: dayOrNone,
    standstillUntil: dayOrNone,
    complaint: words,
    complaintSettledOn: dayOrNone,
  })
  .refine(({ awardedOn, standstillUntil }) => !standstillUntil || awardedOn !== null, {
    message: 'jointContract.awardedOn.missing',
    path: ['awardedOn'],
  })
  .refine(({ complaint, complaintSettledOn }) => !complaintSettledOn || complaint !== '', {
    message: 'jointContract.complaint.missing',
    path: ['complaint'],
  })
export type StandstillForm = z.infer<typeof StandstillForm>

const months = z
  .string()
  .trim()
  .transform(none)
  .pipe(
    z
      .string()
      .regex(/^\d{1,2}$/, 'jointContract.months.wrong')
      .transform(Number)
      .pipe(z.number().min(1, 'jointContract.months.wrong').max(24, 'jointContract.months.wrong'))
      .nullable(),
  )

/** A contract that came of it; `whose` is nobody where it is for all. */
export const ContractForm = z
  .object({
    supplier: z
      .string()
      .trim()
      .min(2, 'jointContract.supplier.missing')
      .max(300, 'jointContract.supplier.long'),
    whose: z.string().transform(none).pipe(z.uuid('jointContract.whose.wrong').nullable()),
    signedOn: dayOrNone,
    startsOn: day('jointContract.startsOn.missing'),
    endsOn: day('jointContract.endsOn.missing'),
    latestEndsOn: dayOrNone,
    options: words,
    optionNoticeOn: dayOrNone,
    followUpMonths: months,
    indicators: words,
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    message: 'jointContract.endsOn.before',
    path: ['endsOn'],
  })
  .refine(({ endsOn, latestEndsOn }) => !latestEndsOn || endsOn <= latestEndsOn, {
    message: 'jointContract.latestEndsOn.before',
    path: ['latestEndsOn'],
  })
export type ContractForm = z.infer<typeof ContractForm>

export const DeviationForm = z.object({
  happenedOn: day('jointContract.day.missing'),
  words: words.min(5, 'jointContract.deviation.missing'),
})
export type DeviationForm = z.infer<typeof DeviationForm>

export const SettleForm = z.object({
  settledOn: day('jointContract.day.missing'),
  how: words.min(3, 'jointContract.settled.missing'),
})
export type SettleForm = z.infer<typeof SettleForm>

const kept = z.string().catch('')

/** What is kept of a contract beside its parties and days; what cannot be read is not known. */
export const ContractTerms = z.object({
  options: kept,
  /** The last day to tell the supplier that an option is used. */
  optionNoticeOn: z.iso.date().nullable().catch(null),
  /** How often those who follow it up meet. */
  followUpMonths: z.number().int().min(1).max(24).nullable().catch(null),
  /** What is looked at when it is followed up. */
  indicators: kept,
})
export type ContractTerms = z.infer<typeof ContractTerms>
