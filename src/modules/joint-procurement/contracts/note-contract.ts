import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { buyers, isOver, type JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { mayLead, mayWriteFor, takesPart } from '#src/modules/joint-procurement/policy.ts'
import { lockProcurement } from '#src/modules/joint-procurement/procurements-repository.ts'
import { type PartFailure, recordAct } from '#src/modules/joint-procurement/talk/lock-part.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { ContractForm, JointContractId } from './contract-forms.ts'
import type { JointContract } from './contract-of-joint.ts'
import { findContract, insertContract, saveContract } from './contracts-repository.ts'
import { type SigningHindrance, signingHindrance } from './standstill.ts'

type Context = { readonly db: Database; readonly now: Clock }

export type NoteContractFailure =
  | PartFailure
  /** It is for somebody who does not buy here. */
  | { readonly kind: 'notBuying' }
  | { readonly kind: 'inFuture' }
  | SigningHindrance

type NoteContract = {
  readonly id: ProcurementId
  /** Made with the form, so that a form that is sent twice notes one contract. */
  readonly contract: JointContractId
  readonly form: ContractForm
}

/** Notes a contract: the lead one that is for all, each its own. Nothing is signed in the standstill or over a complaint. */
export function noteContract(
  { db, now }: Context,
  actor: Actor,
  { id, contract, form }: NoteContract,
): Promise<Result<null, NoteContractFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, NoteContractFailure>> => {
    const at = now()
    const allowed = await lockToNote(tx, actor, { id, form, at })
    if (!allowed.ok) return allowed
    const { one, organisation } = allowed.value
    const noted = { ...toldIn(form), id: contract, procurement: id, organisation, version: 1, deviations: [] }
    if (!(await insertContract(tx, noted, { by: actor.personId, at }))) return ok(null)
    const told = { title: one.title, what: form.supplier, whose: organisation }
    const act = { action: 'joint.contract-noted', organisation: organisation ?? one.lead, at, told }
    await recordAct(tx, actor, { id, act })
    return ok(null)
  })
}

export type ChangeContractFailure =
  | NoteContractFailure
  | { readonly kind: 'contractNotFound' }
  | { readonly kind: 'changed' }

/** Changes what is noted of a contract, for those who may note it. */
export function changeContract(
  { db, now }: Context,
  actor: Actor,
  { id, contract, form, version }: NoteContract & { readonly version: number },
): Promise<Result<null, ChangeContractFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, ChangeContractFailure>> => {
    const at = now()
    const allowed = await lockToNote(tx, actor, { id, form, at })
    if (!allowed.ok) return allowed
    const before = await findContract(tx, { procurement: id, id: contract })
    if (!before) return fail({ kind: 'contractNotFound' })
    const { one, organisation } = allowed.value
    if (!mayNoteFor(actor, one, before.organisation)) return fail({ kind: 'notAllowed' })
    if (before.version !== version) return fail({ kind: 'changed' })
    if (!(await saveContract(tx, { ...before, ...toldIn(form), organisation })))
      throw new Error(`${contract} was saved while it was locked`)
    const told = { title: one.title, what: form.supplier, whose: organisation }
    const act = { action: 'joint.contract-changed', organisation: organisation ?? one.lead, at, told }
    await recordAct(tx, actor, { id, act })
    return ok(null)
  })
}

/** The lead for what is for all; each for its own, and nobody for another. */
export function mayNoteFor(
  actor: Actor,
  one: JointProcurement,
  organisation: OrganisationId | null,
): boolean {
  if (isOver(one)) return false
  return organisation === null ? mayLead(actor, one) : mayWriteFor(actor, organisation)
}

type Asked = { readonly id: ProcurementId; readonly form: ContractForm; readonly at: Date }
type Allowed = { readonly one: JointProcurement; readonly organisation: OrganisationId | null }

async function lockToNote(
  tx: Database,
  actor: Actor,
  { id, form, at }: Asked,
): Promise<Result<Allowed, NoteContractFailure>> {
  const one = await lockProcurement(tx, id)
  if (!one || !takesPart(actor, one)) return fail({ kind: 'procurementNotFound' })
  const organisation = form.whose === null ? null : OrganisationId.parse(form.whose)
  if (!mayNoteFor(actor, one, organisation)) return fail({ kind: 'notAllowed' })
  if (organisation && !buyers(one).some((buyer) => buyer.organisation === organisation))
    return fail({ kind: 'notBuying' })
  if (!form.signedOn) return ok({ one, organisation })
  if (form.signedOn > dayOf(at)) return fail({ kind: 'inFuture' })
  const hindrance = signingHindrance(one, Temporal.PlainDate.from(form.signedOn))
  return hindrance ? fail(hindrance) : ok({ one, organisation })
}

function toldIn(
  form: ContractForm,
): Omit<JointContract, 'id' | 'procurement' | 'organisation' | 'version' | 'deviations'> {
  const { options, optionNoticeOn, followUpMonths, indicators } = form
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  return {
    supplierName: form.supplier,
    signedOn: day(form.signedOn),
    startsOn: Temporal.PlainDate.from(form.startsOn),
    endsOn: Temporal.PlainDate.from(form.endsOn),
    latestEndsOn: day(form.latestEndsOn),
    terms: { options, optionNoticeOn, followUpMonths, indicators },
  }
}
