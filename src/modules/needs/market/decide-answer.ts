import type { Actor } from '#src/modules/identity/index.ts'
import type { MarketAnswerId } from '#src/modules/needs/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { LevellingEntry, MarketAnswer } from './market.ts'
import type { DecisionForm } from './market-forms.ts'
import { answersTo, insertEntry } from './market-repository.ts'
import { announcersOf, type Matter, type MatterRef } from './matter.ts'
import { noteMarket } from './note-market.ts'
import { priceIn } from './prices.ts'
import { lockMatter } from './read-matter.ts'
import { mayReadAnswer } from './view-market.ts'
import { nameIn, quotes } from './words.ts'

export type DecideAnswerFailure =
  | { readonly kind: 'answerNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'over' }
  | { readonly kind: 'withdrawn' }
  /** What was told openly is no secret afterwards. */
  | { readonly kind: 'notSecret' }
  /** Somebody else has decided since the form was opened. */
  | { readonly kind: 'decidedMeanwhile'; readonly entry: LevellingEntry }
  | { readonly kind: 'saysWho'; readonly name: string }
  | { readonly kind: 'namesPrice'; readonly price: string }
  | { readonly kind: 'quotesSecret' }

type Asked = { readonly matter: MatterRef; readonly answer: MarketAnswerId; readonly form: DecisionForm }
type Decided = Result<LevellingEntry, DecideAnswerFailure>

/** Writes in the levelling log what becomes of an answer. Nothing there is changed: who thinks again adds a line. */
export function decideAnswer(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { matter: ref, answer: id, form }: Asked,
): Promise<Decided> {
  return inTransaction(db, async (tx): Promise<Decided> => {
    const matter = await lockMatter(tx, actor, ref)
    const answers = matter ? await answersTo(tx, matter) : []
    const answer = answers.find((one) => one.id === id)
    if (!matter || !answer || !mayReadAnswer(actor, answer)) return fail({ kind: 'answerNotFound' })
    const decidedFor = deciderOf(actor, matter, answer)
    if (!decidedFor) return fail({ kind: 'notAllowed' })
    if (!matter.isLive) return fail({ kind: 'over' })
    if (answer.withdrawnAt) return fail({ kind: 'withdrawn' })
    const last = answer.log.at(-1)
    if (last && answer.log.length !== form.seen)
      return saysTheSame(last, form) ? ok(last) : fail({ kind: 'decidedMeanwhile', entry: last })
    const secrets = answers.filter((one) => one.openness === 'secret' && mayReadAnswer(actor, one))
    const wrong = await whatIsWrong(tx, form, { answer, secrets })
    if (wrong) return fail(wrong)
    const entry: LevellingEntry = {
      decision: form.decision,
      reason: form.reason,
      summary: summaryIn(form),
      decidedFor,
      decidedAt: now(),
    }
    await insertEntry(tx, answer, { entry, by: actor.personId })
    const details = { answer: id, decision: form.decision }
    const fact = { organisation: decidedFor, details, at: entry.decidedAt }
    await noteMarket(tx, actor, matter, { action: 'market.decided', ...fact })
    return ok(entry)
  })
}

function summaryIn({ decision, summary }: DecisionForm): string | null {
  return decision === 'in-summary' ? summary : null
}

/** The same form that is sent again. */
function saysTheSame({ decision, reason, summary }: LevellingEntry, form: DecisionForm): boolean {
  return decision === form.decision && reason === form.reason && summary === summaryIn(form)
}

/** For whom of those who have announced the person decides; of a secret answer only one that may read it. */
function deciderOf(actor: Actor, matter: Matter, answer: MarketAnswer) {
  return announcersOf(actor, matter).find((one) => answer.openness === 'open' || answer.readers.includes(one))
}

type Read = { readonly answer: MarketAnswer; readonly secrets: readonly MarketAnswer[] }

/** What everybody can read: the words of the summary, and of an open answer the reason too. */
async function whatIsWrong(
  tx: Database,
  { decision, summary, reason }: DecisionForm,
  { answer, secrets }: Read,
): Promise<DecideAnswerFailure | null> {
  const isOpen = answer.openness === 'open'
  if (decision === 'secret' && isOpen) return { kind: 'notSecret' }
  const said = decision === 'in-summary' ? summary : ''
  const supplier = (await organisationsByIds(tx, [answer.organisation])).get(answer.organisation)
  const name = supplier && nameIn(said, [supplier.name])
  if (name) return { kind: 'saysWho', name }
  const inTheOpen = isOpen ? `${said}\n${reason}` : said
  const price = priceIn(inTheOpen)
  if (price) return { kind: 'namesPrice', price }
  return secrets.some((one) => quotes(inTheOpen, one.words)) ? { kind: 'quotesSecret' } : null
}
