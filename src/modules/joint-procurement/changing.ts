import { sql } from 'kysely'
import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, type Result } from '#src/platform/result.ts'
import type { ProcurementId } from './contract.ts'
import type { JointProcurement } from './joint-procurement.ts'
import { isPublished } from './life.ts'
import { mayRead } from './policy.ts'
import { lockProcurement, saveProcurement } from './procurements-repository.ts'

export type Context = { readonly db: Database; readonly now: Clock }

/** What every change of a joint procurement can be refused for. */
export type NotOpen = { readonly kind: 'procurementNotFound' } | { readonly kind: 'hasEnded' }

export type Changing = { readonly tx: Database; readonly joint: JointProcurement; readonly at: Date }

/**
 * Does `work` while nobody else can change the procurement, its participants or its steps. One that the actor may not know
 * of is not there, and one that has ended is not changed.
 */
export function changeProcurement<Value, Failure>(
  { db, now }: Context,
  actor: Actor,
  {
    id,
    work,
  }: { readonly id: ProcurementId; readonly work: (c: Changing) => Promise<Result<Value, Failure>> },
): Promise<Result<Value, Failure | NotOpen>> {
  return inTransaction(db, async (tx): Promise<Result<Value, Failure | NotOpen>> => {
    const joint = await lockProcurement(tx, id)
    if (!joint || !mayRead(actor, joint)) return fail({ kind: 'procurementNotFound' })
    if (joint.ended) return fail({ kind: 'hasEnded' })
    return work({ tx, joint, at: now() })
  })
}

/** Saves what is common, while it is locked: nobody can have saved it since. */
export async function keep(tx: Database, joint: JointProcurement): Promise<JointProcurement> {
  if (!(await saveProcurement(tx, joint))) throw new Error(`${joint.id} was saved while it was locked`)
  return { ...joint, version: joint.version + 1 }
}

/**
 * The same, in a new round of the check before publication if somebody has passed the one it is in: what was passed before
 * a change is not what is published.
 */
export async function withNewRound(tx: Database, joint: JointProcurement): Promise<JointProcurement> {
  if (isPublished(joint)) return joint
  const { rows } = await sql<{ passed: boolean }>`
    select exists (select from gate_pass where procurement_id = ${joint.id} and round = ${joint.gateRound}) as passed
  `.execute(tx)
  return rows[0]?.passed ? { ...joint, gateRound: joint.gateRound + 1 } : joint
}

type Noted = {
  /** What was done, as the log calls it (`joint.begun`). */
  readonly action: string
  readonly organisation: OrganisationId
  readonly details?: Readonly<Record<string, Json>>
  /** A kind of event of its own, for those who are told of it. */
  readonly telling?: string
}

/** Notes who did what for whom, and that the procurement has changed, in the transaction of the change. */
export async function note(
  { tx, joint, at }: Changing,
  actor: Actor,
  { action, organisation, details = {}, telling }: Noted,
): Promise<void> {
  await recordAudit(tx, actor, { action, subject: joint.id, organisation, details, at })
  const payload = { ...details, organisation, by: actor.personId }
  await recordEvents(tx, [
    { kind: 'joint.changed', subject: joint.id, payload },
    ...(telling ? [{ kind: telling, subject: joint.id, payload }] : []),
  ])
}
