import type {
  AnswerKind,
  LevellingDecision,
  MarketAnswerId,
  MarketMessageId,
  Openness,
} from '#src/modules/needs/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'

/** What a supplier has answered. */
export type MarketAnswer = {
  readonly id: MarketAnswerId
  readonly organisation: OrganisationId
  readonly kind: AnswerKind
  readonly openness: Openness
  readonly words: string
  readonly link: string | null
  readonly secretBecause: string | null
  /** That it has answered at all is part of the secret. */
  readonly hidesName: boolean
  readonly givenAt: Date
  readonly withdrawnAt: Date | null
  /** Of a secret one those who had announced when it was given; nobody is added. */
  readonly readers: readonly OrganisationId[]
  /** What was decided, the first first; the last holds. */
  readonly log: readonly LevellingEntry[]
}

export type LevellingEntry = {
  readonly decision: LevellingDecision
  readonly reason: string
  /** What the summary says of it, without saying who. */
  readonly summary: string | null
  readonly decidedFor: OrganisationId
  readonly decidedAt: Date
}

/** What everybody may read that was said in the market: a buyer's words, a supplier's question, a buyer's reply. */
export type MarketMessage = {
  readonly id: MarketMessageId
  readonly kind: 'message' | 'question' | 'reply'
  readonly organisation: OrganisationId
  readonly words: string
  /** The answer it replies to. */
  readonly answer: MarketAnswerId | null
  /** The question it replies to. */
  readonly replyTo: string | null
  readonly sentAt: Date
}

export type DialogueSummary = {
  readonly version: number
  readonly words: string
  /** Where it lies in the archive of the one that published it. */
  readonly archiveReference: string | null
  readonly organisation: OrganisationId
  readonly publishedAt: Date
}

/** Whether a decision is missing: of what was withdrawn none is, nor of what none who is in it now may read. */
export function isUndecided(
  answer: Pick<MarketAnswer, 'log' | 'withdrawnAt' | 'openness' | 'readers'>,
  announcers: readonly OrganisationId[],
): boolean {
  if (answer.withdrawnAt || answer.log.length > 0) return false
  return answer.openness === 'open' || announcers.some((one) => answer.readers.includes(one))
}
