import { messagesIn } from '#src/messages/index.ts'
import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { contractsOf } from '#src/modules/joint-procurement/contracts/contracts-repository.ts'
import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { meetingsOf } from '#src/modules/joint-procurement/meetings/meetings-repository.ts'
import { saveProcurement } from '#src/modules/joint-procurement/procurements-repository.ts'
import { lockAsLead, type PartFailure, recordAct } from '#src/modules/joint-procurement/talk/lock-part.ts'
import { withdrawalsOf } from '#src/modules/joint-procurement/withdrawing/withdrawals-repository.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import { readDraft, startDraft } from '#src/modules/sharing/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { measurementsOf } from './benefits-repository.ts'
import { prefillCase } from './prefill-case.ts'

export type MakeCaseFailure =
  | PartFailure
  /** There is a benefit to tell of only after it has been taken into use. */
  | { readonly kind: 'tooEarly' }

type Context = { readonly db: Database; readonly now: Clock }

/** Begins the case that the joint procurement becomes, filled in from it, or leads to the draft that has been begun. */
export function makeCase(
  { db, now }: Context,
  actor: Actor,
  id: ProcurementId,
): Promise<Result<DraftId, MakeCaseFailure>> {
  return inTransaction(db, async (tx): Promise<Result<DraftId, MakeCaseFailure>> => {
    const locked = await lockAsLead(tx, actor, id)
    if (!locked.ok) return locked
    const one = locked.value
    if (!mayBecomeCase(one)) return fail({ kind: 'tooEarly' })
    const begun = one.draft && (await readDraft(tx, actor, one.draft))
    if (begun && begun.status !== 'discarded') return ok(begun.id)
    const draft = await begin({ db: tx, now }, actor, one)
    const at = now()
    if (!(await saveProcurement(tx, { ...one, draft, changedAt: at })))
      throw new Error(`${id} was saved while it was locked`)
    const act = { action: 'joint.case-begun', organisation: one.lead, at, told: { title: one.title } }
    await recordAct(tx, actor, { id, act })
    return ok(draft)
  })
}

/** One that was called off or stopped has lessons, and tells them in «hva stoppet oss». */
export function mayBecomeCase({ step, ended }: Pick<JointProcurement, 'step' | 'ended'>): boolean {
  const hasCome = step === 'benefit' || step === 'shared'
  return hasCome && (ended === null || ended.outcome === 'closed')
}

async function begin(context: Context, actor: Actor, one: JointProcurement): Promise<DraftId> {
  const { db, now } = context
  const { t, date } = messagesIn(actor.language)
  const withdrawals = await withdrawalsOf(db, one.id)
  const named = [...one.participants, ...withdrawals].map(({ organisation }) => organisation)
  const whole = {
    one,
    contracts: await contractsOf(db, one.id),
    measurements: await measurementsOf(db, one.id),
    withdrawals,
    meetings: await meetingsOf(db, one.id),
    organisations: await organisationsByIds(db, named),
  }
  const today = Temporal.PlainDate.from(dayOf(now()))
  const content = prefillCase(whole, { t, date, language: actor.language, today })
  const started = await startDraft(context, actor, {
    id: DraftId.parse(newId()),
    organisation: one.lead,
    size: 'full',
    language: actor.language,
    from: { kind: 'joint-procurement', id: one.id, content },
  })
  // Whoever writes for the lead may begin a draft for it; throwing undoes what was begun.
  if (!started.ok) throw new Error(`The draft of ${one.id} was not begun: ${started.failure.kind}`)
  return started.value.id
}
