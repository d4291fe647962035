import { meetingsOf, talkOf, withdrawalsOf } from '#src/modules/joint-procurement/index.ts'
import { programContext } from '#src/web/context.ts'
import { formatIn, paperFile } from '#src/web/papers/paper-file.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import type { Route } from './+types/archive.ts'
import { logPaper } from './log-paper.ts'

/** All that is kept of the talk, as one paper for the archive of any of those who take part. */
export async function loader(asked: Route.LoaderArgs) {
  const { joint, head, messages, nameOf } = await readLifeWithin(asked)
  const { db, now } = asked.context.get(programContext)
  const paper = logPaper(
    {
      joint,
      talk: await talkOf(db, joint.id),
      meetings: await meetingsOf(db, joint.id),
      withdrawals: await withdrawalsOf(db, joint.id),
    },
    { messages, nameOf, lead: head.lead, madeAt: now() },
  )
  const format = formatIn(new URL(asked.request.url).searchParams)
  return paperFile(paper, format, `${paper.sort} ${paper.title}`)
}
