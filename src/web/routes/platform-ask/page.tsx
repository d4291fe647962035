import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { MembershipId } from '#src/modules/identity/contract.ts'
import {
  approveMembership,
  asksForPlatform,
  dayOf,
  isAdministrator,
  refuseMembership,
} from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toRoleView } from '#src/web/present/role-view.ts'
import { textIn, typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { AskPanel } from '#src/web/ui/ask-panel.tsx'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const asks = await asksForPlatform(db, dayOf(now()))
  const ask = asks.find(({ membership }) => membership === params.id)
  if (!ask || (ask.role !== 'supplier' && !isAdministrator(actor))) throw data(null, { status: 404 })
  return { ask: toRoleView(ask), isMe: ask.person === actor.personId }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const program = context.get(programContext)
  const actor = requireActor({ request, context })
  const language = languageOf(new URL(request.url).pathname)
  const membership = MembershipId.safeParse(params.id)
  if (!membership.success) throw data(null, { status: 404 })
  const form = await request.formData()
  const choice = textIn(form, 'do')
  if (choice !== 'approve' && choice !== 'refuse') throw data(null, { status: 400 })
  const refuses = choice === 'refuse'
  const decided = refuses
    ? await refuseMembership(program, actor, {
        membership: membership.data,
        reason: textIn(form, 'reason', 1000),
      })
    : await approveMembership(program, actor, { membership: membership.data })
  const back = (done: string) =>
    redirect(`${address(language, 'administration')}?gjort=${done}`, { status: 303 })
  if (decided.ok) throw back(refuses ? 'avslatt' : 'godkjent')
  const { kind } = decided.failure
  if (kind === 'alreadyDecided') throw back('allerede')
  if (kind === 'membershipNotFound') throw data(null, { status: 404 })
  const text = messagesIn(language).t(`people.member.error.${kind}`)
  return data(
    { typed: typedIn(form), errors: { [kind === 'reasonMissing' ? 'reason' : 'innhold']: text } },
    { status: 422 },
  )
}

export default function PlatformAskPage({ loaderData: { ask, isMe }, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const errors = actionData?.errors ?? {}
  const crumbs = [{ text: t('people.administration.title'), href: useAddress('administration') }]
  const role = t(`identity.role.${ask.role}`).toLowerCase()
  return (
    <>
      <PageHead title={ask.name} unlisted />
      <PageTop
        crumbs={crumbs}
        title={ask.name}
        lead={t('people.member.asks', { role, organisation: ask.organisation ?? '' })}
      />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        <p className="box" data-color="korn">
          {t(
            ask.role === 'supplier' ? 'people.administration.check.supplier' : 'people.administration.check',
          )}
        </p>
        <AskPanel
          ask={ask}
          fit="unknown"
          action={useAddress('platformAsk', { id: ask.membership })}
          typed={actionData?.typed ?? {}}
          errors={errors}
          isMe={isMe}
        />
      </div>
    </>
  )
}
