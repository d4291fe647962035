import { data, type RouterContextProvider } from 'react-router'
import type { Actor } from '#src/modules/identity/index.ts'
import { mayWriteNeed, type Need, readNeed } from '#src/modules/needs/index.ts'
import { programContext } from '#src/web/context.ts'
import { requireActor } from '#src/web/require-actor.ts'

type Asked = {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
  readonly params: { readonly id: string }
}

/** A need for one who writes it; 404 for one that they may not know of, 403 for one that is another's. */
export async function readOwnNeed({
  request,
  context,
  params,
}: Asked): Promise<{ readonly actor: Actor; readonly need: Need }> {
  const actor = requireActor({ request, context })
  const need = await readNeed(context.get(programContext).db, actor, params.id)
  if (!need) throw data(null, { status: 404 })
  if (!mayWriteNeed(actor, need.organisation)) throw data(null, { status: 403 })
  return { actor, need }
}
