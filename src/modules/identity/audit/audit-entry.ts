import type { PersonId } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Json } from '#src/platform/json.ts'

/** One thing that somebody did, as those may read it who answer for it. */
export type AuditEntry = {
  readonly seq: number
  readonly at: Date
  /** Null when the program did it by itself. */
  readonly person: PersonId | null
  /** Null for one who has left, and when nobody did it. */
  readonly personName: string | null
  readonly organisation: OrganisationId | null
  readonly organisationName: string | null
  readonly action: string
  /** The public id of what it was done to. */
  readonly subject: string
  readonly fromVersion: number | null
  readonly toVersion: number | null
  readonly details: Json
}

/** What of the audit somebody may read. */
export type AuditScope =
  /** Everything that was done for the organisation. */
  | { readonly organisation: OrganisationId }
  /** What was done to the published catalogue, by whoever. */
  | { readonly of: 'catalogue' }

/** The nouns of what stands in the catalogue for everybody to read. */
export const CATALOGUE_NOUNS = ['case', 'solution', 'notice', 'removal-request'] as const

export type AuditFilter = {
  /** From and to a day in Norway, both included. */
  readonly from?: Temporal.PlainDate | null
  readonly to?: Temporal.PlainDate | null
  readonly person?: PersonId | null
  /** What it was done to: `membership`, `case` … */
  readonly noun?: string | null
  /** One entry, by its number. */
  readonly seq?: number | null
}
