import type { PersonId } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type {
  ContentRemark,
  DocumentDescription,
  DocumentFormat,
  DocumentId,
  Subject,
  WithdrawalCause,
} from './contract.ts'

/** A document that an organisation has uploaded: what is said about it, and how far its versions have come. */
export type SharedDocument = DocumentDescription & {
  readonly id: DocumentId
  readonly organisation: OrganisationId
  /** What it belongs to; null for one that stands in the bank by itself. */
  readonly subject: Subject | null
  readonly currentVersion: number
  /** Counts what is said about it, so that nobody's words are overwritten. */
  readonly revision: number
  readonly addedAt: Date
  readonly changedAt: Date
  readonly withdrawn: Withdrawal | null
}

export type Withdrawal = { readonly at: Date; readonly cause: WithdrawalCause; readonly reason: string }

/** One file that was uploaded for it. */
export type DocumentVersion = {
  readonly version: number
  /** Null when the content has been taken away. */
  readonly sha256: string | null
  readonly size: number
  readonly format: DocumentFormat
  readonly name: string
  /** As it was sent; for those who answer for the document. */
  readonly originalName: string
  readonly note: string
  readonly remarks: readonly ContentRemark[]
  readonly addedBy: PersonId
  readonly addedAt: Date
  readonly erasedAt: Date | null
}

export type ListedDocument = SharedDocument & { readonly file: DocumentVersion }

/** A file on its way in, under the name it was sent with. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array }

/** The wording that people now declare; a new one when the words of the form are changed in what they mean. */
export const DECLARATION = 1
