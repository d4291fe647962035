import type {
  ClosedCause,
  DemandId,
  DemandNeedStatus,
  DemandStatus,
  NeedAudience,
  NeedId,
  NeedStatus,
} from '#src/modules/needs/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Statement } from './statement.ts'

/** A need that is asked into a demand, is in it, or was; with how the need itself stands now. */
export type DemandNeed = {
  readonly position: number
  readonly need: NeedId
  readonly organisation: OrganisationId
  readonly status: DemandNeedStatus
  readonly askedAt: Date
  readonly decidedAt: Date | null
  readonly reason: string | null
  readonly needStatus: NeedStatus
  readonly needAudience: NeedAudience
  readonly closedCause: ClosedCause | null
}

/** What several need together. */
export type JointDemand = {
  readonly id: DemandId
  readonly title: string
  readonly status: DemandStatus
  /** Who may read it now: never more than every need in it is told to, until that has left. */
  readonly audience: NeedAudience
  readonly lead: OrganisationId
  readonly statement: Statement
  readonly version: number
  readonly begunAt: Date
  readonly changedAt: Date
  readonly dialogueClosedAt: Date | null
  readonly endedAt: Date | null
  /** Every one that is or was in it, in the order they were asked. */
  readonly needs: readonly DemandNeed[]
}

/** Those that have joined and not left, whether they are needed any more or not. */
export function joinedIn({ needs }: Pick<JointDemand, 'needs'>): readonly DemandNeed[] {
  return needs.filter(({ status }) => status === 'joined')
}

/** Those that are in it now. A need that was closed for another reason than buying together no longer counts. */
export function membersOf(demand: Pick<JointDemand, 'needs'>): readonly DemandNeed[] {
  return joinedIn(demand).filter(
    ({ needStatus, closedCause }) =>
      needStatus === 'announced' || (needStatus === 'closed' && closedCause === 'joint'),
  )
}

/** The organisations of those, each once, the lead first. */
export function memberOrganisations(demand: Pick<JointDemand, 'needs' | 'lead'>): readonly OrganisationId[] {
  const all = [...new Set(membersOf(demand).map(({ organisation }) => organisation))]
  return all.toSorted((a, b) => Number(b === demand.lead) - Number(a === demand.lead))
}

/** Whether there are several to buy together. */
export function isJoint(demand: Pick<JointDemand, 'needs' | 'lead'>): boolean {
  return memberOrganisations(demand).length > 1
}

const WIDTH = { own: 0, 'public-employees': 1, all: 2 } as const satisfies Record<NeedAudience, number>

export function isWider(one: NeedAudience, than: NeedAudience): boolean {
  return WIDTH[one] > WIDTH[than]
}

/** What all of them are told to. */
export function narrowest(first: NeedAudience, ...others: readonly NeedAudience[]): NeedAudience {
  return others.reduce((narrow, one) => (isWider(narrow, one) ? one : narrow), first)
}
