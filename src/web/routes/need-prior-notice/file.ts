import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { priorNoticePaper, readNeed } from '#src/modules/needs/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { actorContext, programContext, requestContext } from '#src/web/context.ts'
import { formatIn, paperFile } from '#src/web/papers/paper-file.ts'
import { address, languageOf } from '#src/web/paths.ts'
import type { Route } from './+types/file.ts'

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
  const paper = priorNoticePaper({ need, organisation, messages, address: page })
  return paperFile(paper, formatIn(url.searchParams), `${paper.title} ${need.content.title}`)
}
