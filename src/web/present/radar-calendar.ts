import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Messages } from '#src/messages/index.ts'
import type { Radar } from '#src/modules/needs/index.ts'
import { itemAddress, itemsIn } from './radar-links.ts'
import { itemLines, radarName } from './radar-words.ts'

const MOST_EVENTS = 1000
/** How often a calendar that follows it should ask again. */
const REFRESH_SECONDS = 24 * 60 * 60

/**
 * The days of the radar as iCalendar (RFC 5545): a whole day for each thing, with an id and a stamp that stay the same for
 * as long as the notice does, so that a calendar that fetches it again changes nothing.
 */
export function radarCalendar(
  { radar, messages }: { readonly radar: Radar; readonly messages: Messages },
  origin: string,
): string {
  const name = radarName(radar, messages)
  const calendar = ical({
    name,
    prodId: { company: 'Spydspiss', product: 'Radar', language: messages.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  })
  const host = new URL(origin).host
  const coming = [...itemsIn(radar.groups)]
    .flatMap(({ item, group }) => (item.on === null ? [] : [{ item, group, on: item.on }]))
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.item.key.localeCompare(other.item.key))
    .slice(0, MOST_EVENTS)
  for (const { item, group, on } of coming) {
    const day = Temporal.PlainDate.from(on)
    const address = origin + itemAddress(item, messages.language)
    calendar.createEvent({
      id: `${encodeURIComponent(item.key)}@${host}`,
      stamp: item.changedAt,
      allDay: true,
      start: midnight(day),
      end: midnight(day.add({ days: 1 })),
      summary: `${messages.t(`radar.kind.${item.kind}`)}: ${item.title}`,
      description: [...itemLines({ item, group }, messages), address].join('\n'),
      url: address,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

/** Days are written as they stand in UTC when no zone is told. */
function midnight(day: Temporal.PlainDate): Date {
  return new Date(`${day.toString()}T00:00:00Z`)
}
