import { z } from 'zod'

export const ProcurementId = z.uuid().brand<'ProcurementId'>()
export type ProcurementId = z.infer<typeof ProcurementId>

/** The ways several can buy together; what each takes is in `data/joint-procurement/paths.json`. */
export const PATHS = [
  'signal-only',
  'parallel',
  'joint-competition',
  'joint-framework',
  'host-buys',
  'central-body',
  'pre-commercial',
  'innovation-partnership',
] as const
export const Path = z.enum(PATHS)
export type Path = z.infer<typeof Path>

/** The life of a joint procurement, in order; each path takes those of them that it has. */
export const STEPS = [
  'interest',
  'group',
  'intent',
  'strategy',
  'anchoring',
  'agreement',
  'dialogue',
  'requirements',
  'gate',
  'published',
  'competition',
  'award',
  'standstill',
  'contract',
  'follow-up',
  'roll-out',
  'benefit',
  'shared',
] as const
export const Step = z.enum(STEPS)
export type Step = z.infer<typeof Step>

/** How it ended: all done, called off during the competition, or stopped before there was one. */
export const OUTCOMES = ['closed', 'cancelled', 'stopped'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

export const PARTICIPANT_ROLES = ['lead', 'host', 'participant', 'option', 'follower'] as const
export const ParticipantRole = z.enum(PARTICIPANT_ROLES)
export type ParticipantRole = z.infer<typeof ParticipantRole>

export const PARTICIPANT_STATUSES = ['invited', 'interested', 'declined', 'uninvited', 'withdrawn'] as const
export type ParticipantStatus = (typeof PARTICIPANT_STATUSES)[number]

/** `own` is those who take part. */
export const PROCUREMENT_AUDIENCES = ['own', 'public-employees', 'all'] as const
export const ProcurementAudience = z.enum(PROCUREMENT_AUDIENCES)
export type ProcurementAudience = z.infer<typeof ProcurementAudience>

/** Who can decide in a municipality that it takes part (kommuneloven §§ 5-3, 13-1). */
export const DECIDING_BODIES = [
  'council',
  'executive-board',
  'committee',
  'chief-executive',
  'delegated',
] as const
export const DecidingBody = z.enum(DECIDING_BODIES)
export type DecidingBody = z.infer<typeof DecidingBody>

/** Who signs the contract for a participant. */
export const SIGNERS = ['self', 'lead', 'host'] as const
export const Signer = z.enum(SIGNERS)
export type Signer = z.infer<typeof Signer>

export const ROLL_OUT_STATUSES = ['not-begun', 'under-way', 'in-use', 'stopped'] as const
export const RollOutStatus = z.enum(ROLL_OUT_STATUSES)
export type RollOutStatus = z.infer<typeof RollOutStatus>

/** When the benefit is measured, in months after it was taken into use. */
export const BENEFIT_MONTHS = [3, 12, 24] as const
export type BenefitMonths = (typeof BENEFIT_MONTHS)[number]

export const MEETING_KINDS = ['group', 'dialogue', 'contract', 'other'] as const
export const MeetingKind = z.enum(MEETING_KINDS)
export type MeetingKind = z.infer<typeof MeetingKind>

/** What may stand before a next step; the words are `joint.condition.<condition>`. */
export const CONDITIONS = [
  'several',
  'purpose',
  'intents',
  'strategy',
  'estimate',
  'anchored',
  'agreed',
  'costShares',
  'mandates',
  'dialogueSummary',
  'requirementsWritten',
  'requirementsApproved',
  'signers',
  'answered',
  'gatePassed',
  'noticeKnown',
  'awarded',
  'standstillOver',
  'complaintSettled',
  'contractSigned',
  'followUpAgreed',
  'rolledOut',
  'measured',
  'shared',
] as const
export const Condition = z.enum(CONDITIONS)
export type Condition = z.infer<typeof Condition>

export { BenefitForm, MEASURED_GRADES, RollOutForm } from './benefits/benefit-forms.ts'
export {
  ContractForm,
  DeviationForm,
  JointContractId,
  SettleForm,
  StandstillForm,
} from './contracts/contract-forms.ts'
export {
  LARGEST_DRAFT_BYTES,
  LARGEST_DRAFT_MEGABYTES,
  NoticeForm,
  PassForm,
} from './gate/contract.ts'
export { MeetingForm, MeetingId } from './meetings/meeting-form.ts'
export { JOINT_PAPERS, type JointPaperKind, OPEN_PAPERS, OWN_PAPERS } from './papers/paper-kinds.ts'
export { InvitationForm, ScheduleForm } from './papers/schedule-form.ts'
export { ParticipantStanding } from './participant-standing.ts'
export { ProcurementFacts } from './procurement-facts.ts'
export * from './procurement-forms.ts'
export { DecisionForm, JointNoteId, QuestionForm, ReplyForm, TaskForm } from './talk/talk-forms.ts'
export { WithdrawalForm } from './withdrawing/withdrawal-form.ts'
