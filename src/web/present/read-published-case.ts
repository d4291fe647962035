import { data, type RouterContextProvider, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { findCase, type ProcurementCase } from '#src/modules/catalogue/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { requireActor } from '#src/web/require-actor.ts'

/** The case in the address; one that is gone says why, and one that is merged leads on. */
export async function readPublishedCase(
  db: Database,
  id: string,
  language: Language,
): Promise<ProcurementCase> {
  const parsed = CaseId.safeParse(id)
  const lookup = parsed.success ? await findCase(db, parsed.data) : null
  if (!lookup) throw data(null, { status: 404 })
  if (lookup.status === 'withdrawn') throw data(lookup.reason, { status: 410 })
  if (lookup.status === 'merged') throw redirect(address(language, 'case', { id: lookup.into }), 301)
  return lookup.case
}

type Visit = {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
  readonly params: { readonly id: string }
}

/** The same for one who has signed in and is about to do something with it. */
export async function openPublishedCase(visit: Visit) {
  const actor = requireActor(visit)
  const program = visit.context.get(programContext)
  const messages = messagesIn(languageOf(new URL(visit.request.url).pathname))
  const found = await readPublishedCase(program.db, visit.params.id, messages.language)
  return { actor, program, messages, found }
}
