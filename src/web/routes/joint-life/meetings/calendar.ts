import { meetingsOf } from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import type { Route } from './+types/calendar.ts'
import { calendarFile } from './calendar-file.ts'

/** All meetings of a joint procurement; only in a session of one who takes part, so the address gives nothing away. */
export async function loader(asked: Route.LoaderArgs) {
  const read = await readLifeWithin(asked)
  const { db } = asked.context.get(programContext)
  return calendarFile(asked, {
    ...read,
    meetings: await meetingsOf(db, read.joint.id),
    name: read.joint.title,
  })
}
