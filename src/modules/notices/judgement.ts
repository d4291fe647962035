import type { Actor } from '#src/modules/identity/index.ts'
import { isCurator, mayContributeFor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { ASSESSMENTS, type Assessment } from './contract.ts'

/** What somebody who knows the procurement says of how innovative it is. */
export type Judgement = {
  /** Null when it is left to the rules again. */
  readonly assessment: Assessment | null
  readonly reason: string
  /** What the rules said of the version that was read. */
  readonly found: Assessment
  readonly noticeId: string
  /** Null for one who has left. */
  readonly personName: string | null
  /** The buyer on whose behalf; null when a curator did it. */
  readonly organisation: OrganisationId | null
  readonly organisationName: string | null
  readonly at: Date
}

/** Whom somebody may judge it for: a buyer they write for, or nobody in particular for a curator. */
export function judgesFor(
  actor: Actor,
  buyers: readonly OrganisationId[],
): { readonly organisation: OrganisationId | null } | null {
  const buyer = buyers.find((one) => mayContributeFor(actor, one))
  if (buyer) return { organisation: buyer }
  return isCurator(actor) ? { organisation: null } : null
}

/** What can be said of it: that the buyer declared it can only be confirmed, since it is the buyer's own word. */
export function possibleJudgements(found: Assessment): readonly Assessment[] {
  return ASSESSMENTS.filter((one) => one !== 'declared' || found === 'declared')
}
