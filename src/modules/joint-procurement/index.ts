/**
 * Several who buy together: the paths there are, the life of each, what stands before the next step and whose turn it
 * is, the check before publication, and what comes after it, to a measured benefit.
 */

export { type AnswerFailure, type AnswerInvitation, answerInvitation } from './answer-invitation.ts'
export { type BeginFailure, type BeginProcurement, beginProcurement } from './begin-procurement.ts'
export {
  type Due,
  duesOf,
  inUseSince,
  type Measurement,
  type RollOutStep,
  standingOf,
} from './benefits/benefit.ts'
export { measurementsOf, rollOutsOf } from './benefits/benefits-repository.ts'
export { jointJobs } from './benefits/joint-jobs.ts'
export { type MakeCaseFailure, makeCase, mayBecomeCase } from './benefits/make-case.ts'
export {
  type NoteBenefitFailure,
  type NoteRollOutFailure,
  noteBenefit,
  noteRollOut,
} from './benefits/note-benefit.ts'
export { type ChangeFacts, type ChangeFactsFailure, changeFacts } from './change-facts.ts'
export {
  type ChangeParticipantRole,
  type ChangeParticipantRoleFailure,
  changeParticipantRole,
} from './change-role.ts'
export type { NotOpen } from './changing.ts'
export { type ChoosePathFailure, choosePath } from './choose-path.ts'
export { isAnchored, type Life, needsMandate, type Surroundings } from './conditions.ts'
export { type JointContractEnd, jointContractEnds } from './contracts/contract-ends.ts'
export {
  boundBy,
  type ContractDay,
  type Deviation,
  daysAhead,
  type JointContract,
  nextFollowUp,
} from './contracts/contract-of-joint.ts'
export { contractsOf } from './contracts/contracts-repository.ts'
export {
  type ChangeContractFailure,
  changeContract,
  mayNoteFor,
  type NoteContractFailure,
  noteContract,
} from './contracts/note-contract.ts'
export {
  type NoteDeviationFailure,
  noteDeviation,
  noteSettled,
  type SettleDeviationFailure,
} from './contracts/note-deviation.ts'
export { type NoteStandstillFailure, noteStandstill } from './contracts/note-standstill.ts'
export { radarEnds } from './contracts/radar-ends.ts'
export { earliestStandstillEnd, type SigningHindrance, signingHindrance } from './contracts/standstill.ts'
export { type EndProcurementFailure, endProcurement } from './end-procurement.ts'
export { blockText, buyerLines, valueLines } from './gate/block-text.ts'
export { type Compared, compareDraft } from './gate/compare-draft.ts'
export { type DraftFindings, type FoundBuyer, findingsOf } from './gate/draft-findings.ts'
export { type FillInNumberFailure, fillInNumber } from './gate/fill-in-number.ts'
export { type PointText, pointText, shippedGate } from './gate/gate-data.ts'
export { type GateInput, numberOf, type Parties, type Party } from './gate/gate-input.ts'
export {
  GATE_GROUPS,
  GATE_POINTS,
  type GateGroup,
  type GatePoint,
  type GatePointId,
  letsThrough,
  type PointProblem,
  type PointState,
} from './gate/gate-point.ts'
export { gatePoints } from './gate/gate-points.ts'
export type { GatePass } from './gate/gate-repository.ts'
export { type Gate, loadGate, partiesOf } from './gate/load-gate.ts'
export {
  type NoteNoticeFailure,
  noteNotice,
  type PublishedNotice,
  publishedNotice,
} from './gate/note-notice.ts'
export { type BlockBuyer, participantBlock } from './gate/participant-block.ts'
export { type Passed, type PassGate, type PassGateFailure, passGate } from './gate/pass-gate.ts'
export { mayPass, passesFor } from './gate/policy.ts'
export { forgetDraftNotice, type ReadDraftFailure, readDraftNotice } from './gate/read-draft-notice.ts'
export { type TakeBackFailure, takeBackPass } from './gate/take-back-pass.ts'
export { answerProposedLead, type HandOverLeadFailure, proposeLead } from './hand-over-lead.ts'
export { type InviteFailure, type InviteParticipant, inviteParticipant } from './invite-participant.ts'
export { buyers, type JointProcurement, type Participant, type StepTaken } from './joint-procurement.ts'
export {
  type DrawnStep,
  drawLife,
  earlierSteps,
  type Hindrance,
  hindrances,
  isListClosed,
  isPublished,
  mayChoosePath,
  nextStep,
  stepFacts,
  stepsOf,
  whoseTurn,
} from './life.ts'
export { calendarOf } from './meetings/calendar.ts'
export {
  type ChangeMeetingFailure,
  callMeeting,
  cancelMeeting,
  changeMeeting,
} from './meetings/call-meeting.ts'
export type { Meeting } from './meetings/meeting.ts'
export { findMeeting, meetingsOf } from './meetings/meetings-repository.ts'
export { shownInOslo } from './meetings/oslo-time.ts'
export { jointPaper } from './papers/joint-paper.ts'
export type { PaperInput } from './papers/paper-input.ts'
export { type Slot, slots } from './papers/slots.ts'
export { type Law, lawsOf, type PathFacts, type PathStep, pathFacts, shippedPaths } from './paths.ts'
export { mayBegin, mayBind, mayLead, mayRead, mayWriteFor, takesPart } from './policy.ts'
export { openFacts } from './procurement-facts.ts'
export {
  allProcurements,
  findProcurement,
  procurementsOf,
  procurementsOfDemand,
} from './procurements-repository.ts'
export { type PathReason, type ProposedPath, proposePaths } from './propose-path.ts'
export { readProcurement, readProcurements } from './read-procurements.ts'
export { readLife, readLives } from './read-surroundings.ts'
export { type RealisticDate, type RealisticDates, realisticDates } from './realistic-dates.ts'
export { type SaveStanding, type SaveStandingFailure, saveStanding } from './save-standing.ts'
export { type TakeStepFailure, takeStep } from './take-step.ts'
export { type PartFailure, voicesOf } from './talk/lock-part.ts'
export {
  type AddTaskFailure,
  addTask,
  askAll,
  noteDecision,
  type ReplyFailure,
  replyToQuestion,
  type SetTaskFailure,
  setTask,
} from './talk/say-in-talk.ts'
export { type Decision, isLate, type Question, type Talk, type Task } from './talk/talk.ts'
export { findQuestion, talkOf } from './talk/talk-repository.ts'
export { type Consequence, type ConsequencePoint, consequenceOf } from './withdrawing/consequence.ts'
export { type CostKey, costShares, type Sharing } from './withdrawing/cost-shares.ts'
export {
  inhabitantsOf,
  type WithdrawFailure,
  withdrawParticipant,
} from './withdrawing/withdraw-participant.ts'
export { type Withdrawal, withdrawalsOf } from './withdrawing/withdrawals-repository.ts'
