import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { priorNoticePaper, readNeed } from '#src/modules/needs/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { contentDisposition, downloadName } from '#src/platform/download-name.ts'
import { toDocx, toPdf } from '#src/platform/papers/index.ts'
import { actorContext, programContext, requestContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import type { Route } from './+types/file.ts'

const FORMATS = {
  pdf: { write: toPdf, type: 'application/pdf' },
  docx: {
    write: toDocx,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const

/** The text for a prior information notice as a paper: PDF unless Word is asked for. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { db } = context.get(programContext)
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const need = await readNeed(db, context.get(actorContext), params.id)
  if (!need) throw data(null, { status: 404 })
  const organisation = await findOrganisationById(db, need.organisation)
  const { origin } = context.get(requestContext)
  const page = `${origin}${address(messages.language, 'need', { id: need.id })}`
  const format = url.searchParams.get('format') === 'docx' ? 'docx' : 'pdf'
  const paper = priorNoticePaper({ need, organisation, messages, address: page })
  const bytes = Uint8Array.from(await FORMATS[format].write(paper))
  const name = downloadName(`${messages.t('needs.prior.title')} ${need.content.title}`, format)
  return new Response(bytes, {
    headers: {
      'content-type': FORMATS[format].type,
      'content-disposition': contentDisposition(name),
      // Who reads decides whether it is there.
      'cache-control': 'private, no-store',
    },
  })
}
