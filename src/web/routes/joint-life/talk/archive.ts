import { meetingsOf, talkOf, withdrawalsOf } from '#src/modules/joint-procurement/index.ts'
import { contentDisposition, downloadName } from '#src/platform/download-name.ts'
import { toDocx, toPdf } from '#src/platform/papers/index.ts'
import { programContext } from '#src/web/context.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import type { Route } from './+types/archive.ts'
import { logPaper } from './log-paper.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** All that is kept of the talk, as one paper for the archive of any of those who take part. */
export async function loader(asked: Route.LoaderArgs) {
  const { joint, head, messages, nameOf } = await readLifeWithin(asked)
  const { db, now } = asked.context.get(programContext)
  const isDocx = new URL(asked.request.url).searchParams.get('format') === 'docx'
  const paper = logPaper(
    {
      joint,
      talk: await talkOf(db, joint.id),
      meetings: await meetingsOf(db, joint.id),
      withdrawals: await withdrawalsOf(db, joint.id),
    },
    { messages, nameOf, lead: head.lead, madeAt: now() },
  )
  const bytes = Uint8Array.from(await (isDocx ? toDocx(paper) : toPdf(paper)))
  const name = downloadName(`${messages.t('jointPaper.sort')} ${joint.title}`, isDocx ? 'docx' : 'pdf')
  return new Response(bytes, {
    headers: {
      'content-type': isDocx ? DOCX : 'application/pdf',
      'content-disposition': contentDisposition(name),
      // Only those who take part may have it.
      'cache-control': 'private, no-store',
    },
  })
}
