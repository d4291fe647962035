import { data, type RouterContextProvider } from 'react-router'
import type { Actor } from '#src/modules/identity/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { type Draft, readDraft } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { requireActor } from '#src/web/require-actor.ts'

type Asked = {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
  readonly id: string
}

/** The draft in the address; one that this person may not know of is not there. */
export async function readOwnDraft({
  request,
  context,
  id,
}: Asked): Promise<{ readonly actor: Actor; readonly draft: Draft }> {
  const actor = requireActor({ request, context })
  const parsed = DraftId.safeParse(id)
  const draft = parsed.success ? await readDraft(context.get(programContext).db, actor, parsed.data) : null
  if (!draft) throw data(null, { status: 404 })
  return { actor, draft }
}
