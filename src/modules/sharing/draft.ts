import type { CaseId } from '#src/modules/catalogue/contract.ts'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { DRAFT_SIZES, type DraftId, type DraftSize, type DraftStatus, type OriginKind } from './contract.ts'
import type { TypedContent } from './typed-content.ts'

/** What an organisation is writing, before others can read it. */
export type Draft = {
  readonly id: DraftId
  readonly organisation: OrganisationId
  readonly size: DraftSize
  readonly status: DraftStatus
  /** As it was typed; empty when the draft has ended. */
  readonly content: TypedContent
  readonly version: number
  /** The case it became, or corrects. */
  readonly caseId: CaseId | null
  /** The version of that case it was made from; null for what becomes a new case. */
  readonly basedOn: number | null
  readonly origin: { readonly kind: OriginKind; readonly id: string | null }
  readonly createdBy: PersonId
  readonly createdAt: Date
  readonly savedBy: PersonId
  readonly savedAt: Date
  readonly submittedBy: PersonId | null
  readonly submittedAt: Date | null
}

const NEXT_STATUSES = {
  draft: ['submitted', 'published', 'discarded'],
  submitted: ['draft', 'changes-requested', 'published', 'discarded'],
  'changes-requested': ['submitted', 'published', 'discarded'],
  published: [],
  discarded: [],
} as const satisfies Record<DraftStatus, readonly DraftStatus[]>

export function canBecome(from: DraftStatus, to: DraftStatus): boolean {
  return (NEXT_STATUSES[from] as readonly DraftStatus[]).includes(to)
}

/** What is submitted stands still until it is taken back, so that what is read is what is published. */
export function isWritable(status: DraftStatus): boolean {
  return status === 'draft' || status === 'changes-requested'
}

export function hasEnded(status: DraftStatus): boolean {
  return status === 'published' || status === 'discarded'
}

/** Whether something that is asked for from one size on is asked for in another. */
export function reaches(size: DraftSize, from: DraftSize): boolean {
  return DRAFT_SIZES.indexOf(size) >= DRAFT_SIZES.indexOf(from)
}
