import type { Assessment } from '#src/modules/notices/contract.ts'
import type { Judgement } from '#src/modules/notices/index.ts'

/** What somebody has said of how innovative a notice is. */
export type JudgementView = {
  /** Null when it was left to the rules again. */
  readonly assessment: Assessment | null
  readonly found: Assessment
  readonly reason: string
  /** Null for one who has left. */
  readonly person: string | null
  /** The buyer it was said for; null when a curator said it. */
  readonly organisation: string | null
  readonly at: Date
}

export function toJudgementView(judgement: Judgement): JudgementView {
  const { assessment, found, reason, personName, organisationName, at } = judgement
  return { assessment, found, reason, person: personName, organisation: organisationName, at }
}
