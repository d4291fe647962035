import { type RouterContextProvider, redirect } from 'react-router'
import { type Messages, messagesIn } from '#src/messages/index.ts'
import { RequirementId } from '#src/modules/catalogue/contract.ts'
import { type Actor, mayContribute } from '#src/modules/identity/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { draftsOf, isWritable, pickRequirement } from '#src/modules/sharing/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { draftTitle } from '#src/web/present/draft-title.ts'
import { requireActor } from '#src/web/require-actor.ts'

/** The drafts one can put it in; null for those who do not write. */
export type Shelf = { readonly drafts: readonly { readonly id: string; readonly title: string }[] } | null

export async function shelfOf(
  context: Readonly<RouterContextProvider>,
  actor: Actor | null,
  messages: Messages,
): Promise<Shelf> {
  if (!actor || !mayContribute(actor)) return null
  const drafts = await draftsOf(context.get(programContext).db, actor)
  return {
    drafts: drafts
      .filter(({ size, status }) => size === 'full' && isWritable(status))
      .map((draft) => ({ id: draft.id, title: draftTitle(draft, messages) })),
  }
}

/** Puts it in the draft and leads back to where one was; else what was in the way. */
export async function pick({
  request,
  context,
}: {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
}): Promise<{ readonly failure: string }> {
  const actor = requireActor({ request, context })
  const url = new URL(request.url)
  const messages = messagesIn(languageOf(url.pathname))
  const form = await request.formData()
  const draft = DraftId.safeParse(form.get('draft'))
  const requirement = RequirementId.safeParse(form.get('requirement'))
  if (!draft.success) return { failure: messages.t('knowledge.asked.failed.draftNotFound') }
  if (!requirement.success) return { failure: messages.t('knowledge.asked.failed.requirementNotFound') }
  const { db, now } = context.get(programContext)
  const picked = await pickRequirement({ db, now }, actor, {
    draft: draft.data,
    requirement: requirement.data,
  })
  if (!picked.ok) return { failure: messages.t(`knowledge.asked.failed.${picked.failure.kind}`) }
  const back = new URLSearchParams(url.search)
  back.set('tatt', draft.data)
  throw redirect(`${address(messages.language, 'requirements')}?${back}`)
}
