import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import type { Matter } from './matter.ts'

export type MarketFact = {
  readonly action: string
  readonly organisation: OrganisationId
  /** Keys and codes for the audit, which is kept for ever: never what a supplier told. */
  readonly details?: Readonly<Record<string, Json>>
  /** Whom it concerns, where it is some and not all. */
  readonly concerns?: readonly OrganisationId[]
  readonly at: Date
}

/** Notes what was done in a market, and tells those whom it concerns. What was said stands in neither. */
export async function noteMarket(
  tx: Database,
  actor: Actor,
  matter: Pick<Matter, 'kind' | 'id'>,
  { action, organisation, details = {}, concerns = [], at }: MarketFact,
): Promise<void> {
  await recordAudit(tx, actor, { action, subject: matter.id, organisation, details, at })
  await recordEvent(tx, {
    kind: action,
    subject: matter.id,
    payload: { matter: matter.kind, organisation, concerns: [...concerns], by: actor.personId },
  })
}
