import type { CaseId } from '#src/modules/catalogue/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { DraftId } from '#src/modules/sharing/contract.ts'
import type { AdoptionAudience, AdoptionId, AdoptionStatus } from './contract.ts'

export type AdoptionStep = {
  readonly status: AdoptionStatus
  readonly on: Temporal.PlainDate
  readonly reason: string | null
}

/** How large it was there and is here, in the same unit. */
export type Volumes = { readonly there: number; readonly here: number }

/** That an organisation considers, plans, buys or uses what another has told of. */
export type Adoption = {
  readonly id: AdoptionId
  readonly organisation: OrganisationId
  readonly caseId: CaseId
  readonly caseVersion: number
  readonly status: AdoptionStatus
  readonly audience: AdoptionAudience
  readonly differences: string | null
  readonly volumes: Volumes | null
  /** The draft it began, or the case that came of it. */
  readonly draft: DraftId | null
  readonly ownCase: CaseId | null
  readonly version: number
  readonly begunAt: Date
  readonly steps: readonly AdoptionStep[]
}

const NEXT = {
  considering: ['planning', 'procuring', 'in-use', 'abandoned'],
  planning: ['considering', 'procuring', 'in-use', 'abandoned'],
  procuring: ['planning', 'in-use', 'abandoned'],
  'in-use': ['replaced', 'abandoned'],
  replaced: [],
  abandoned: [],
} as const satisfies Record<AdoptionStatus, readonly AdoptionStatus[]>

export function nextStatuses(from: AdoptionStatus): readonly AdoptionStatus[] {
  return NEXT[from]
}

/** What has been in use is public knowledge; what is only thought of is for those it was opened to. */
export function isPublic({
  status,
  audience,
  steps,
}: Pick<Adoption, 'status' | 'audience' | 'steps'>): boolean {
  return audience === 'all' || status === 'in-use' || steps.some((step) => step.status === 'in-use')
}
