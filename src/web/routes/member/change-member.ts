import type { Messages } from '#src/messages/index.ts'
import { type MembershipId, PersonId, Role } from '#src/modules/identity/contract.ts'
import {
  type Actor,
  approveMembership,
  changeRole,
  endMembership,
  handOver,
  refuseMembership,
} from '#src/modules/identity/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { WebProgram } from '#src/web/context.ts'
import { roleErrors } from '#src/web/present/role-errors.ts'
import { readDay, textIn, textOrNull } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

/** What the page of the organisation tells afterwards. */
export type MemberChange = 'godkjent' | 'avslatt' | 'endret' | 'avsluttet' | 'overlatt' | 'allerede'

type Failure =
  | { readonly kind: 'notFound' }
  | { readonly kind: 'wrong'; readonly errors: (messages: Messages) => FieldErrors }

type Deps = Pick<WebProgram, 'db' | 'now'>
type Wanted = { readonly membership: MembershipId; readonly form: FormData }

/** Does what the button that was pressed says. What a colleague did a moment before is told as that, and is no fault. */
export async function changeMember(
  program: Deps,
  actor: Actor,
  wanted: Wanted,
): Promise<Result<MemberChange, Failure>> {
  switch (textIn(wanted.form, 'do')) {
    case 'approve':
      return approve(program, actor, wanted)
    case 'refuse':
      return refuse(program, actor, wanted)
    case 'change':
      return change(program, actor, wanted)
    case 'end':
      return end(program, actor, wanted)
    case 'hand-over':
      return giveAway(program, actor, wanted)
    default:
      return fail({ kind: 'notFound' })
  }
}

async function approve(program: Deps, actor: Actor, { membership }: Wanted) {
  const approved = await approveMembership(program, actor, { membership })
  if (approved.ok) return ok('godkjent' as const)
  const { kind } = approved.failure
  if (kind === 'membershipNotFound') return fail({ kind: 'notFound' })
  return kind === 'alreadyDecided' ? ok('allerede' as const) : wrongAt('innhold', kind)
}

async function refuse(program: Deps, actor: Actor, { membership, form }: Wanted) {
  const refused = await refuseMembership(program, actor, { membership, reason: textIn(form, 'reason', 1000) })
  if (refused.ok) return ok('avslatt' as const)
  const { kind } = refused.failure
  if (kind === 'membershipNotFound') return fail({ kind: 'notFound' })
  if (kind === 'alreadyDecided') return ok('allerede' as const)
  return wrongAt(kind === 'reasonMissing' ? 'reason' : 'innhold', kind)
}

async function change(program: Deps, actor: Actor, { membership, form }: Wanted) {
  const role = Role.safeParse(textIn(form, 'role'))
  if (!role.success) return wrongAt('role', 'roleMissing')
  const changed = await changeRole(program, actor, {
    membership,
    role: role.data,
    title: textOrNull(form, 'title', 120),
    delegation: textOrNull(form, 'delegation', 200),
    independent: textIn(form, 'independent') === 'ja',
    endsOn: readDay(textIn(form, 'endsOn')),
  })
  if (changed.ok) return ok('endret' as const)
  const { failure } = changed
  if (failure.kind === 'membershipNotFound') return fail({ kind: 'notFound' })
  if (failure.kind === 'alreadyEnded') return ok('allerede' as const)
  if (failure.kind === 'roleProblems') return wrong((messages) => roleErrors(failure.problems, messages))
  return wrongAt(failure.kind === 'alreadyHas' ? 'role' : 'innhold', failure.kind)
}

async function end(program: Deps, actor: Actor, { membership, form }: Wanted) {
  const ended = await endMembership(program, actor, { membership, reason: textIn(form, 'endReason', 1000) })
  if (ended.ok) return ok('avsluttet' as const)
  const { kind } = ended.failure
  if (kind === 'membershipNotFound') return fail({ kind: 'notFound' })
  if (kind === 'alreadyEnded') return ok('allerede' as const)
  return wrongAt(kind === 'reasonMissing' ? 'endReason' : 'innhold', kind)
}

async function giveAway(program: Deps, actor: Actor, { form }: Wanted) {
  const to = PersonId.safeParse(textIn(form, 'person'))
  if (!to.success) return fail({ kind: 'notFound' })
  const given = await handOver(program, actor, {
    to: to.data,
    title: textOrNull(form, 'newTitle', 120),
    delegation: textOrNull(form, 'newDelegation', 200),
  })
  if (given.ok) return ok('overlatt' as const)
  const { kind } = given.failure
  if (kind === 'notCoordinator') return fail({ kind: 'notFound' })
  return wrongAt(kind === 'titleMissing' ? 'newTitle' : 'innhold', kind)
}

function wrong(errors: (messages: Messages) => FieldErrors): Result<never, Failure> {
  return fail({ kind: 'wrong', errors })
}

type Wrongs =
  | 'ownAsk'
  | 'ownRole'
  | 'alreadyHas'
  | 'ranOut'
  | 'reasonMissing'
  | 'roleMissing'
  | 'notAMember'
  | 'oneself'
  | 'titleMissing'

function wrongAt(field: string, kind: Wrongs): Result<never, Failure> {
  return wrong(({ t }) => ({ [field]: t(`people.member.error.${kind}`) }))
}
