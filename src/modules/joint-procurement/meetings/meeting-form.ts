import { z } from 'zod'
import { osloTime } from './oslo-time.ts'

export const MeetingId = z.uuid().brand<'MeetingId'>()
export type MeetingId = z.infer<typeof MeetingId>

const KINDS = ['group', 'dialogue', 'contract', 'other'] as const
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const time = (missing: string) =>
  z
    .string()
    .trim()
    .transform((typed) => typed.replace('.', ':').padStart(5, '0'))
    .pipe(z.string().regex(CLOCK, missing))

/** What somebody fills in to call a meeting, in the time that the clocks of Oslo show. */
export const MeetingForm = z
  .object({
    kind: z.enum(KINDS).catch('group'),
    title: z.string().trim().min(3, 'jointMeeting.title.short').max(200, 'jointMeeting.title.long'),
    on: z.iso.date('jointMeeting.on.missing'),
    from: time('jointMeeting.time.wrong'),
    until: time('jointMeeting.time.wrong'),
    place: z.string().trim().max(300, 'jointMeeting.title.long'),
    link: z
      .string()
      .trim()
      .transform((typed) => typed || null)
      .pipe(z.url({ protocol: /^https?$/, error: 'jointMeeting.link.wrong' }).nullable()),
    agenda: z.string().trim().max(5000, 'jointMeeting.agenda.long'),
  })
  .refine(({ on, from }) => isShown(on, from), {
    message: 'jointMeeting.time.skipped',
    path: ['from'],
  })
  .refine(({ on, until }) => isShown(on, until), {
    message: 'jointMeeting.time.skipped',
    path: ['until'],
  })
  .refine(({ from, until }) => until > from, { message: 'jointMeeting.until.before', path: ['until'] })
export type MeetingForm = z.infer<typeof MeetingForm>

/** What is no day or no time has been told of already. */
function isShown(on: string, time: string): boolean {
  return !z.iso.date().safeParse(on).success || !CLOCK.test(time) || osloTime(on, time) !== null
}
