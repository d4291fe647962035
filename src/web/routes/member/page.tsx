import { data, redirect } from 'react-router'
import { messagesIn } from '#src/messages/index.ts'
import { MembershipId } from '#src/modules/identity/contract.ts'
import { coordinates, dayOf, domainFit, findMember, membersOf, rolesIn } from '#src/modules/identity/index.ts'
import { findOrganisationById } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { address, languageOf } from '#src/web/paths.ts'
import { toRoleView } from '#src/web/present/role-view.ts'
import { typedIn } from '#src/web/read-form.ts'
import { requireActor } from '#src/web/require-actor.ts'
import { AskPanel } from '#src/web/ui/ask-panel.tsx'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import { useAddress } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'
import { changeMember } from './change-member.ts'
import { MemberForms } from './member-forms.tsx'

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { db, now } = context.get(programContext)
  const actor = requireActor({ request, context })
  const membership = MembershipId.safeParse(params.id)
  const { organisation } = actor
  if (!membership.success || organisation === null) throw data(null, { status: 404 })
  const on = dayOf(now())
  const member = await findMember(db, { membership: membership.data, organisation, on })
  const body = await findOrganisationById(db, organisation)
  if (!member || !body) throw data(null, { status: 404 })
  if (member.isAsked && !coordinates(actor, organisation)) throw data(null, { status: 404 })
  const leaders = (await membersOf(db, { organisation, on })).filter(({ role }) => role === 'coordinator')
  return {
    member: toRoleView(member),
    organisation: body.name,
    fit: domainFit(
      member.email,
      leaders.map(({ email }) => email),
    ),
    roles: coordinates(actor, organisation) ? rolesIn(body.kind).filter((role) => role !== member.role) : [],
    isMe: member.person === actor.personId,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const actor = requireActor({ request, context })
  const membership = MembershipId.safeParse(params.id)
  if (!membership.success) throw data(null, { status: 404 })
  const form = await request.formData()
  const language = languageOf(new URL(request.url).pathname)
  const program = context.get(programContext)
  const changed = await changeMember(program, actor, { membership: membership.data, form })
  if (changed.ok)
    throw redirect(`${address(language, 'organisation')}?gjort=${changed.value}`, { status: 303 })
  if (changed.failure.kind === 'notFound') throw data(null, { status: 404 })
  const errors = changed.failure.errors(messagesIn(language))
  return data({ typed: typedIn(form), errors }, { status: 422 })
}

export default function MemberPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const { member, organisation, fit, roles, isMe } = loaderData
  const errors = actionData?.errors ?? {}
  const typed = actionData?.typed ?? {}
  const role = t(`identity.role.${member.role}`)
  const action = useAddress('member', { id: member.membership })
  const crumbs = [{ text: organisation, href: useAddress('organisation') }]
  return (
    <>
      <PageHead title={member.name} unlisted />
      <PageTop
        crumbs={crumbs}
        title={member.name}
        lead={
          member.isAsked
            ? t('people.member.asks', { role: role.toLowerCase(), organisation })
            : t('people.member.is', { role, organisation })
        }
      />
      <div className="wide section stack">
        <FormErrors errors={errors} />
        {member.isAsked ? (
          <AskPanel ask={member} fit={fit} action={action} typed={typed} errors={errors} isMe={isMe} />
        ) : (
          <MemberForms member={member} roles={roles} action={action} typed={typed} errors={errors} />
        )}
      </div>
    </>
  )
}
