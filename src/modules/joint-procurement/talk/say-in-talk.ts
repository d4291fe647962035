import type { Actor } from '#src/modules/identity/index.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { lockAsPart, type PartFailure, recordAct } from './lock-part.ts'
import type { DecisionForm, JointNoteId, QuestionForm, ReplyForm, TaskForm } from './talk-forms.ts'
import {
  findQuestion,
  insertDecision,
  insertQuestion,
  insertTask,
  lockTask,
  saveReply,
  saveTask,
} from './talk-repository.ts'

type Context = { readonly db: Database; readonly now: Clock }

/** What somebody says, for one of those who take part. */
export type Say<Form> = {
  readonly id: ProcurementId
  readonly organisation: OrganisationId
  /** Made with the form, so that a form that is sent twice is noted once. */
  readonly note: JointNoteId
  readonly form: Form
}

/** Notes a decision in the log: theirs, or that of the group. */
export function noteDecision(
  { db, now }: Context,
  actor: Actor,
  { id, organisation, note, form }: Say<DecisionForm>,
): Promise<Result<null, PartFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockAsPart(tx, actor, { id, organisation })
    if (!locked.ok) return locked
    const at = now()
    const noted = { id: note, procurement: id, organisation, form, by: actor.personId, at }
    if (!(await insertDecision(tx, noted))) return ok(null)
    const told = { title: locked.value.title, what: form.title }
    await recordAct(tx, actor, { id, act: { action: 'joint.decision-noted', organisation, at, told } })
    return ok(null)
  })
}

export type AddTaskFailure = PartFailure | { readonly kind: 'notTakingPart' }

/** Adds something to be done; whose turn it is, is told. */
export function addTask(
  { db, now }: Context,
  actor: Actor,
  { id, organisation, note, form }: Say<TaskForm>,
): Promise<Result<null, AddTaskFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, AddTaskFailure>> => {
    const locked = await lockAsPart(tx, actor, { id, organisation })
    if (!locked.ok) return locked
    const { participants, title } = locked.value
    const whose = participants.find((one) => one.organisation === form.whose && one.status === 'interested')
    if (form.whose !== null && !whose) return fail({ kind: 'notTakingPart' })
    const at = now()
    const noted = { id: note, procurement: id, organisation, form, by: actor.personId, at }
    if (!(await insertTask(tx, noted))) return ok(null)
    const told = { title, what: form.title, whose: form.whose, due: form.dueOn }
    await recordAct(tx, actor, { id, act: { action: 'joint.task-added', organisation, at, told } })
    return ok(null)
  })
}

export type SetTaskFailure = PartFailure | { readonly kind: 'taskNotFound' }
export type SetTask = Omit<Say<never>, 'form'> & { readonly isDone: boolean }

/** Says that a task is done, or takes that back. Saying it again changes nothing. */
export function setTask(
  { db, now }: Context,
  actor: Actor,
  { id, organisation, note, isDone }: SetTask,
): Promise<Result<null, SetTaskFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, SetTaskFailure>> => {
    const locked = await lockAsPart(tx, actor, { id, organisation })
    if (!locked.ok) return locked
    const task = await lockTask(tx, { procurement: id, id: note })
    if (!task) return fail({ kind: 'taskNotFound' })
    if ((task.doneAt !== null) === isDone) return ok(null)
    const at = now()
    await saveTask(tx, { ...task, done: isDone ? { by: actor.personId, at } : null })
    const act = { organisation, at, told: { title: locked.value.title, what: task.title } }
    await recordAct(tx, actor, {
      id,
      act: isDone ? { action: 'joint.task-done', ...act } : { action: 'joint.task-undone', ...act },
    })
    return ok(null)
  })
}

/** Asks all who take part. */
export function askAll(
  { db, now }: Context,
  actor: Actor,
  { id, organisation, note, form }: Say<QuestionForm>,
): Promise<Result<null, PartFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockAsPart(tx, actor, { id, organisation })
    if (!locked.ok) return locked
    const at = now()
    const noted = { id: note, procurement: id, organisation, form, by: actor.personId, at }
    if (!(await insertQuestion(tx, noted))) return ok(null)
    const told = { title: locked.value.title, what: shortened(form.words), due: form.answerBy }
    await recordAct(tx, actor, { id, act: { action: 'joint.question-asked', organisation, at, told } })
    return ok(null)
  })
}

export type ReplyFailure = PartFailure | { readonly kind: 'questionNotFound' }

/** Answers for one's own; a new answer takes the place of the one before. */
export function replyToQuestion(
  { db, now }: Context,
  actor: Actor,
  { id, organisation, note, form }: Say<ReplyForm>,
): Promise<Result<null, ReplyFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, ReplyFailure>> => {
    const locked = await lockAsPart(tx, actor, { id, organisation })
    if (!locked.ok) return locked
    const question = await findQuestion(tx, { procurement: id, id: note })
    if (!question) return fail({ kind: 'questionNotFound' })
    const at = now()
    const reply = { question: note, organisation, words: form.words, by: actor.personId, at }
    if (!(await saveReply(tx, reply))) return ok(null)
    const told = { title: locked.value.title, what: shortened(question.words), askedFor: question.askedFor }
    await recordAct(tx, actor, { id, act: { action: 'joint.question-answered', organisation, at, told } })
    return ok(null)
  })
}

const SHORT = 120

function shortened(words: string): string {
  return words.length <= SHORT ? words : `${words.slice(0, SHORT - 1).trimEnd()}…`
}
