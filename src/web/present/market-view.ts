import type { Messages } from '#src/messages/index.ts'
import type { AnswerKind, LevellingDecision } from '#src/modules/needs/contract.ts'
import type { DialogueSummary, MarketView, SeenAnswer, SeenMessage } from '#src/modules/needs/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import {
  type MarketPage,
  type MarketPaper,
  marketAddress,
  marketPaperAddress,
  matterAddress,
} from '#src/web/market-address.ts'
import { PAPER_FORMATS, type PaperFormat } from '#src/web/papers/paper-address.ts'

export type EntryView = {
  readonly decision: LevellingDecision
  readonly reason: string
  readonly summary: string | null
  readonly by: string
  readonly on: string
}

export type AnswerView = {
  readonly id: string
  readonly supplier: string
  readonly kind: AnswerKind
  readonly isSecret: boolean
  readonly words: string | null
  readonly link: string | null
  readonly secretBecause: string | null
  readonly hidesName: boolean
  readonly on: string
  readonly withdrawnOn: string | null
  readonly isOwn: boolean
  readonly mayDecide: boolean
  readonly log: readonly EntryView[]
}

export type MessageView = {
  readonly id: string
  readonly kind: SeenMessage['kind']
  /** Null for a supplier whose name is not for this reader. */
  readonly from: string | null
  readonly isOwn: boolean
  readonly words: string
  readonly on: string
  /** The supplier it was said to, or that it was one whose name is kept. */
  readonly to: { readonly name: string | null; readonly isSecret: boolean } | null
  readonly replies: readonly MessageView[]
}

export type SummaryView = {
  readonly version: number
  readonly words: string
  readonly archiveReference: string | null
  readonly by: string
  readonly on: string
}

export type PaperLink = { readonly format: PaperFormat; readonly href: string }

export type MarketPageView = {
  readonly kind: 'need' | 'demand'
  readonly id: string
  readonly title: string
  readonly language: string
  /** Whether everybody may read what it is about; suppliers answer only then. */
  readonly isPublic: boolean
  readonly isOpen: boolean
  readonly href: string
  readonly pages: Readonly<Record<MarketPage, string>>
  readonly papers: Readonly<Record<MarketPaper, readonly PaperLink[]>>
  readonly answers: readonly AnswerView[]
  readonly secretCount: number
  /** How many of those the reader is not shown. */
  readonly secretUnread: number
  readonly messages: readonly MessageView[]
  readonly summaries: readonly SummaryView[]
  readonly undecided: number
  readonly mayAnswer: boolean
  /** Whether the way to answer is shown: to suppliers, and to those who may be one and have not signed in. */
  readonly invites: boolean
  readonly isAnnouncer: boolean
  readonly mayPublish: boolean
}

type Names = (id: OrganisationId | null) => string

/** A market in the words of the reader's language; holds nothing that the view of this reader does not. */
export async function marketPageView(
  db: Database,
  view: MarketView,
  { messages, isSignedIn }: { readonly messages: Messages; readonly isSignedIn: boolean },
): Promise<MarketPageView> {
  const { matter } = view
  const { kind, id, title, audience, isOpen } = matter
  const nameOf = await namesIn(db, view)
  const papers = (paper: MarketPaper) =>
    PAPER_FORMATS.map((format) => ({
      format,
      href: marketPaperAddress(messages.language, matter, { paper, format }),
    }))
  const page = (one: MarketPage) => marketAddress(messages.language, matter, one)
  return {
    kind,
    id,
    title,
    language: matter.language,
    isPublic: audience === 'all',
    isOpen,
    href: matterAddress(messages.language, matter),
    pages: {
      answer: page('answer'),
      levelling: page('levelling'),
      summary: page('summary'),
      dialogue: page('dialogue'),
    },
    papers: { levelling: papers('levelling'), summary: papers('summary') },
    answers: view.answers.map((one) => answerView(one, nameOf, messages)),
    secretCount: view.secretCount,
    secretUnread:
      view.secretCount -
      view.answers.filter(({ openness, withdrawnAt }) => openness === 'secret' && !withdrawnAt).length,
    messages: threads(view.messages, nameOf, messages),
    summaries: view.summaries.map((one) => summaryView(one, nameOf, messages)),
    undecided: view.undecided,
    mayAnswer: view.mayAnswer,
    invites: view.mayAnswer || (!isSignedIn && isOpen && audience === 'all'),
    isAnnouncer: view.isAnnouncer,
    mayPublish: view.mayPublish,
  }
}

/** Answers alone, for a supplier that may no longer read what it answered to. */
export async function answerViews(
  db: Database,
  answers: readonly SeenAnswer[],
  messages: Messages,
): Promise<readonly AnswerView[]> {
  const nameOf = await namesIn(db, { answers, messages: [], summaries: [] })
  return answers.map((one) => answerView(one, nameOf, messages))
}

type Naming = Pick<MarketView, 'answers' | 'messages' | 'summaries'>

async function namesIn(db: Database, { answers, messages, summaries }: Naming): Promise<Names> {
  const ids = [
    ...answers.flatMap(({ organisation, log }) => [organisation, ...log.map((entry) => entry.decidedFor)]),
    ...messages.flatMap(({ organisation, to }) => [organisation, to?.organisation ?? null]),
    ...summaries.map(({ organisation }) => organisation),
  ].filter((id) => id !== null)
  const found = await organisationsByIds(db, [...new Set(ids)])
  return (id) => (id && found.get(id)?.name) || '–'
}

function answerView(answer: SeenAnswer, nameOf: Names, { date }: Messages): AnswerView {
  const { organisation, openness, givenAt, withdrawnAt, log, ...said } = answer
  return {
    id: said.id,
    kind: said.kind,
    words: said.words,
    link: said.link,
    secretBecause: said.secretBecause,
    hidesName: said.hidesName,
    isOwn: said.isOwn,
    mayDecide: said.mayDecide,
    supplier: nameOf(organisation),
    isSecret: openness === 'secret',
    on: date(givenAt),
    withdrawnOn: withdrawnAt && date(withdrawnAt),
    log: log.map(({ decision, reason, summary, decidedFor, decidedAt }) => ({
      decision,
      reason,
      summary,
      by: nameOf(decidedFor),
      on: date(decidedAt),
    })),
  }
}

/** What was said, in the order it was; replies to a question stand with it. */
function threads(all: readonly SeenMessage[], nameOf: Names, messages: Messages): readonly MessageView[] {
  const view = (one: SeenMessage): MessageView => ({
    id: one.id,
    kind: one.kind,
    from: one.organisation && nameOf(one.organisation),
    isOwn: one.isOwn,
    words: one.words,
    on: messages.dateTime(one.sentAt),
    to: one.to && {
      name: one.to.organisation && nameOf(one.to.organisation),
      isSecret: one.to.openness === 'secret',
    },
    replies: all.filter(({ replyTo }) => replyTo === one.id).map(view),
  })
  return all.filter(({ replyTo }) => replyTo === null).map(view)
}

function summaryView(
  { version, words, archiveReference, organisation, publishedAt }: DialogueSummary,
  nameOf: Names,
  { date }: Messages,
): SummaryView {
  return { version, words, archiveReference, by: nameOf(organisation), on: date(publishedAt) }
}
