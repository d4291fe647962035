/**
 * What municipalities need before there is a procurement: announced for those they choose, found by others who need the
 * same, answered by suppliers on equal terms, and gathered into a joint demand. A need here is not a notice.
 */
export {
  type AlikeNeed,
  alikeNeeds,
  type Likeness,
  plainLikeness,
} from '#src/modules/needs/demand/alike-needs.ts'
export { type AskNeedInFailure, askNeedIn } from '#src/modules/needs/demand/ask-need-in.ts'
export {
  type BeginDemand,
  type BeginDemandFailure,
  beginDemand,
} from '#src/modules/needs/demand/begin-demand.ts'
export { type DemandAsPaper, demandPaper } from '#src/modules/needs/demand/demand-paper.ts'
export {
  type DemandVersion,
  demandVersions,
  findDemand,
  needsInDemands,
} from '#src/modules/needs/demand/demands-repository.ts'
export { type JoinDemandFailure, joinDemand } from '#src/modules/needs/demand/join-demand.ts'
export {
  type DemandNeed,
  isJoint,
  type JointDemand,
  memberOrganisations,
  membersOf,
} from '#src/modules/needs/demand/joint-demand.ts'
export {
  type ChangeDemandAudienceFailure,
  changeDemandAudience,
  closeDialogue,
  closeDialogueOf,
  type DissolveFailure,
  dissolveDemand,
  type HandOverFailure,
  handOverDemandLead,
  type LeadDemandFailure,
  moveDemand,
} from '#src/modules/needs/demand/lead-demand.ts'
export {
  declineDemand,
  type LeaveDemandFailure,
  leaveDemand,
} from '#src/modules/needs/demand/leave-demand.ts'
export { mayDecideFor, mayKeepDemand, mayReadDemand, seenOfDemand } from '#src/modules/needs/demand/policy.ts'
export { prefillStatement } from '#src/modules/needs/demand/prefill-statement.ts'
export {
  demandsAround,
  membersWithNeeds,
  nameNeeds,
  readDemand,
  readDemands,
} from '#src/modules/needs/demand/read-demand.ts'
export { type SaveStatementFailure, saveStatement } from '#src/modules/needs/demand/save-statement.ts'
export { type DemandSum, type NeedToSum, sumUp } from '#src/modules/needs/demand/sum-up.ts'
export {
  type AnswerNeedFailure,
  answerNeed,
  type WithdrawAnswerFailure,
  withdrawAnswer,
} from '#src/modules/needs/market/answer-need.ts'
export { type DecideAnswerFailure, decideAnswer } from '#src/modules/needs/market/decide-answer.ts'
export type {
  DialogueSummary,
  LevellingEntry,
  MarketAnswer,
  MarketMessage,
} from '#src/modules/needs/market/market.ts'
export {
  AnswerForm,
  DecisionForm,
  MessageForm,
  QuestionForm,
  SummaryForm,
} from '#src/modules/needs/market/market-forms.ts'
export { levellingPaper, type MarketAsPaper, summaryPaper } from '#src/modules/needs/market/market-paper.ts'
export {
  announcersOf,
  isSupplier,
  type Matter,
  type MatterRef,
  mayAnswer,
  mayPublishSummary,
} from '#src/modules/needs/market/matter.ts'
export { type PublishSummaryFailure, publishSummary } from '#src/modules/needs/market/publish-summary.ts'
export { findMatter, matterRef, readMatter } from '#src/modules/needs/market/read-matter.ts'
export {
  type AskQuestionFailure,
  askQuestion,
  type TellMarketFailure,
  tellMarket,
} from '#src/modules/needs/market/tell-market.ts'
export {
  type MarketView,
  mayReadAnswer,
  type SeenAnswer,
  type SeenMessage,
  suppliersIn,
  viewMarket,
  viewOwnAnswers,
} from '#src/modules/needs/market/view-market.ts'
export { matchableNeeds, readMatching } from '#src/modules/needs/matching/matchable-needs.ts'
export type { ExplainedGroup } from '#src/modules/needs/matching/matching.ts'
export { isGood } from '#src/modules/needs/matching/rate-group.ts'
export {
  type GroupForNeed,
  type GroupWithNeeds,
  groupFor,
  type NearOutside,
  proposedGroupOf,
  proposedGroups,
} from '#src/modules/needs/matching/read-groups.ts'
export type { AloneBecause, WhyNot } from '#src/modules/needs/matching/reason-codes.ts'
export {
  monthsText,
  type ReasonNames,
  reasonAgainst,
  reasonFor,
  whyNotWith,
} from '#src/modules/needs/matching/reason-words.ts'
export type { MemberReasons, ReasonAgainst, ReasonFor } from '#src/modules/needs/matching/reasons.ts'
export { isOneDemand, type Together } from '#src/modules/needs/matching/together.ts'
export {
  MATCH_PARTS,
  type MatchPart,
  readWeights,
  WEIGHTS,
  type Weights,
} from '#src/modules/needs/matching/weights.ts'
export { MOST_MONTHS_MOVED, type WhatIf } from '#src/modules/needs/matching/what-if.ts'
export type { CircleMember, CircleReason, RadarCircle } from '#src/modules/needs/radar/circle.ts'
export type { RadarGroup } from '#src/modules/needs/radar/group-items.ts'
export type { JointEnd, JointEndsSource } from '#src/modules/needs/radar/joint-end.ts'
export type { ContractTerms, RadarItem } from '#src/modules/needs/radar/radar-item.ts'
export type { RadarParty } from '#src/modules/needs/radar/radar-party.ts'
export { monthsOf, type Period } from '#src/modules/needs/radar/radar-question.ts'
export { othersWanting, type Radar, readRadar } from '#src/modules/needs/radar/read-radar.ts'
export { topThemeOf, type What } from '#src/modules/needs/radar/what.ts'
export { isAlike, openNeedsAlike } from './alike.ts'
export { type AnnounceNeed, type AnnounceNeedFailure, announceNeed } from './announce-need.ts'
export { changeAudience, closeNeed, type MoveNeedFailure, reopenNeed } from './move-need.ts'
export type { Need } from './need.ts'
export { missingInNeed, REQUIRED_OF_NEED, type RequiredOfNeed } from './need-content.ts'
export { needSearchSource } from './need-search-source.ts'
export { answersOf, FIELDS_OF_STEP, markOf, stepAsking } from './need-step.ts'
export { announcedNeeds, findNeed, type KeptVersion, needsByIds, needsOf } from './needs-repository.ts'
export { mayAnnounce, mayReadNeed, mayWriteNeed } from './policy.ts'
export type { NeedBeginning } from './prefill-need.ts'
export { type PriorNoticeField, priorNotice, priorNoticePaper } from './prior-notice.ts'
export { needHistory, ownNeeds, readableNeeds, readNeed, seenNeeds } from './read-needs.ts'
export { type ReviseNeed, type ReviseNeedFailure, reviseNeed } from './revise-need.ts'
export { type SaveNeedStep, type SaveNeedStepFailure, saveNeedStep } from './save-need-step.ts'
export { type StartNeed, type StartNeedFailure, startNeed } from './start-need.ts'
export { unitKey } from './volume-unit.ts'
