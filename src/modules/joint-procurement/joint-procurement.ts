import type { CaseId } from '#src/modules/catalogue/contract.ts'
import type { DemandId } from '#src/modules/needs/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { DraftId } from '#src/modules/sharing/contract.ts'
import type {
  Outcome,
  ParticipantRole,
  ParticipantStanding,
  ParticipantStatus,
  Path,
  ProcurementAudience,
  ProcurementFacts,
  ProcurementId,
  Step,
} from './contract.ts'

/** One who takes part, is asked to, or has left. */
export type Participant = {
  readonly organisation: OrganisationId
  readonly role: ParticipantRole
  readonly status: ParticipantStatus
  readonly standing: ParticipantStanding
  readonly version: number
  readonly joinedAt: Date
  readonly decidedAt: Date | null
}

export type StepTaken = {
  readonly step: Step
  readonly on: Temporal.PlainDate
  readonly reason: string | null
  readonly takenFor: OrganisationId
}

/** Several who buy together, as far as they have come. */
export type JointProcurement = {
  readonly id: ProcurementId
  readonly title: string
  readonly path: Path
  readonly step: Step
  readonly ended: { readonly outcome: Outcome; readonly reason: string | null; readonly at: Date } | null
  readonly lead: OrganisationId
  readonly demand: DemandId | null
  readonly audience: ProcurementAudience
  readonly facts: ProcurementFacts
  readonly version: number
  readonly gateRound: number
  /** From then nobody is added. */
  readonly lockedAt: Date | null
  readonly caseId: CaseId | null
  readonly draft: DraftId | null
  readonly begunAt: Date
  readonly changedAt: Date
  readonly participants: readonly Participant[]
  readonly steps: readonly StepTaken[]
}

/** Those who share the costs: an option that is not used carries nothing. */
export function carriers(joint: Pick<JointProcurement, 'participants'>): readonly Participant[] {
  return buyers(joint).filter(({ role }) => role !== 'option')
}

/** Shares are typed with decimals: three thirds make 99.99 per cent, and that is all of it. */
export function isWhole(percent: number): boolean {
  return Math.abs(percent - 100) <= 0.05
}

/** Called off or stopped: no contract comes of it. One that is closed has gone its whole way. */
export function isOver({ ended }: Pick<JointProcurement, 'ended'>): boolean {
  return ended !== null && ended.outcome !== 'closed'
}

/** Those who buy, or may: not those who only follow, nor those who said no or left. */
export function buyers({ participants }: Pick<JointProcurement, 'participants'>): readonly Participant[] {
  return interested({ participants }).filter(({ role }) => role !== 'follower')
}

/** Those who are in it today, also those who only follow. */
export function interested({ participants }: Pick<JointProcurement, 'participants'>): readonly Participant[] {
  return participants.filter(({ status }) => status === 'interested')
}
