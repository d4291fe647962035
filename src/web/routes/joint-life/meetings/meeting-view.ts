import type { Messages } from '#src/messages/index.ts'
import { type Meeting, shownInOslo } from '#src/modules/joint-procurement/index.ts'

export type MeetingView = {
  readonly id: string
  readonly kind: Meeting['kind']
  readonly title: string
  /** «29. mars 2027 kl. 09:00–10:30», as the clocks of Oslo show it. */
  readonly when: string
  readonly place: string
  readonly link: string | null
  readonly agenda: string
  readonly sequence: number
  readonly isCancelled: boolean
  /** As the form has it. */
  readonly typed: Readonly<Record<string, string>>
}

export function meetingView(one: Meeting, { date, language }: Messages): MeetingView {
  const [start, end] = [shownInOslo(one.startsAt), shownInOslo(one.endsAt)]
  const { kind, title, place, link, agenda, sequence } = one
  const clock = language === 'en' ? ', ' : ' kl. '
  return {
    id: one.id,
    kind,
    title,
    when: `${date(start.day)}${clock}${start.time}–${end.time}`,
    place,
    link,
    agenda,
    sequence,
    isCancelled: one.cancelledAt !== null,
    typed: { kind, title, place, agenda, link: link ?? '', on: start.day, from: start.time, until: end.time },
  }
}
