import { radarCalendar } from '#src/web/present/radar-calendar.ts'
import { publicFile } from '#src/web/public-file.ts'
import type { Route } from './+types/calendar.ts'
import { readPublicRadar } from './read-radar-page.ts'

/** The days of the radar, for a calendar that subscribes to it. */
export async function loader(args: Route.LoaderArgs) {
  const page = await readPublicRadar(args)
  return publicFile(args, { type: 'text/calendar', name: 'radar.ics' }, (origin) =>
    radarCalendar(page, origin),
  )
}
