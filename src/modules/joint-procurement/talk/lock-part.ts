import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { mayLead, mayWriteFor, takesPart } from '#src/modules/joint-procurement/policy.ts'
import { lockProcurement } from '#src/modules/joint-procurement/procurements-repository.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'

export type PartFailure = { readonly kind: 'procurementNotFound' } | { readonly kind: 'notAllowed' }

/** Those who take part today for whom the actor may write. */
export function voicesOf(
  actor: Actor | null,
  { participants }: Pick<JointProcurement, 'participants'>,
): readonly OrganisationId[] {
  if (!actor) return []
  return participants
    .filter(({ status, organisation }) => status === 'interested' && mayWriteFor(actor, organisation))
    .map(({ organisation }) => organisation)
}

/** Kept from others until the transaction ends, for somebody who writes for one who takes part. */
export async function lockAsPart(
  tx: Database,
  actor: Actor,
  { id, organisation }: { readonly id: ProcurementId; readonly organisation: OrganisationId },
): Promise<Result<JointProcurement, PartFailure>> {
  const one = await lockProcurement(tx, id)
  if (!one || !takesPart(actor, one)) return fail({ kind: 'procurementNotFound' })
  return voicesOf(actor, one).includes(organisation) ? ok(one) : fail({ kind: 'notAllowed' })
}

/** The same for those who write for the lead. */
export async function lockAsLead(
  tx: Database,
  actor: Actor,
  id: ProcurementId,
): Promise<Result<JointProcurement, PartFailure>> {
  const one = await lockProcurement(tx, id)
  if (!one || !takesPart(actor, one)) return fail({ kind: 'procurementNotFound' })
  return mayLead(actor, one) ? ok(one) : fail({ kind: 'notAllowed' })
}

export type Act = {
  readonly action: string
  readonly organisation: OrganisationId
  readonly at: Date
  /** What those who are told need to know: keys, days and titles. */
  readonly told?: Readonly<Record<string, Json>>
  /** Whether the procurement itself is another than before. */
  readonly changesIt?: boolean
}

/** Notes what was done, and lets those whom it concerns be told. */
export async function recordAct(
  tx: Database,
  actor: Actor,
  { id, act }: { readonly id: ProcurementId; readonly act: Act },
): Promise<void> {
  const { action, organisation, at, told = {}, changesIt = false } = act
  const payload = { ...told, organisation, by: actor.personId }
  await recordAudit(tx, actor, { action, subject: id, organisation, at })
  await recordEvents(tx, [
    { kind: action, subject: id, payload },
    ...(changesIt ? [{ kind: 'joint.changed', subject: id, payload }] : []),
  ])
}
