import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Origin } from './case.ts'

/** A state of the content, with who made it. */
export type Version<Content> = {
  readonly content: Content
  readonly madeBy: Origin
  /** The digest of the shipped record it was made from; null when a person made it. */
  readonly shippedHash: string | null
  readonly note: string | null
  readonly at: Date
}

/** Who publishes; a curator does so for no organisation. */
export type Publisher = { readonly person: PersonId; readonly organisation: OrganisationId | null }

/** A record that is to be saved for the first time; without a number it gets the next one from 1001. */
export type NewRecord<Content> = Version<Content> & { readonly key: string; readonly number: number | null }

/** The version that follows `from` in a record. */
export type NextVersion<Content> = Version<Content> & { readonly key: string; readonly from: number }

/** The columns of a version's row that cases and solutions have alike. */
export function versionColumns<Content>({ content, madeBy, shippedHash, note, at }: Version<Content>) {
  return {
    content: jsonb(content),
    made_by: madeBy,
    shipped_hash: shippedHash,
    note,
    created_at: at,
  }
}

/** As text first: the drivers do not agree on what a JSON array is. */
function jsonb(value: unknown): RawBuilder<string> {
  return sql<string>`${JSON.stringify(value)}::text::jsonb`
}
