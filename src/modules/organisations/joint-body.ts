import type { ActsForScope, OrganisationId } from './contract.ts'
import type { Organisation, OtherName } from './organisation.ts'

/** A body that several municipalities or counties share. */
export type JointBody = Organisation & {
  /** Short forms people write instead of its name (NII, INNOFF). */
  readonly otherNames: readonly OtherName[]
  readonly members: readonly JointBodyMember[]
  /** The last year it existed, where it has ended. */
  readonly endedYear: number | null
  readonly sourceUrl: string | null
  readonly note: string | null
}

/** That a body acts for an organisation, as a source says of a year or between two dates. */
export type JointBodyMember = {
  readonly organisation: OrganisationId
  readonly scope: ActsForScope
  readonly isHost: boolean
  /** False for a host that the source does not name among the members. */
  readonly isMember: boolean
  /** How the source named it, where it was by another name than today's. */
  readonly namedAs: readonly string[]
  readonly validFrom: string | null
  readonly validTo: string | null
  /** The year the source speaks of; null when it does not say. */
  readonly asOfYear: number | null
}
