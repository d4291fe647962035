import { z } from 'zod'
import {
  BUYER_QUESTIONS,
  Firmness,
  InnovationHeight,
  LONGEST_NEED_WORDS,
  MirrorAnswer,
  NeedPhase,
  Wish,
} from './need-content.ts'

/** The pages of the form, in the order they are asked. */
export const NEED_STEPS = ['what', 'extent', 'progress', 'goal'] as const
export const NeedStep = z.enum(NEED_STEPS)
export type NeedStep = z.infer<typeof NeedStep>

export const MOST_THEMES = 3
export const MOST_CODES = 10

const words = z.string().trim().max(LONGEST_NEED_WORDS, 'needs.words.long')
const orNull = <Schema extends z.ZodType<string, string>>(schema: Schema) =>
  z
    .string()
    .trim()
    .transform((typed) => typed || null)
    .pipe(schema.nullable())
const day = orNull(z.iso.date('needs.day.wrong'))
const amount = z
  .string()
  .trim()
  .transform((typed) =>
    typed === '' ? null : Number(typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')),
  )
  .refine(
    (value) => value === null || (Number.isFinite(value) && value > 0 && value <= 1e12),
    'needs.volume.wrong',
  )
const codes = z
  .string()
  .trim()
  .transform((typed) => [...new Set(typed.split(/[\s,;]+/).filter((code) => code !== ''))])
  .pipe(
    z
      .array(
        z
          .string()
          .regex(/^\d{8}(-\d)?$/, 'needs.cpv.wrong')
          .transform((code) => code.slice(0, 8)),
      )
      .max(MOST_CODES, 'needs.cpv.many'),
  )

/** A choice that is not made yet is nothing. */
const chosen = <Choice extends z.ZodType>(choice: Choice) => choice.nullable().catch(null)

export const NeedTitle = z.string().trim().min(5, 'needs.title.short').max(150, 'needs.title.long')

export const WhatForm = z.object({ title: NeedTitle, forWhom: words, outcome: words })

export const ExtentForm = z
  .object({
    amount,
    unit: z.string().trim().max(60, 'needs.unit.long'),
    costToday: words,
    from: day,
    until: day,
    contractEndsOn: day,
    themes: z
      .array(z.string().regex(/^[a-z0-9-]{1,80}$/))
      .max(MOST_THEMES)
      .catch([])
      .transform((ids) => [...new Set(ids)]),
    cpv: codes,
  })
  .refine((one) => (one.amount === null) === (one.unit === ''), {
    message: 'needs.volume.both',
    path: ['amount'],
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    message: 'needs.until.before',
    path: ['until'],
  })
  .transform(({ amount: count, unit, ...rest }) => ({
    ...rest,
    volume: count === null ? null : { amount: count, unit },
  }))

export const ProgressForm = z.object({
  phase: chosen(NeedPhase),
  firmness: chosen(Firmness),
  innovationHeight: chosen(InnovationHeight),
  triedBefore: words,
  wish: chosen(Wish),
})

export const GoalForm = z.object({
  goal: words,
  goalUrl: orNull(z.url({ protocol: /^https?$/, error: 'needs.goalUrl.wrong' })),
  mirror: z.object(
    Object.fromEntries(BUYER_QUESTIONS.map((one) => [one, chosen(MirrorAnswer)])) as Record<
      (typeof BUYER_QUESTIONS)[number],
      z.ZodCatch<z.ZodNullable<typeof MirrorAnswer>>
    >,
  ),
})

/** What is typed on each page; everything may be missing in a draft, but what is typed must be readable. */
export const NEED_FORMS = {
  what: WhatForm,
  extent: ExtentForm,
  progress: ProgressForm,
  goal: GoalForm,
} as const satisfies Record<NeedStep, z.ZodType>
