import { data } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { type Actor, dayOf } from '#src/modules/identity/index.ts'
import {
  DecisionForm,
  JointNoteId,
  QuestionForm,
  ReplyForm,
  TaskForm,
} from '#src/modules/joint-procurement/contract.ts'
import {
  addTask,
  askAll,
  findQuestion,
  type JointProcurement,
  noteDecision,
  replyToQuestion,
  setTask,
} from '#src/modules/joint-procurement/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { textIn } from '#src/web/read-form.ts'
import {
  type FormAnswer,
  neverMind,
  readFields,
  refused,
  voiceIn,
} from '#src/web/routes/joint-life/read-fields.ts'

type Saying = {
  readonly context: { readonly db: Database; readonly now: Clock }
  readonly actor: Actor
  readonly joint: JointProcurement
  readonly form: FormData
  readonly messages: Messages
}

/** What was wrong, for the page to show; null when it was done. */
type Refusal = ReturnType<typeof refused> | null

const otherwise = 'jointTalk.wrong'

export const SAY = {
  vedtak: decide,
  oppgave: task,
  sporsmal: ask,
  svar: reply,
  gjort: done,
  ugjort: undone,
} as const

export function isSaying(intent: string): intent is keyof typeof SAY {
  return Object.hasOwn(SAY, intent)
}

function wrong(answer: FormAnswer): Refusal {
  return data(answer, { status: 422 })
}

/** Of the note the form is about, or that it makes. */
function noteIn(form: FormData): JointNoteId {
  const note = JointNoteId.safeParse(textIn(form, 'note'))
  if (!note.success) throw data(null, { status: 404 })
  return note.data
}

async function decide({ context, actor, joint, form, messages }: Saying): Promise<Refusal> {
  const about = { organisation: voiceIn({ form, actor, joint }), note: noteIn(form) }
  const name = 'vedtak'
  const read = readFields({ form, name, schema: DecisionForm, days: ['decidedOn'], otherwise }, messages)
  if (!read.ok) return wrong(read.answer)
  if (read.value.decidedOn > dayOf(context.now()))
    return refused({ name, typed: read.typed }, { decidedOn: messages.t('jointTalk.inFuture') })
  const said = { ...about, id: joint.id, form: read.value }
  const noted = await noteDecision(context, actor, said)
  return noted.ok ? null : neverMind(noted.failure)
}

async function task({ context, actor, joint, form, messages }: Saying): Promise<Refusal> {
  const about = { organisation: voiceIn({ form, actor, joint }), note: noteIn(form) }
  const name = 'oppgave'
  const read = readFields({ form, name, schema: TaskForm, days: ['dueOn'], otherwise }, messages)
  if (!read.ok) return wrong(read.answer)
  const said = { ...about, id: joint.id, form: read.value }
  const added = await addTask(context, actor, said)
  if (added.ok) return null
  if (added.failure.kind === 'notTakingPart')
    return refused({ name, typed: read.typed }, { whose: messages.t('jointTalk.whose.wrong') })
  return neverMind(added.failure)
}

async function ask({ context, actor, joint, form, messages }: Saying): Promise<Refusal> {
  const about = { organisation: voiceIn({ form, actor, joint }), note: noteIn(form) }
  const name = 'sporsmal'
  const read = readFields({ form, name, schema: QuestionForm, days: ['answerBy'], otherwise }, messages)
  if (!read.ok) return wrong(read.answer)
  const said = { ...about, id: joint.id, form: read.value }
  const asked = await askAll(context, actor, said)
  return asked.ok ? null : neverMind(asked.failure)
}

async function reply({ context, actor, joint, form, messages }: Saying): Promise<Refusal> {
  const note = noteIn(form)
  const organisation = voiceIn({ form, actor, joint })
  if (!(await findQuestion(context.db, { procurement: joint.id, id: note })))
    throw data(null, { status: 404 })
  const name = `svar-${note}-${organisation}`
  const read = readFields({ form, name, schema: ReplyForm, days: [], otherwise }, messages)
  if (!read.ok) return wrong(read.answer)
  const said = { id: joint.id, organisation, note, form: read.value }
  const replied = await replyToQuestion(context, actor, said)
  if (replied.ok) return null
  if (replied.failure.kind === 'questionNotFound') throw data(null, { status: 404 })
  return neverMind(replied.failure)
}

function done(saying: Saying): Promise<Refusal> {
  return set(saying, true)
}

function undone(saying: Saying): Promise<Refusal> {
  return set(saying, false)
}

async function set({ context, actor, joint, form }: Saying, isDone: boolean): Promise<Refusal> {
  const asked = { id: joint.id, organisation: voiceIn({ form, actor, joint }), note: noteIn(form), isDone }
  const changed = await setTask(context, actor, asked)
  if (changed.ok) return null
  if (changed.failure.kind === 'taskNotFound') throw data(null, { status: 404 })
  return neverMind(changed.failure)
}
