/**
 * Public notices: eForms read from their bytes, every version and every original kept, what cannot be read put in
 * quarantine with its reasons. Contact persons are kept apart and given out only while a notice is open.
 */

export { READER_VERSION } from '#src/modules/notices/eforms/read-notice.ts'
export {
  assessInnovation,
  assessText,
  type InnovationAssessment,
  type TextAssessment,
} from '#src/modules/notices/innovation/assess-innovation.ts'
export type { Piece } from '#src/modules/notices/innovation/read-signals.ts'
export {
  type CodeRule,
  type FalseFriend,
  INNOVATION_RULES_VERSION,
  type InnovationRules,
  innovationRules,
  MET,
  type TextRule,
} from '#src/modules/notices/innovation/rule.ts'
export type { ConditionState, Conditions, Signal } from '#src/modules/notices/innovation/weigh-signals.ts'
export { OCID_PREFIX } from '#src/modules/notices/ocds/to-release.ts'
export { noticesInBytes } from '#src/modules/notices/sources/contents.ts'
export { sourceFailureText } from '#src/modules/notices/sources/failure-text.ts'
export { countFiles, fileSource } from '#src/modules/notices/sources/files.ts'
export { dailyImports, importJob } from '#src/modules/notices/sources/import-job.ts'
export { openSource } from '#src/modules/notices/sources/open-source.ts'
export {
  dayInOslo,
  isComplete,
  type SourceReport,
} from '#src/modules/notices/sources/remote/import-from-source.ts'
export {
  type RemoteSource,
  SOURCE_NAMES,
  type SourceName,
} from '#src/modules/notices/sources/remote/remote-source.ts'
export type { SourceItem } from '#src/modules/notices/sources/source-item.ts'
export { type SourceState, sourceStates } from '#src/modules/notices/sources/source-states.ts'
export type { BoughtThrough } from './bought-through.ts'
export { type BuyerConfirmation, confirmBuyer } from './confirm-buyer.ts'
export {
  ASSESSMENTS,
  type Assessment,
  BOUGHT_FOR,
  type BoughtFor,
  CONDITIONS,
  type Condition,
  FORM_TYPES,
  type FormType,
  type ImportReport,
  NoticeId,
  PARTIES,
  type Party,
  type PrincipalBasis,
  UNRECOGNISED_REASONS,
  type UnrecognisedReason,
} from './contract.ts'
export {
  type BuyerFilter,
  type ComingContractEnd,
  type ContractEndFilter,
  comingContractEnds,
} from './contract-ends.ts'
export { contractEndsOf, type EndOfNotice } from './contract-ends-of.ts'
export { type DataStatus, dataStatus } from './data-status.ts'
export { type ExportedRelease, exportReleases, packageEnvelope } from './export-releases.ts'
export {
  contactPersons,
  findNotice,
  type NoticeVersion,
  noticesOfProcedure,
  noticeVersions,
} from './find-notice.ts'
export { type ImportOptions, importNotices } from './import-notices.ts'
export {
  type JudgeInnovation,
  type JudgeInnovationFailure,
  judgeInnovation,
  LONGEST_REASON,
} from './judge-innovation.ts'
export { type Judgement, judgesFor, possibleJudgements } from './judgement.ts'
export { judgementsOf } from './judgements-repository.ts'
export {
  listNotices,
  type NoticeFilter,
  type NoticeList,
  noticesByIds,
  noticesOf,
} from './list-notices.ts'
export {
  countUnrecognised,
  listUnrecognised,
  type Unrecognised,
  type UnrecognisedList,
} from './list-unrecognised.ts'
export type {
  AwardCriterion,
  Buyer,
  Change,
  ContactPerson,
  Deadlines,
  Duration,
  Lot,
  LotGroup,
  LotResult,
  Money,
  Notice,
  NoticeProblem,
  NoticeReference,
  Place,
  Remark,
  Renewals,
  SelectionCriterion,
  Winner,
  Wording,
} from './notice.ts'
export { type OriginalFile, originalBytes, type PublicOriginal, publicOriginal } from './notice-originals.ts'
export type { KnownBuyer, NoticeParties } from './notice-parties.ts'
export {
  type NoticeAddress,
  type NoticeSpan,
  noticeSpans,
  noticesOfSpan,
} from './notice-spans-repository.ts'
export { isAnythingOutdated } from './outdated.ts'
export type { WrittenParty } from './party-identities-repository.ts'
export { type PlannedPurchase, plannedPurchases } from './planned-purchases.ts'
export { type PublicationLink, publicationLinks } from './publication-links.ts'
export {
  findInQuarantine,
  listQuarantine,
  type QuarantineItem,
  type QuarantinePage,
} from './quarantine-repository.ts'
export { readNotice } from './read-notice.ts'
export {
  forgetParty,
  type Recognition,
  type RecognitionFailure,
  recogniseParty,
} from './recognise-party.ts'
export { problemText, remarkText } from './remark-text.ts'
export { type PrincipalsReport, renewPrincipals } from './renew-principals.ts'
export type { ReprocessOptions, ReprocessProgress, ReprocessReport, ReprocessScope } from './reprocess.ts'
export { reprocessNotices } from './reprocess-notices.ts'
export { countResultsWithoutEnd, type ResultCount } from './results-without-end.ts'
export { type RetryOptions, retryQuarantine } from './retry-quarantine.ts'
export { noticeSearchSource } from './search-source.ts'
export type {
  BuyerMunicipality,
  Innovation,
  NoticeSummary,
  OriginalInfo,
  StoredBuyer,
  StoredNotice,
} from './stored-notice.ts'
