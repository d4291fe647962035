import type { Actor } from '#src/modules/identity/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type DialogueSummary, isUndecided, type MarketAnswer } from './market.ts'
import type { SummaryForm } from './market-forms.ts'
import { answersTo, insertSummary, summariesOf } from './market-repository.ts'
import { type MatterRef, mayPublishSummary } from './matter.ts'
import { noteMarket } from './note-market.ts'
import { priceIn } from './prices.ts'
import { lockMatter } from './read-matter.ts'
import { mayReadAnswer } from './view-market.ts'
import { nameIn, quotes } from './words.ts'

export type PublishSummaryFailure =
  | { readonly kind: 'matterNotFound' }
  | { readonly kind: 'notAllowed' }
  | { readonly kind: 'over' }
  /** So many answers have no decision in the levelling log. */
  | { readonly kind: 'undecided'; readonly count: number }
  | { readonly kind: 'publishedMeanwhile'; readonly summary: DialogueSummary }
  | { readonly kind: 'saysWho'; readonly name: string }
  | { readonly kind: 'namesPrice'; readonly price: string }
  | { readonly kind: 'quotesSecret' }

type Published = Result<DialogueSummary, PublishSummaryFailure>

/** Publishes what the dialogue taught, for everybody, before there is a competition; a later version says what was added. */
export function publishSummary(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { matter: ref, form }: { readonly matter: MatterRef; readonly form: SummaryForm },
): Promise<Published> {
  return inTransaction(db, async (tx): Promise<Published> => {
    const matter = await lockMatter(tx, actor, ref)
    if (!matter) return fail({ kind: 'matterNotFound' })
    if (!mayPublishSummary(actor, matter)) return fail({ kind: 'notAllowed' })
    if (!matter.isLive) return fail({ kind: 'over' })
    const [newest] = await summariesOf(tx, matter)
    if (newest && newest.version !== form.seen)
      return saysTheSame(newest, form) ? ok(newest) : fail({ kind: 'publishedMeanwhile', summary: newest })
    const answers = await answersTo(tx, matter)
    const undecided = answers.filter((answer) => isUndecided(answer, matter.announcers))
    if (undecided.length > 0) return fail({ kind: 'undecided', count: undecided.length })
    const read = answers.filter((answer) => mayReadAnswer(actor, answer))
    const wrong = await whatIsWrong(tx, form.words, read)
    if (wrong) return fail(wrong)
    const summary: DialogueSummary = {
      version: (newest?.version ?? 0) + 1,
      words: form.words,
      archiveReference: form.archiveReference,
      organisation: matter.lead,
      publishedAt: now(),
    }
    await insertSummary(tx, ref, { summary, by: actor.personId })
    const details = { version: summary.version }
    const fact = { organisation: matter.lead, details, at: summary.publishedAt }
    await noteMarket(tx, actor, matter, { action: 'market.summary-published', ...fact })
    return ok(summary)
  })
}

/** The same form that is sent again. */
function saysTheSame({ words, archiveReference }: DialogueSummary, form: SummaryForm): boolean {
  return words === form.words && archiveReference === form.archiveReference
}

async function whatIsWrong(
  tx: Database,
  words: string,
  answers: readonly MarketAnswer[],
): Promise<PublishSummaryFailure | null> {
  const suppliers = await organisationsByIds(
    tx,
    answers.map(({ organisation }) => organisation),
  )
  const name = nameIn(
    words,
    [...suppliers.values()].map((one) => one.name),
  )
  if (name) return { kind: 'saysWho', name }
  const price = priceIn(words)
  if (price) return { kind: 'namesPrice', price }
  const isQuoted = answers.some((one) => one.openness === 'secret' && quotes(words, one.words))
  return isQuoted ? { kind: 'quotesSecret' } : null
}
