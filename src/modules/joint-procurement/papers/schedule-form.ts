import { z } from 'zod'

const time = z
  .string()
  .trim()
  .transform((typed) => typed.replace('.', ':').replace(/^(\d):/, '0$1:'))
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'jointPapers.wrong.time'))
const day = z.iso.date('jointPapers.wrong.day')
const none = z.literal('').transform(() => null)
const whole = (least: number, most: number, wrong: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, wrong)
    .transform(Number)
    .refine((value) => value >= least && value <= most, wrong)

/** What is filled in to work out one-to-one meetings; every supplier gets the same time. */
export const ScheduleForm = z
  .object({
    day1: day,
    day2: z.union([none, day], 'jointPapers.wrong.day'),
    day3: z.union([none, day], 'jointPapers.wrong.day'),
    start: time,
    end: time,
    minutes: whole(10, 240, 'jointPapers.wrong.minutes'),
    pause: whole(0, 120, 'jointPapers.wrong.pause'),
    count: whole(1, 60, 'jointPapers.wrong.count'),
    room: z.string().trim().max(200).catch(''),
  })
  .refine(({ start, end }) => start < end, { message: 'jointPapers.wrong.order', path: ['end'] })
export type ScheduleForm = z.infer<typeof ScheduleForm>

/** What is filled in for the invitation; what is not known yet is left open in it. */
export const InvitationForm = z.object({
  day: z.union([none, day], 'jointPapers.wrong.day'),
  from: z.union([none, time], 'jointPapers.wrong.time'),
  until: z.union([none, time], 'jointPapers.wrong.time'),
  place: z.string().trim().max(200).catch(''),
  deadline: z.union([none, day], 'jointPapers.wrong.day'),
})
export type InvitationForm = z.infer<typeof InvitationForm>
