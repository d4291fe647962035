import { data, type RouterContextProvider, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { DocumentId } from '#src/modules/documents/contract.ts'
import { findDocument, mayChange, mayWithdraw } from '#src/modules/documents/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'

type Visit = {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
  readonly params: { readonly id: string }
}

const MAY = { change: mayChange, withdraw: mayWithdraw }

/** The document that somebody is about to do something with: not there for those who may not know of it or who may not. */
export async function ownDocument(visit: Visit, what: keyof typeof MAY) {
  const actor = requireActor(visit)
  const program = visit.context.get(programContext)
  const messages = messagesIn(languageOf(new URL(visit.request.url).pathname))
  const id = DocumentId.safeParse(visit.params.id)
  const found = id.success ? await findDocument(program, actor, id.data) : null
  if (!found) throw data(null, { status: 404 })
  if (!MAY[what](actor, found)) throw data(null, { status: 403 })
  return { actor, program, messages, found }
}

/** The same before it is done; of one that is withdrawn the page of the document tells. */
export async function ownStandingDocument(visit: Visit, what: keyof typeof MAY) {
  const { found, messages } = await ownDocument(visit, what)
  if (found.withdrawn)
    throw redirect(address(messages.language, 'document', { id: found.id }), { status: 303 })
  return { found, messages }
}
