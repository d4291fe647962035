import type { MeetingKind, ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import type { MeetingForm, MeetingId } from './meeting-form.ts'
import { osloTime } from './oslo-time.ts'

export type Meeting = {
  readonly id: MeetingId
  readonly procurement: ProcurementId
  readonly kind: MeetingKind
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string
  readonly link: string | null
  readonly agenda: string
  /** Counts every change, so that calendars follow. */
  readonly sequence: number
  readonly changedAt: Date
  readonly cancelledAt: Date | null
}

type Told = Pick<Meeting, 'kind' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'agenda'>

/** What the form says; it has made sure that the times are there. */
export function toldIn({ on, from, until, ...rest }: MeetingForm): Told {
  const [startsAt, endsAt] = [osloTime(on, from), osloTime(on, until)]
  if (!startsAt || !endsAt) throw new Error(`${on} has no ${from} or ${until}`)
  return {
    startsAt,
    endsAt,
    kind: rest.kind,
    title: rest.title,
    place: rest.place,
    link: rest.link,
    agenda: rest.agenda,
  }
}

export function isSame(a: Told, b: Told): boolean {
  const facts = ({ kind, title, startsAt, endsAt, place, link, agenda }: Told) =>
    JSON.stringify([kind, title, startsAt, endsAt, place, link, agenda])
  return facts(a) === facts(b)
}
