import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { ClosedCause, NeedAudience, NeedContent, NeedId, NeedStatus } from './contract.ts'

/** What an organisation needs, before there is a procurement. */
export type Need = {
  readonly id: NeedId
  readonly organisation: OrganisationId
  readonly status: NeedStatus
  readonly audience: NeedAudience
  readonly content: NeedContent
  readonly version: number
  /** The notice and lot of the contract it takes over from. */
  readonly notice: string | null
  readonly lot: string | null
  readonly begunAt: Date
  readonly changedAt: Date
  readonly announcedAt: Date | null
  readonly closed: { readonly at: Date; readonly cause: ClosedCause; readonly reason: string | null } | null
}
