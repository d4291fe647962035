import type { Selectable } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import '#src/modules/joint-procurement/tables.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import type { Decision, Question, Reply, Talk, Task } from './talk.ts'
import { type DecisionForm, JointNoteId, type QuestionForm, type TaskForm } from './talk-forms.ts'

type Noted<Form> = {
  readonly id: JointNoteId
  readonly procurement: ProcurementId
  readonly organisation: OrganisationId
  readonly form: Form
  readonly by: PersonId
  readonly at: Date
}

/** False for one that is there already: a form that was sent twice. */
export async function insertDecision(tx: Database, noted: Noted<DecisionForm>): Promise<boolean> {
  const { form } = noted
  const inserted = await tx
    .insertInto('joint_decision')
    .values({
      id: noted.id,
      procurement_id: noted.procurement,
      decided_on: form.decidedOn,
      title: form.title,
      words: form.words,
      decided_by: form.decidedBy,
      archive_reference: form.archiveReference || null,
      noted_for: noted.organisation,
      noted_by: noted.by,
      noted_at: noted.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function insertTask(tx: Database, noted: Noted<TaskForm>): Promise<boolean> {
  const inserted = await tx
    .insertInto('joint_task')
    .values({
      id: noted.id,
      procurement_id: noted.procurement,
      organisation_id: noted.form.whose,
      title: noted.form.title,
      due_on: noted.form.dueOn,
      version: 1,
      added_by: noted.by,
      added_at: noted.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** The task, locked until the transaction ends. */
export async function lockTask(
  tx: Database,
  { procurement, id }: { readonly procurement: ProcurementId; readonly id: JointNoteId },
): Promise<Task | null> {
  const row = await tx
    .selectFrom('joint_task')
    .selectAll()
    .where('id', '=', id)
    .where('procurement_id', '=', procurement)
    .forUpdate()
    .executeTakeFirst()
  return row ? toTask(row) : null
}

export async function saveTask(
  tx: Database,
  { id, version, done }: Pick<Task, 'id' | 'version'> & { done: { by: PersonId; at: Date } | null },
): Promise<void> {
  await tx
    .updateTable('joint_task')
    .set({ done_by: done?.by ?? null, done_at: done?.at ?? null, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function insertQuestion(tx: Database, noted: Noted<QuestionForm>): Promise<boolean> {
  const inserted = await tx
    .insertInto('joint_question')
    .values({
      id: noted.id,
      procurement_id: noted.procurement,
      words: noted.form.words,
      answer_by: noted.form.answerBy,
      asked_for: noted.organisation,
      asked_by: noted.by,
      asked_at: noted.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function findQuestion(
  tx: Database,
  { procurement, id }: { readonly procurement: ProcurementId; readonly id: JointNoteId },
): Promise<{ readonly words: string; readonly askedFor: OrganisationId } | null> {
  const row = await tx
    .selectFrom('joint_question')
    .select(['words', 'asked_for'])
    .where('id', '=', id)
    .where('procurement_id', '=', procurement)
    .executeTakeFirst()
  return row ? { words: row.words, askedFor: OrganisationId.parse(row.asked_for) } : null
}

/** What an organisation answers takes the place of what it answered before. False where it says the same. */
export async function saveReply(
  tx: Database,
  { question, ...reply }: Reply & { readonly question: JointNoteId; readonly by: PersonId },
): Promise<boolean> {
  const said = { words: reply.words, replied_by: reply.by, replied_at: reply.at }
  const saved = await tx
    .insertInto('joint_reply')
    .values({ question_id: question, organisation_id: reply.organisation, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['question_id', 'organisation_id'])
        .doUpdateSet(said)
        .where('joint_reply.words', '<>', reply.words),
    )
    .executeTakeFirst()
  return saved.numInsertedOrUpdatedRows === 1n
}

/** All of it: decisions and questions with the newest first, tasks with the nearest day first. */
export async function talkOf(db: Database, procurement: ProcurementId): Promise<Talk> {
  const decisions = await db
    .selectFrom('joint_decision')
    .selectAll()
    .where('procurement_id', '=', procurement)
    .orderBy('decided_on', 'desc')
    .orderBy('noted_at', 'desc')
    .execute()
  const tasks = await db
    .selectFrom('joint_task')
    .selectAll()
    .where('procurement_id', '=', procurement)
    .orderBy('due_on')
    .orderBy('added_at')
    .execute()
  return {
    decisions: decisions.map(toDecision),
    tasks: tasks.map(toTask),
    questions: await questionsOf(db, procurement),
  }
}

async function questionsOf(db: Database, procurement: ProcurementId): Promise<readonly Question[]> {
  const questions = await db
    .selectFrom('joint_question')
    .selectAll()
    .where('procurement_id', '=', procurement)
    .orderBy('asked_at', 'desc')
    .execute()
  const replies = await db
    .selectFrom('joint_reply')
    .innerJoin('joint_question', 'joint_question.id', 'joint_reply.question_id')
    .selectAll('joint_reply')
    .where('procurement_id', '=', procurement)
    .orderBy('replied_at')
    .execute()
  const repliesOf = Map.groupBy(replies, (reply) => reply.question_id)
  return questions.map((row) => ({
    id: JointNoteId.parse(row.id),
    words: row.words,
    answerBy: row.answer_by,
    askedFor: OrganisationId.parse(row.asked_for),
    askedAt: row.asked_at,
    replies: (repliesOf.get(row.id) ?? []).map((reply) => ({
      organisation: OrganisationId.parse(reply.organisation_id),
      words: reply.words,
      at: reply.replied_at,
    })),
  }))
}

function toDecision(row: Selectable<Schema['joint_decision']>): Decision {
  return {
    id: JointNoteId.parse(row.id),
    decidedOn: row.decided_on,
    title: row.title,
    words: row.words,
    decidedBy: row.decided_by,
    archiveReference: row.archive_reference,
    notedFor: OrganisationId.parse(row.noted_for),
    notedAt: row.noted_at,
  }
}

function toTask(row: Selectable<Schema['joint_task']>): Task {
  return {
    id: JointNoteId.parse(row.id),
    title: row.title,
    whose: OrganisationId.nullable().parse(row.organisation_id),
    dueOn: row.due_on,
    version: row.version,
    addedAt: row.added_at,
    doneAt: row.done_at,
  }
}
