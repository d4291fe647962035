import type { Actor } from '#src/modules/identity/actor.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { type AdviserAccess, accessesOpenTo, findOpening } from './adviser-access-repository.ts'

export type SeenByAdviser = {
  /** Whose it is. */
  readonly organisation: OrganisationId
  /** Of which kind it is (`drafts`). */
  readonly scope: string
  /** The public id of what is shown. */
  readonly subject: string
  readonly at: Date
}

/**
 * Whether the actor, as an adviser, may see the thing now; noted in the audit of the organisation it belongs to when
 * so. To be called by whoever is about to show it, in the same transaction as it is read.
 */
export async function seeAsAdviser(
  tx: Database,
  actor: Actor,
  { organisation, scope, subject, at }: SeenByAdviser,
): Promise<boolean> {
  if (!actor.roles.has('adviser')) return false
  const asked = { adviser: actor.personId, organisation, scopes: [scope, subject], on: dayOf(at) }
  const opening = await findOpening(tx, asked)
  if (!opening) return false
  const details = { access: opening.id, scope }
  await recordAudit(tx, actor, { action: 'adviser-access.seen', subject, organisation, details, at })
  return true
}

/** What is open to the adviser today, and until when; nothing for one who is no adviser any more. */
export async function whatIsOpenTo(db: Database, actor: Actor, at: Date): Promise<readonly AdviserAccess[]> {
  return actor.roles.has('adviser') ? accessesOpenTo(db, { adviser: actor.personId, on: dayOf(at) }) : []
}
