import type { Messages } from '#src/messages/index.ts'
import {
  buyers,
  isLate,
  type JointProcurement,
  type Talk,
  type Withdrawal,
} from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Voice } from '#src/web/routes/joint-life/read-life.ts'
import {
  type ConsequenceView,
  consequenceView,
} from '#src/web/routes/joint-life/withdraw/consequence-view.ts'

type Asked = {
  readonly joint: JointProcurement
  readonly talk: Talk
  readonly withdrawals: readonly Withdrawal[]
  readonly today: Temporal.PlainDate
  readonly voices: readonly Voice[]
  readonly nameOf: (id: OrganisationId) => string
  readonly messages: Messages
}

export type TaskView = {
  readonly id: string
  readonly title: string
  readonly whose: string | null
  readonly due: string | null
  readonly isLate: boolean
  readonly doneOn: string | null
}

export type QuestionView = {
  readonly id: string
  readonly words: string
  readonly who: string
  readonly answerBy: string | null
  readonly replies: readonly { readonly who: string; readonly words: string }[]
  readonly missing: string | null
  /** What those for whom the reader writes have said, to be changed. */
  readonly own: Readonly<Record<string, string>>
}

export type WithdrawalView = {
  readonly who: string
  readonly step: Withdrawal['step']
  readonly body: string
  readonly on: string
  readonly reason: string
  readonly archiveReference: string | null
  readonly view: ConsequenceView
}

export function talkView(asked: Asked) {
  const { talk, messages, nameOf } = asked
  const { date } = messages
  return {
    decisions: talk.decisions.map((one) => ({
      id: one.id as string,
      title: one.title,
      words: one.words,
      by: one.decidedBy,
      on: date(one.decidedOn),
      archiveReference: one.archiveReference,
      from: nameOf(one.notedFor),
    })),
    tasks: talk.tasks.map((task) => taskView(task, asked)),
    questions: talk.questions.map((question) => questionView(question, asked)),
    withdrawals: asked.withdrawals.map(
      (one): WithdrawalView => ({
        who: nameOf(one.organisation),
        step: one.step,
        body: one.decidedBy,
        on: date(one.decidedOn),
        reason: one.reason,
        archiveReference: one.archiveReference,
        view: consequenceView(one.consequence, { nameOf, messages }),
      }),
    ),
  }
}

function taskView(task: Talk['tasks'][number], { nameOf, today, messages: { date } }: Asked): TaskView {
  return {
    id: task.id,
    title: task.title,
    whose: task.whose && nameOf(task.whose),
    due: task.dueOn && date(task.dueOn),
    isLate: isLate(task, today),
    doneOn: task.doneAt && date(task.doneAt),
  }
}

/** Those who only follow may answer, and are not waited for. */
function questionView(
  question: Talk['questions'][number],
  { joint, nameOf, voices, messages: { date, list } }: Asked,
): QuestionView {
  const { replies } = question
  const missing = buyers(joint).filter(
    ({ organisation }) =>
      organisation !== question.askedFor && !replies.some((reply) => reply.organisation === organisation),
  )
  const own = replies.filter((reply) => voices.some(({ id }) => id === reply.organisation))
  return {
    id: question.id,
    words: question.words,
    who: nameOf(question.askedFor),
    answerBy: question.answerBy && date(question.answerBy),
    replies: replies.map((reply) => ({ who: nameOf(reply.organisation), words: reply.words })),
    missing: missing.length > 0 ? list(missing.map(({ organisation }) => nameOf(organisation))) : null,
    own: Object.fromEntries(own.map((reply) => [reply.organisation, reply.words])),
  }
}
