import type { Messages } from '#src/messages/index.ts'
import { paperWords } from '#src/messages/paper-words.ts'
import type { JointProcurement, Meeting, Talk, Withdrawal } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  type Block,
  bullets,
  facts,
  heading,
  type Paper,
  paragraph,
  table,
} from '#src/platform/papers/index.ts'

export type Log = {
  readonly joint: JointProcurement
  readonly talk: Talk
  readonly meetings: readonly Meeting[]
  readonly withdrawals: readonly Withdrawal[]
}

type Saying = {
  readonly messages: Messages
  readonly nameOf: (organisation: OrganisationId) => string
  readonly lead: string
  readonly madeAt: Date
}

/** The log of a joint procurement as a paper with what a journal asks for. */
export function logPaper(log: Log, saying: Saying): Paper {
  const { messages, lead, madeAt } = saying
  const { t, date, language } = messages
  const { joint } = log
  return {
    language,
    words: paperWords(messages),
    title: joint.title,
    sort: t('jointPaper.sort'),
    author: lead,
    footer: t('jointPaper.footer', { title: joint.title }),
    madeAt,
    journal: {
      documentDate: date(madeAt),
      from: lead,
      ...(joint.facts.archiveReference ? { archiveReference: joint.facts.archiveReference } : {}),
    },
    blocks: [
      ...participantBlocks(log, saying),
      ...decisionBlocks(log, saying),
      ...questionBlocks(log, saying),
      ...taskBlocks(log, saying),
      ...meetingBlocks(log, saying),
      ...withdrawalBlocks(log, saying),
    ],
  }
}

function participantBlocks({ joint }: Log, { messages: { t }, nameOf }: Saying): readonly Block[] {
  return [
    heading(1, t('jointPaper.participants')),
    table(
      [t('jointPaper.who'), t('jointPaper.role'), t('jointPaper.standing')],
      joint.participants.map(({ organisation, role, status }) => [
        nameOf(organisation),
        t(`jointRole.${role}`),
        t(`joint.status.${status}`),
      ]),
      { rowHeaders: true },
    ),
  ]
}

function decisionBlocks({ talk }: Log, { messages: { t, date }, nameOf }: Saying): readonly Block[] {
  const told = talk.decisions.toReversed().flatMap((one) => [
    heading(2, one.title),
    facts([
      [t('jointTalk.decision.on'), date(one.decidedOn)],
      [t('jointTalk.decision.by'), one.decidedBy],
      [t('jointTalk.decision.reference'), one.archiveReference],
      [t('jointTalk.for'), nameOf(one.notedFor)],
    ]),
    ...(one.words ? [paragraph(one.words)] : []),
  ])
  return [heading(1, t('jointTalk.decisions')), ...orNothing(told, t('jointTalk.decisions.none'))]
}

function questionBlocks({ talk }: Log, { messages: { t, date }, nameOf }: Saying): readonly Block[] {
  const told = talk.questions.toReversed().flatMap((question) => [
    heading(2, t('jointTalk.question.from', { who: nameOf(question.askedFor) })),
    paragraph(question.words),
    facts([
      [t('jointTalk.day'), date(question.askedAt)],
      [t('jointTalk.question.by'), question.answerBy && date(question.answerBy)],
    ]),
    ...(question.replies.length > 0
      ? [
          table(
            [t('jointPaper.who'), t('jointPaper.answers')],
            question.replies.map(({ organisation, words }) => [nameOf(organisation), words]),
            { rowHeaders: true },
          ),
        ]
      : []),
  ])
  return [heading(1, t('jointTalk.questions')), ...orNothing(told, t('jointTalk.questions.none'))]
}

function taskBlocks({ talk }: Log, { messages: { t, date }, nameOf }: Saying): readonly Block[] {
  const lines = talk.tasks.map(({ title, whose, dueOn, doneAt }) =>
    [
      title,
      whose ? nameOf(whose) : t('jointTalk.task.everybody'),
      dueOn && t('jointTalk.task.due.on', { date: date(dueOn) }),
      doneAt && t('jointTalk.task.doneOn', { date: date(doneAt) }),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  const told = lines.length > 0 ? [bullets(lines)] : []
  return [heading(1, t('jointTalk.tasks')), ...orNothing(told, t('jointPaper.nothing'))]
}

function meetingBlocks({ meetings }: Log, { messages: { t, dateTime } }: Saying): readonly Block[] {
  const told = meetings.flatMap((one) => [
    heading(2, one.title),
    facts([
      [t('jointMeeting.when'), `${dateTime(one.startsAt)} – ${dateTime(one.endsAt)}`],
      [t('jointMeeting.where'), one.place],
      [t('jointMeeting.kind'), t(`jointMeeting.kind.${one.kind}`)],
      [t('jointPaper.standing'), one.cancelledAt && t('jointMeeting.cancelled')],
    ]),
    ...(one.agenda ? [paragraph(one.agenda)] : []),
  ])
  return [heading(1, t('jointPaper.meetings')), ...orNothing(told, t('jointPaper.nothing'))]
}

function withdrawalBlocks({ withdrawals }: Log, { messages: { t, date }, nameOf }: Saying): readonly Block[] {
  if (withdrawals.length === 0) return []
  return [
    heading(1, t('jointPaper.withdrawals')),
    ...withdrawals.toReversed().flatMap((one) => [
      heading(2, nameOf(one.organisation)),
      paragraph(
        t('jointWithdraw.entry', {
          who: nameOf(one.organisation),
          step: t(`joint.step.${one.step}`),
          body: one.decidedBy,
          date: date(one.decidedOn),
        }),
      ),
      paragraph(one.reason),
      facts([[t('jointWithdraw.archiveReference'), one.archiveReference]]),
      heading(3, t('jointWithdraw.shown')),
      bullets(one.consequence.points.map((point) => t(`jointWithdraw.point.${point}`))),
      ...(one.consequence.exitTerms ? [paragraph(one.consequence.exitTerms)] : []),
    ]),
  ]
}

function orNothing(told: readonly Block[], nothing: string): readonly Block[] {
  return told.length > 0 ? told : [paragraph(nothing)]
}
