import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { type AskToJoinFailure, askToJoin } from '#src/modules/identity/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { ChooseOrganisation } from './choose-organisation.tsx'
import { ChooseRole } from './choose-role.tsx'
import { joinErrors } from './join-errors.ts'
import { joinView } from './join-view.ts'
import { readAsk } from './read-ask.ts'
import { RoleDetails } from './role-details.tsx'
import { SupplierForm } from './supplier-form.tsx'

export function loader({ request, context }: Route.LoaderArgs) {
  const actor = requireActor({ request, context })
  return joinView(context.get(programContext), actor, new URL(request.url).searchParams)
}

/** Sends the wish to whoever decides; what cannot be sent is shown again with what is wrong. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const language = languageOf(new URL(request.url).pathname)
  const form = await request.formData()
  const { ask, errors } = readAsk(form)
  const problems = messagesIn(language)
  if (!ask)
    return data(
      { typed: typedIn(form), errors: joinErrors({ kind: 'incomplete', errors }, problems) },
      { status: 422 },
    )
  const asked = await askToJoin(context.get(programContext), actor, ask)
  if (asked.ok) throw redirect(`${address(language, 'myRoles')}?gjort=spurt`, { status: 303 })
  const failure: AskToJoinFailure = asked.failure
  return data({ typed: typedIn(form), errors: joinErrors(failure, problems) }, { status: 422 })
}

export default function JoinPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const crumbs = [{ text: t('people.roles.title'), href: useAddress('myRoles') }]
  const errors = actionData?.errors ?? {}
  const typed = actionData?.typed ?? {}
  return (
    <>
      <PageHead title={t('people.join.title')} unlisted />
      <PageTop crumbs={crumbs} title={t('people.join.title')} lead={t('people.join.lead')} />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        {view.step === 'organisation' && <ChooseOrganisation view={view} />}
        {view.step === 'supplier' && <SupplierForm typed={typed} errors={errors} />}
        {view.step === 'role' && <ChooseRole view={view} />}
        {view.step === 'details' && <RoleDetails view={view} typed={typed} errors={errors} />}
      </div>
    </>
  )
}
