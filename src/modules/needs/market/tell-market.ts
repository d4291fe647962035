import type { Actor } from '#src/modules/identity/index.ts'
import type { MarketMessageId } from '#src/modules/needs/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { MarketAnswer, MarketMessage } from './market.ts'
import type { MessageForm, QuestionForm } from './market-forms.ts'
import { answersTo, insertMessage, messagesAbout } from './market-repository.ts'
import { announcersOf, type Matter, type MatterRef, mayAnswer } from './matter.ts'
import { type MarketFact, noteMarket } from './note-market.ts'
import { priceIn } from './prices.ts'
import { lockMatter } from './read-matter.ts'
import { mayReadAnswer } from './view-market.ts'
import { nameIn, quotes } from './words.ts'

type Context = { readonly db: Database; readonly now: Clock }
/** The id of this form is that of something else that was said: it was filled in anew after it was sent. */
type OtherWords = { readonly kind: 'otherWords' }
type Told<Failure> = Result<MarketMessage, Failure>

/** What somebody says in a market. */
type Say<Form> = {
  readonly matter: MatterRef
  /** Made with the form, so that a form that is sent twice says it once. */
  readonly id: MarketMessageId
  readonly form: Form
}

export type TellMarketFailure =
  | OtherWords
  | { readonly kind: 'matterNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'over' }
  | { readonly kind: 'answerNotFound' }
  | { readonly kind: 'questionNotFound' }
  /** A reply to what was told in confidence must be looked over first. */
  | { readonly kind: 'notChecked' }
  | { readonly kind: 'quotesSecret' }
  /** The supplier keeps it secret that it has answered. */
  | { readonly kind: 'saysWho'; readonly name: string }
  | { readonly kind: 'namesPrice'; readonly price: string }

/**
 * What a buyer tells, it tells everybody at the same time: a reply to one supplier too, with the day and to whom
 * (likebehandling, LOA § 4; FOA § 12-2). There is no way here to reach one supplier alone.
 */
export function tellMarket(
  { db, now }: Context,
  actor: Actor,
  { matter: ref, id, form }: Say<MessageForm>,
): Promise<Told<TellMarketFailure>> {
  return inTransaction(db, async (tx): Promise<Told<TellMarketFailure>> => {
    const matter = await lockMatter(tx, actor, ref)
    if (!matter) return fail({ kind: 'matterNotFound' })
    const [organisation] = announcersOf(actor, matter)
    if (!organisation) return fail({ kind: 'notAllowed' })
    if (!matter.isLive) return fail({ kind: 'over' })
    const answers = (await answersTo(tx, matter)).filter((one) => mayReadAnswer(actor, one))
    const answer = answers.find((one) => one.id === form.answer) ?? null
    if (form.answer && (!answer || answer.withdrawnAt)) return fail({ kind: 'answerNotFound' })
    const questions = form.question ? await messagesAbout(tx, matter) : []
    const isAsked = questions.some((one) => one.id === form.question && one.kind === 'question')
    if (form.question && !isAsked) return fail({ kind: 'questionNotFound' })
    const wrong = await whatIsWrong(tx, form, { answers, answer })
    if (wrong) return fail(wrong)
    const message: MarketMessage = {
      id,
      kind: form.answer || form.question ? 'reply' : 'message',
      organisation,
      words: form.words,
      answer: form.answer,
      replyTo: form.question,
      sentAt: now(),
    }
    return say(tx, actor, { matter, message, fact: { action: 'market.told' } })
  })
}

type Read = { readonly answers: readonly MarketAnswer[]; readonly answer: MarketAnswer | null }

/** Only what the writer may read can be given away by the writer, so only that is looked for. */
async function whatIsWrong(
  tx: Database,
  { words, checked }: MessageForm,
  { answers, answer }: Read,
): Promise<TellMarketFailure | null> {
  const secrets = answers.filter(({ openness }) => openness === 'secret')
  if (secrets.some((one) => quotes(words, one.words))) return { kind: 'quotesSecret' }
  const hidden = secrets.filter(({ hidesName }) => hidesName).map(({ organisation }) => organisation)
  const names = [...(await organisationsByIds(tx, hidden)).values()].map((one) => one.name)
  const name = nameIn(words, names)
  if (name) return { kind: 'saysWho', name }
  const price = answer ? priceIn(words) : null
  if (price) return { kind: 'namesPrice', price }
  return answer?.openness === 'secret' && !checked ? { kind: 'notChecked' } : null
}

export type AskQuestionFailure =
  | OtherWords
  | { readonly kind: 'matterNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'namesPrice'; readonly price: string }

/** A supplier asks in the open, and is answered in the open. Who asks is shown to those who announced, and not to others. */
export function askQuestion(
  { db, now }: Context,
  actor: Actor,
  { matter: ref, id, form }: Say<QuestionForm>,
): Promise<Told<AskQuestionFailure>> {
  return inTransaction(db, async (tx): Promise<Told<AskQuestionFailure>> => {
    const matter = await lockMatter(tx, actor, ref)
    if (!matter) return fail({ kind: 'matterNotFound' })
    const { organisation } = actor
    if (!mayAnswer(actor, matter) || !organisation) return fail({ kind: 'notAllowed' })
    if (!matter.isOpen) return fail({ kind: 'closed' })
    const price = priceIn(form.words)
    if (price) return fail({ kind: 'namesPrice', price })
    const message: MarketMessage = {
      id,
      kind: 'question',
      organisation,
      words: form.words,
      answer: null,
      replyTo: null,
      sentAt: now(),
    }
    return say(tx, actor, { matter, message, fact: { action: 'market.asked', concerns: matter.announcers } })
  })
}

type Said = {
  readonly matter: Matter
  readonly message: MarketMessage
  readonly fact: Pick<MarketFact, 'action' | 'concerns'>
}

/** Keeps it and tells of it, once: what is sent again is not said again, and never lost where it is something else. */
async function say(
  tx: Database,
  actor: Actor,
  { matter, message, fact }: Said,
): Promise<Result<MarketMessage, OtherWords>> {
  if (!(await insertMessage(tx, matter, { message, by: actor.personId }))) {
    const before = (await messagesAbout(tx, matter)).find(({ id }) => id === message.id)
    return before?.words === message.words ? ok(before) : fail({ kind: 'otherWords' })
  }
  await noteMarket(tx, actor, matter, { ...fact, organisation: message.organisation, at: message.sentAt })
  return ok(message)
}
