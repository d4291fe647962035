import { ADVISER_SCOPES, type AdviserScope } from '#src/modules/identity/contract.ts'
import type { AdviserAccess } from '#src/modules/identity/index.ts'

/** What is, or was, open to an adviser. */
export type AccessView = {
  readonly id: string
  /** Null for one who has left. */
  readonly adviser: string | null
  readonly organisationId: string
  readonly organisation: string
  readonly kind: AdviserScope | null
  /** The id of the one thing, where not everything of a kind is open. */
  readonly one: string | null
  readonly purpose: string
  readonly openedAt: Date
  readonly endsOn: string
  readonly state: 'open' | 'over' | 'closed'
}

export function toAccessView(access: AdviserAccess, today: string): AccessView {
  const kind = ADVISER_SCOPES.find((one) => one === access.scope) ?? null
  const endsOn = access.endsOn.toString()
  return {
    id: access.id,
    adviser: access.adviserName,
    organisationId: access.organisation,
    organisation: access.organisationName,
    kind,
    one: kind ? null : access.scope,
    purpose: access.purpose,
    openedAt: access.openedAt,
    endsOn,
    state: access.closedAt ? 'closed' : endsOn < today ? 'over' : 'open',
  }
}
