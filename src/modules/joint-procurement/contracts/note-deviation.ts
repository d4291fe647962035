import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { lockAsPart, type PartFailure, recordAct } from '#src/modules/joint-procurement/talk/lock-part.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DeviationForm, JointContractId, SettleForm } from './contract-forms.ts'
import { boundBy } from './contract-of-joint.ts'
import { findContract, insertDeviation, settleDeviation } from './contracts-repository.ts'

type Context = { readonly db: Database; readonly now: Clock }

type About = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  readonly contract: JointContractId
  /** Made with the form that notes it. */
  readonly deviation: JointContractId
}

export type NoteDeviationFailure =
  | PartFailure
  | { readonly kind: 'contractNotFound' }
  | { readonly kind: 'inFuture' }

/** Notes, for one whom the contract binds, that something was not as agreed. */
export function noteDeviation(
  { db, now }: Context,
  actor: Actor,
  { form, ...about }: About & { readonly form: DeviationForm },
): Promise<Result<null, NoteDeviationFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, NoteDeviationFailure>> => {
    const found = await lockBound(tx, actor, about)
    if (!found.ok) return found
    const at = now()
    if (form.happenedOn > dayOf(at)) return fail({ kind: 'inFuture' })
    const { id, organisation, contract } = about
    const happenedOn = Temporal.PlainDate.from(form.happenedOn)
    const one = { id: about.deviation, organisation, happenedOn, words: form.words, settled: null }
    if (!(await insertDeviation(tx, { contract, one, by: actor.personId, at }))) return ok(null)
    const act = { action: 'joint.deviation-noted', organisation, at, told: found.value.told }
    await recordAct(tx, actor, { id, act })
    return ok(null)
  })
}

export type SettleDeviationFailure =
  | NoteDeviationFailure
  | { readonly kind: 'deviationNotFound' }
  | { readonly kind: 'alreadySettled' }
  | { readonly kind: 'beforeIt' }

/** Notes how it was settled, for the one who noted it. */
export function noteSettled(
  { db, now }: Context,
  actor: Actor,
  { form, ...about }: About & { readonly form: SettleForm },
): Promise<Result<null, SettleDeviationFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, SettleDeviationFailure>> => {
    const found = await lockBound(tx, actor, about)
    if (!found.ok) return found
    const deviation = found.value.contract.deviations.find(({ id }) => id === about.deviation)
    if (!deviation) return fail({ kind: 'deviationNotFound' })
    if (deviation.organisation !== about.organisation) return fail({ kind: 'notAllowed' })
    const at = now()
    if (form.settledOn > dayOf(at)) return fail({ kind: 'inFuture' })
    if (form.settledOn < deviation.happenedOn.toString()) return fail({ kind: 'beforeIt' })
    if (!(await settleDeviation(tx, { id: deviation.id, on: form.settledOn, how: form.how })))
      return fail({ kind: 'alreadySettled' })
    const { id, organisation } = about
    const act = { action: 'joint.deviation-settled', organisation, at, told: found.value.told }
    await recordAct(tx, actor, { id, act })
    return ok(null)
  })
}

async function lockBound(tx: Database, actor: Actor, { id, organisation, contract: asked }: About) {
  const locked = await lockAsPart(tx, actor, { id, organisation })
  if (!locked.ok) return locked
  const contract = await findContract(tx, { procurement: id, id: asked })
  if (!contract || !boundBy(contract, locked.value).includes(organisation))
    return fail({ kind: 'contractNotFound' as const })
  return ok({ contract, told: { title: locked.value.title, what: contract.supplierName } })
}
