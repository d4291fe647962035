import { type Actor, mayContributeFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { type DialogueSummary, isUndecided, type MarketAnswer, type MarketMessage } from './market.ts'
import { answersTo, messagesAbout, summariesOf } from './market-repository.ts'
import {
  announcersOf,
  isSupplier,
  type Matter,
  type MatterRef,
  mayAnswer,
  mayPublishSummary,
} from './matter.ts'

type Reader = Actor | null

/** An answer as one reader may see it. */
export type SeenAnswer = Omit<MarketAnswer, 'words' | 'readers'> & {
  /** Null for what was withdrawn, but for those who had received it and the one who wrote it. */
  readonly words: string | null
  readonly isOwn: boolean
  readonly mayDecide: boolean
}

export type SeenMessage = Omit<MarketMessage, 'organisation' | 'answer'> & {
  /** Null for the supplier that asks: who asks is for those who announced. */
  readonly organisation: OrganisationId | null
  readonly isOwn: boolean
  /** To whom it was said, where it was one; of one that keeps it secret that it has answered, nobody. */
  readonly to: { readonly organisation: OrganisationId | null; readonly openness: 'open' | 'secret' } | null
}

/** Everything of a market that one reader may see; pages and papers show nothing that has not come through here. */
export type MarketView = {
  readonly matter: Matter
  readonly answers: readonly SeenAnswer[]
  /** How many were given in confidence and not withdrawn, whoever reads. */
  readonly secretCount: number
  readonly messages: readonly SeenMessage[]
  readonly summaries: readonly DialogueSummary[]
  readonly undecided: number
  readonly mayAnswer: boolean
  /** Whether the reader writes for one of those who announced. */
  readonly isAnnouncer: boolean
  readonly mayPublish: boolean
}

/**
 * Open answers are everybody's. A secret one is read by its supplier, and by those who write for one that had announced
 * when it was given: not by a colleague who only reads, not by whoever joined later, not by curators, advisers or other
 * suppliers (FOA § 7-4, forvaltningsloven § 13 first paragraph no. 2 and § 13 b).
 */
export function mayReadAnswer(
  reader: Reader,
  answer: Pick<MarketAnswer, 'openness' | 'organisation' | 'readers'>,
): boolean {
  if (answer.openness === 'open') return true
  return isOwn(reader, answer) || hasReceived(reader, answer)
}

export async function viewMarket(db: Database, reader: Reader, matter: Matter): Promise<MarketView> {
  const all = await answersTo(db, matter)
  const messages = await messagesAbout(db, matter)
  const isAnnouncer = announcersOf(reader, matter).length > 0
  return {
    matter,
    answers: all.filter((one) => mayReadAnswer(reader, one)).map((one) => seenAnswer(reader, matter, one)),
    secretCount: all.filter(({ openness, withdrawnAt }) => openness === 'secret' && !withdrawnAt).length,
    messages: messages.map((one) => seenMessage(reader, { message: one, answers: all, isAnnouncer })),
    summaries: await summariesOf(db, matter),
    undecided: isAnnouncer ? all.filter((one) => isUndecided(one, matter.announcers)).length : 0,
    mayAnswer: mayAnswer(reader, matter) && matter.isOpen,
    isAnnouncer,
    mayPublish: mayPublishSummary(reader, matter) && matter.isLive,
  }
}

/**
 * What a supplier has answered, for itself, though it may no longer read what it answered to. Nothing else of the market
 * comes with it, nor what was decided of it.
 */
export async function viewOwnAnswers(
  db: Database,
  reader: Reader,
  ref: MatterRef,
): Promise<readonly SeenAnswer[]> {
  if (!isSupplier(reader)) return []
  const own = (await answersTo(db, ref)).filter((one) => isOwn(reader, one))
  return own.map(({ readers: _, ...answer }) => ({ ...answer, log: [], isOwn: true, mayDecide: false }))
}

function seenAnswer(reader: Reader, matter: Matter, { readers, ...answer }: MarketAnswer): SeenAnswer {
  const own = isOwn(reader, answer)
  const decides = announcersOf(reader, matter)
  const isSecret = answer.openness === 'secret'
  const mayDecide = decides.some((one) => !isSecret || readers.includes(one)) && matter.isLive
  const keepsWords = !answer.withdrawnAt || own || decides.length > 0 || hasReceived(reader, { readers })
  const isReceiver = !isSecret || hasReceived(reader, { readers })
  return {
    ...answer,
    words: keepsWords ? answer.words : null,
    link: keepsWords ? answer.link : null,
    // What is decided of a secret one would be a word to its supplier alone.
    log: isReceiver ? answer.log : [],
    isOwn: own,
    mayDecide: mayDecide && !answer.withdrawnAt,
  }
}

type Said = {
  readonly message: MarketMessage
  readonly answers: readonly MarketAnswer[]
  readonly isAnnouncer: boolean
}

function seenMessage(reader: Reader, { message, answers, isAnnouncer }: Said): SeenMessage {
  const { answer: id, organisation, ...said } = message
  const answer = answers.find((one) => one.id === id)
  const own = isOwn(reader, { organisation }) && message.kind === 'question'
  const isNamed = message.kind !== 'question' || own || isAnnouncer
  const toIsNamed = answer && (!answer.hidesName || mayReadAnswer(reader, answer))
  return {
    ...said,
    organisation: isNamed ? organisation : null,
    isOwn: own,
    to: answer ? { organisation: toIsNamed ? answer.organisation : null, openness: answer.openness } : null,
  }
}

function isOwn(reader: Reader, { organisation }: { readonly organisation: OrganisationId }): boolean {
  return isSupplier(reader) && reader?.organisation === organisation
}

function hasReceived(reader: Reader, { readers }: Pick<MarketAnswer, 'readers'>): boolean {
  return reader?.isPublicBody === true && readers.some((one) => mayContributeFor(reader, one))
}

/** The suppliers that have an answer standing, secret ones too: whom news of the market concerns. Never to be shown. */
export async function suppliersIn(
  db: Database,
  matter: Pick<Matter, 'kind' | 'id'>,
): Promise<readonly OrganisationId[]> {
  const ref = matter as Parameters<typeof answersTo>[1]
  const answers = (await answersTo(db, ref)).filter(({ withdrawnAt }) => !withdrawnAt)
  const asked = (await messagesAbout(db, ref)).filter(({ kind }) => kind === 'question')
  return [...new Set([...answers, ...asked].map(({ organisation }) => organisation))]
}
