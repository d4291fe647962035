import { MembershipId, SITE_ROLES } from '#src/modules/identity/contract.ts'
import { type Actor, endMembership, findPersonByEmail, giveSiteRole } from '#src/modules/identity/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { WebProgram } from '#src/web/context.ts'
import { textIn } from '#src/web/read-form.ts'

type Failure = {
  readonly field: string
  readonly kind:
    | 'notAdministrator'
    | 'membershipNotFound'
    | 'personNotFound'
    | 'roleMissing'
    | 'alreadyHas'
    | 'ownRole'
    | 'alreadyEnded'
    | 'reasonMissing'
}

/** Gives somebody a role of the platform, or takes it from them. */
export function changeSiteRole(
  program: Pick<WebProgram, 'db' | 'now'>,
  actor: Actor,
  form: FormData,
): Promise<Result<'gitt' | 'tatt', Failure>> {
  return textIn(form, 'do') === 'take' ? take(program, actor, form) : give(program, actor, form)
}

type Changed = Result<'gitt' | 'tatt', Failure>

async function take(program: Pick<WebProgram, 'db' | 'now'>, actor: Actor, form: FormData): Promise<Changed> {
  const membership = MembershipId.safeParse(textIn(form, 'membership'))
  if (!membership.success) return fail({ field: 'innhold', kind: 'membershipNotFound' })
  const field = `reason-${membership.data}`
  const reason = textIn(form, field, 1000)
  const ended = await endMembership(program, actor, { membership: membership.data, reason })
  if (ended.ok) return ok('tatt')
  const { kind } = ended.failure
  return fail({ field: kind === 'reasonMissing' ? field : 'innhold', kind })
}

async function give(program: Pick<WebProgram, 'db' | 'now'>, actor: Actor, form: FormData): Promise<Changed> {
  const role = SITE_ROLES.find((one) => one === textIn(form, 'role'))
  if (!role) return fail({ field: 'role', kind: 'roleMissing' })
  const person = await findPersonByEmail(program.db, textIn(form, 'email', 200))
  if (!person) return fail({ field: 'email', kind: 'personNotFound' })
  const given = await giveSiteRole(program, actor, { person: person.id, role })
  if (given.ok) return ok('gitt')
  const { kind } = given.failure
  return fail({ field: kind === 'alreadyHas' ? 'role' : 'email', kind })
}
