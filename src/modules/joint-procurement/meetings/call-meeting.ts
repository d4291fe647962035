import type { Actor } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { lockAsLead, type PartFailure, recordAct } from '#src/modules/joint-procurement/talk/lock-part.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { isSame, type Meeting, toldIn } from './meeting.ts'
import type { MeetingForm, MeetingId } from './meeting-form.ts'
import { findMeeting, insertMeeting, saveMeeting } from './meetings-repository.ts'

type Context = { readonly db: Database; readonly now: Clock }

type CallMeeting = {
  readonly id: ProcurementId
  /** Made with the form, so that a form that is sent twice calls one meeting. */
  readonly meeting: MeetingId
  readonly form: MeetingForm
}

/** The lead calls those who take part to a meeting. */
export function callMeeting(
  { db, now }: Context,
  actor: Actor,
  { id, meeting, form }: CallMeeting,
): Promise<Result<null, PartFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockAsLead(tx, actor, id)
    if (!locked.ok) return locked
    const at = now()
    const told = toldIn(form)
    const one: Meeting = {
      id: meeting,
      procurement: id,
      ...told,
      sequence: 0,
      changedAt: at,
      cancelledAt: null,
    }
    if (!(await insertMeeting(tx, one, { by: actor.personId }))) return ok(null)
    await recordAct(tx, actor, {
      id,
      act: { action: 'joint.meeting-called', organisation: locked.value.lead, at, told: whatIsTold(one) },
    })
    return ok(null)
  })
}

export type ChangeMeetingFailure =
  | PartFailure
  | { readonly kind: 'meetingNotFound' }
  | { readonly kind: 'cancelled' }
  /** Somebody has changed it since it was read. */
  | { readonly kind: 'changed'; readonly sequence: number }

type Meant = { readonly id: ProcurementId; readonly meeting: string; readonly sequence: number }

/** Changes a meeting that has been called; calendars that have it follow. */
export function changeMeeting(
  { db, now }: Context,
  actor: Actor,
  { form, ...meant }: Meant & { readonly form: MeetingForm },
): Promise<Result<null, ChangeMeetingFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, ChangeMeetingFailure>> => {
    const found = await lockMeeting(tx, actor, meant)
    if (!found.ok) return found
    const told = toldIn(form)
    if (isSame(found.value, told)) return ok(null)
    const changed = { ...found.value, ...told, changedAt: now() }
    await saveLocked(tx, changed)
    const organisation = found.value.lead
    const act = { organisation, at: changed.changedAt, told: whatIsTold(changed) }
    await recordAct(tx, actor, { id: meant.id, act: { action: 'joint.meeting-changed', ...act } })
    return ok(null)
  })
}

/** Calls a meeting off; it stays, marked as cancelled, so that calendars take it away. */
export function cancelMeeting(
  { db, now }: Context,
  actor: Actor,
  meant: Meant,
): Promise<Result<null, ChangeMeetingFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, ChangeMeetingFailure>> => {
    const found = await lockMeeting(tx, actor, meant)
    if (!found.ok) return found
    const at = now()
    await saveLocked(tx, { ...found.value, changedAt: at, cancelledAt: at })
    const act = { organisation: found.value.lead, at, told: whatIsTold(found.value) }
    await recordAct(tx, actor, { id: meant.id, act: { action: 'joint.meeting-cancelled', ...act } })
    return ok(null)
  })
}

/** The lock on the procurement keeps its meetings from others too. */
async function lockMeeting(tx: Database, actor: Actor, { id, meeting, sequence }: Meant) {
  const locked = await lockAsLead(tx, actor, id)
  if (!locked.ok) return locked
  const one = await findMeeting(tx, { procurement: id, id: meeting })
  if (!one) return fail({ kind: 'meetingNotFound' as const })
  if (one.cancelledAt) return fail({ kind: 'cancelled' as const })
  if (one.sequence !== sequence) return fail({ kind: 'changed' as const, sequence: one.sequence })
  return ok({ ...one, lead: locked.value.lead })
}

async function saveLocked(tx: Database, one: Meeting): Promise<void> {
  if (!(await saveMeeting(tx, one))) throw new Error(`${one.id} was saved while it was locked`)
}

function whatIsTold({ id, title, startsAt }: Meeting) {
  return { meeting: id, what: title, startsAt: startsAt.toISOString() }
}
