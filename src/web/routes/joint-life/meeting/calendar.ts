import { data } from 'react-router'
import { findMeeting } from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { calendarFile } from '#src/web/routes/joint-life/meetings/calendar-file.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import type { Route } from './+types/calendar.ts'

export async function loader(asked: Route.LoaderArgs) {
  const read = await readLifeWithin(asked)
  const { db } = asked.context.get(programContext)
  const meeting = await findMeeting(db, { procurement: read.joint.id, id: asked.params.meeting })
  if (!meeting) throw data(null, { status: 404 })
  return calendarFile(asked, { ...read, meetings: [meeting], name: meeting.title })
}
