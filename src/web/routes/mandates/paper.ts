import { data } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { mandatesOf } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { mandatePaper } from '#src/web/papers/mandate-paper.ts'
import { formatIn, paperFile } from '#src/web/papers/paper-file.ts'
import { languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'
import type { Route } from './+types/paper.ts'

/** A mandate as a paper, for those who act for one of the two it is between. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { organisation } = requireActor({ request, context })
  const { pathname, searchParams } = new URL(request.url)
  const { db } = context.get(programContext)
  const mandates = organisation ? await mandatesOf(db, organisation) : []
  const mandate = mandates.find(({ id }) => id === params.id)
  if (!mandate) throw data(null, { status: 404 })
  return paperFile(mandatePaper(mandate, messagesIn(languageOf(pathname))), formatIn(searchParams))
}
