import type { Actor } from '#src/modules/identity/actor.ts'
import { MembershipId, type Role } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import type { SupplierClaim } from '#src/modules/identity/membership.ts'
import { insertMembership } from '#src/modules/identity/memberships-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { OrganisationId, OrganisationKind } from '#src/modules/organisations/contract.ts'
import {
  cleanOrganisasjonsnummer,
  findOrganisationById,
  listOrganisations,
} from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { problemsOfRole, type RoleFacts, type RoleProblem } from './ask-rules.ts'
import { endRunOut, lockPerson, openMembershipsOf } from './members-repository.ts'

export type AskToJoin = RoleFacts & {
  /** One of the register, or a supplier that may not be in it. */
  readonly organisation: OrganisationId | SupplierClaim
  readonly message: string | null
  readonly delegation: string | null
}

export type AskToJoinFailure =
  | { readonly kind: 'organisationNotFound' }
  | { readonly kind: 'numberNotValid' }
  | { readonly kind: 'roleProblems'; readonly problems: readonly RoleProblem[] }
  | { readonly kind: 'alreadyAsked' }
  | { readonly kind: 'alreadyHas' }

/** Asks for a role in an organisation; whoever coordinates it decides, or an administrator where nobody does. */
export function askToJoin(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  asked: AskToJoin,
): Promise<Result<MembershipId, AskToJoinFailure>> {
  return inTransaction(db, async (tx) => {
    const at = now()
    const found = await findAsked(tx, asked.organisation)
    if (!found.ok) return found
    const { id: organisation, kind, claim } = found.value
    const problems = problemsOfRole(asked, { kind, at })
    if (problems.length > 0) return fail({ kind: 'roleProblems', problems })

    await lockPerson(tx, actor.personId)
    await endRunOut(tx, { person: actor.personId, on: dayOf(at), at })
    const open = await openMembershipsOf(tx, { person: actor.personId, organisation })
    const same = open.find(({ role }) => role === asked.role)
    if (same) return fail({ kind: same.status === 'asked' ? 'alreadyAsked' : 'alreadyHas' })

    const id = MembershipId.parse(newId())
    await insertMembership(tx, {
      ...newAsk(asked, at),
      id,
      person: actor.personId,
      organisation,
      claim: organisation ? null : claim,
    })
    const details = { membership: id, role: asked.role }
    await recordAudit(tx, actor, {
      action: 'membership.asked',
      subject: actor.personId,
      organisation,
      details,
      at,
    })
    await recordEvent(tx, {
      kind: 'membership.asked',
      subject: id,
      payload: { person: actor.personId, organisation, role: asked.role },
    })
    return ok(id)
  })
}

type Asked = {
  readonly id: OrganisationId | null
  readonly kind: OrganisationKind
  readonly claim: SupplierClaim | null
}

async function findAsked(
  tx: Database,
  asked: AskToJoin['organisation'],
): Promise<Result<Asked, AskToJoinFailure>> {
  if (typeof asked === 'string') {
    const known = await findOrganisationById(tx, asked)
    return known
      ? ok({ id: known.id, kind: known.kind, claim: null })
      : fail({ kind: 'organisationNotFound' })
  }
  const { number, valid } = cleanOrganisasjonsnummer(asked.organisasjonsnummer)
  if (!valid || number === null) return fail({ kind: 'numberNotValid' })
  const { organisations } = await listOrganisations(tx, { organisasjonsnummer: number, limit: 1 })
  const [known] = organisations
  const claim = { organisasjonsnummer: number, name: asked.name }
  return ok({ id: known?.id ?? null, kind: known?.kind ?? 'supplier', claim })
}

function newAsk(asked: AskToJoin, at: Date) {
  const role: Role = asked.role
  return {
    role,
    status: 'asked' as const,
    message: asked.message,
    title: asked.title,
    delegation: role === 'coordinator' ? asked.delegation : null,
    independenceOn: role === 'consultant' ? Temporal.PlainDate.from(dayOf(at)) : null,
    startsOn: null,
    endsOn: role === 'consultant' ? asked.endsOn : null,
    askedAt: at,
    decidedAt: null,
    decidedBy: null,
    endedAt: null,
    endReason: null,
  }
}
