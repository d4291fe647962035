import type { Actor } from '#src/modules/identity/index.ts'
import { MarketAnswerId } from '#src/modules/needs/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { MarketAnswer } from './market.ts'
import type { AnswerForm } from './market-forms.ts'
import { answersTo, insertAnswer, matterOfAnswer, withdraw } from './market-repository.ts'
import { type MatterRef, mayAnswer } from './matter.ts'
import { noteMarket } from './note-market.ts'
import { priceIn } from './prices.ts'
import { lockMatter, lockMatterOfOwn, matterRef } from './read-matter.ts'

type Context = { readonly db: Database; readonly now: Clock }

export type AnswerNeedFailure =
  | { readonly kind: 'matterNotFound' }
  | { readonly kind: 'notAllowed' }
  /** It was closed, perhaps while the answer was written. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'alreadyAnswered' }
  | { readonly kind: 'namesPrice'; readonly price: string }

/**
 * A supplier says what it has or could make. What is a business secret (forvaltningsloven § 13) is read by those who have
 * announced at this moment and by nobody who comes later; that list is kept with the answer and never added to.
 */
export function answerNeed(
  { db, now }: Context,
  actor: Actor,
  { matter: ref, form }: { readonly matter: MatterRef; readonly form: AnswerForm },
): Promise<Result<MarketAnswerId, AnswerNeedFailure>> {
  return inTransaction(db, async (tx): Promise<Result<MarketAnswerId, AnswerNeedFailure>> => {
    const matter = await lockMatter(tx, actor, ref)
    if (!matter) return fail({ kind: 'matterNotFound' })
    const { organisation } = actor
    if (!mayAnswer(actor, matter) || !organisation) return fail({ kind: 'notAllowed' })
    if (!matter.isOpen) return fail({ kind: 'closed' })
    const isSecret = form.openness === 'secret'
    const price = isSecret ? null : priceIn(form.words)
    if (price) return fail({ kind: 'namesPrice', price })
    const answer: MarketAnswer = {
      id: MarketAnswerId.parse(newId()),
      organisation,
      kind: form.kind,
      openness: form.openness,
      words: form.words,
      link: form.link,
      secretBecause: isSecret ? form.secretBecause : null,
      hidesName: isSecret && form.hidesName,
      givenAt: now(),
      withdrawnAt: null,
      readers: isSecret ? matter.announcers : [],
      log: [],
    }
    if (!(await insertAnswer(tx, ref, { answer, by: actor.personId })))
      return fail({ kind: 'alreadyAnswered' })
    const concerns = matter.announcers
    const fact = { organisation, details: { openness: form.openness }, concerns, at: answer.givenAt }
    await noteMarket(tx, actor, matter, { action: 'market.answered', ...fact })
    return ok(answer.id)
  })
}

export type WithdrawAnswerFailure = { readonly kind: 'answerNotFound' }

/**
 * The supplier takes its answer back: it is no longer shown, and another may be given. Those who received it keep it, as
 * a body must keep what it has received. Taking it back again changes nothing.
 */
export function withdrawAnswer(
  { db, now }: Context,
  actor: Actor,
  id: MarketAnswerId,
): Promise<Result<null, WithdrawAnswerFailure>> {
  return inTransaction(db, async (tx): Promise<Result<null, WithdrawAnswerFailure>> => {
    const of = await matterOfAnswer(tx, id)
    const ref = of && matterRef(of.kind, of.id)
    const matter = ref && (await lockMatterOfOwn(tx, ref))
    const answer = matter && (await answersTo(tx, matter)).find((one) => one.id === id)
    const isTheirs = actor.roles.has('supplier') && answer?.organisation === actor.organisation
    if (!matter || !answer || !isTheirs) return fail({ kind: 'answerNotFound' })
    if (answer.withdrawnAt) return ok(null)
    const at = now()
    await withdraw(tx, id, at)
    const fact = { organisation: answer.organisation, concerns: matter.announcers, at }
    await noteMarket(tx, actor, matter, { action: 'market.withdrawn', ...fact })
    return ok(null)
  })
}
