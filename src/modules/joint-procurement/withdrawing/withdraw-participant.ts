import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import { keep, withNewRound } from '#src/modules/joint-procurement/changing.ts'
import type { ProcurementId, Step } from '#src/modules/joint-procurement/contract.ts'
import type { JointProcurement, Participant } from '#src/modules/joint-procurement/joint-procurement.ts'
import { isPublished } from '#src/modules/joint-procurement/life.ts'
import { mayBind, takesPart } from '#src/modules/joint-procurement/policy.ts'
import { lockProcurement, saveParticipant } from '#src/modules/joint-procurement/procurements-repository.ts'
import { recordAct } from '#src/modules/joint-procurement/talk/lock-part.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { municipalities, population, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type Consequence, consequenceOf } from './consequence.ts'
import type { WithdrawalForm } from './withdrawal-form.ts'
import { insertWithdrawal, type Withdrawal } from './withdrawals-repository.ts'

export type WithdrawFailure =
  | { readonly kind: 'procurementNotFound' }
  /** Only its own coordinator withdraws an organisation. */
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'notTakingPart' }
  | { readonly kind: 'ended' }
  /** Somebody else must lead first. */
  | { readonly kind: 'leads' }
  /** It has come further since what follows was shown. */
  | { readonly kind: 'movedOn'; readonly step: Step }
  | { readonly kind: 'inFuture' }

type Withdraw = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  readonly form: WithdrawalForm
}

/**
 * An organisation withdraws, whenever it likes and by its own decision; nobody withdraws another. What follows is kept as
 * it was shown, and before publication the check is begun anew by those who are left.
 */
export function withdrawParticipant(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, organisation, form }: Withdraw,
): Promise<Result<Consequence, WithdrawFailure>> {
  return inTransaction(db, async (tx): Promise<Result<Consequence, WithdrawFailure>> => {
    const one = await lockProcurement(tx, id)
    if (!one || !takesPart(actor, one)) return fail({ kind: 'procurementNotFound' })
    const leaving = one.participants.find((participant) => participant.organisation === organisation)
    const at = now()
    if (!leaving) return fail({ kind: 'notTakingPart' })
    const refusal = whyNot(actor, { one, leaving, form, at })
    if (refusal) return fail(refusal)
    const consequence = consequenceOf(one, leaving, await inhabitantsOf(tx))
    await save(tx, { one, leaving, at })
    const withdrawal = toWithdrawal({ one, organisation, form, consequence, at })
    await insertWithdrawal(tx, withdrawal, { by: actor.personId })
    const told = { title: one.title, stage: consequence.stage }
    const act = { action: 'joint.withdrawn', organisation, at, told, changesIt: true }
    await recordAct(tx, actor, { id, act })
    return ok(consequence)
  })
}

/** How many live in each municipality, for the key that goes by that. */
export async function inhabitantsOf(db: Database): Promise<ReadonlyMap<OrganisationId, number>> {
  return new Map(municipalities(await readRegister(db)).map((one) => [one.organisation, population(one)]))
}

type Asked = {
  readonly one: JointProcurement
  readonly leaving: Participant
  readonly form: WithdrawalForm
  readonly at: Date
}

function whyNot(actor: Actor, { one, leaving, form, at }: Asked): WithdrawFailure | null {
  if (!mayBind(actor, leaving.organisation)) return { kind: 'notAllowed' }
  if (leaving.status !== 'interested') return { kind: 'notTakingPart' }
  if (one.ended) return { kind: 'ended' }
  if (one.lead === leaving.organisation) return { kind: 'leads' }
  if (form.seenStep !== one.step) return { kind: 'movedOn', step: one.step }
  const isAhead = Temporal.PlainDate.compare(form.decidedOn, dayOf(at)) > 0
  return isAhead ? { kind: 'inFuture' } : null
}

/** Before publication the list is another, so that what was passed counts no longer; it opens to nobody by that. */
async function save(tx: Database, { one, leaving, at }: Omit<Asked, 'form'>): Promise<void> {
  const left: Participant = { ...leaving, status: 'withdrawn', decidedAt: at }
  if (!(await saveParticipant(tx, one.id, left))) throw new Error(`${one.id} was saved while it was locked`)
  const isListAnew = !isPublished(one) && leaving.role !== 'follower'
  const anew = isListAnew ? await withNewRound(tx, one) : one
  await keep(tx, { ...anew, changedAt: at })
}

type Noted = Omit<Asked, 'leaving'> & {
  readonly organisation: OrganisationId
  readonly consequence: Consequence
}

function toWithdrawal({ one, organisation, form, consequence, at }: Noted): Withdrawal {
  return {
    procurement: one.id,
    organisation,
    decidedOn: Temporal.PlainDate.from(form.decidedOn),
    decidedBy: form.decidedBy,
    reason: form.reason,
    archiveReference: form.archiveReference || null,
    step: one.step,
    consequence,
    notedAt: at,
  }
}
