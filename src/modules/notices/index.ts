/**
 * Public notices: eForms read from their bytes, every version and every original kept, what cannot be read put in
 * quarantine with its reasons. Contact persons are kept apart and given out only while a notice is open.
 */

export { READER_VERSION, readNotice } from '#src/modules/notices/eforms/read-notice.ts'
export { countFiles, fileSource } from '#src/modules/notices/sources/files.ts'
export type { SourceItem } from '#src/modules/notices/sources/source-item.ts'
export {
  ASSESSMENTS,
  type Assessment,
  FORM_TYPES,
  type FormType,
  type ImportReport,
  NoticeId,
} from './contract.ts'
export { type ComingContractEnd, type ContractEndFilter, comingContractEnds } from './contract-ends.ts'
export { type DataStatus, dataStatus } from './data-status.ts'
export {
  contactPersons,
  findNotice,
  type NoticeVersion,
  noticesOfProcedure,
  noticeVersions,
} from './find-notice.ts'
export { type ImportOptions, importNotices } from './import-notices.ts'
export {
  listNotices,
  type NoticeFilter,
  type NoticeList,
  noticesByIds,
  noticesOf,
} from './list-notices.ts'
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
export { type OriginalFile, originalBytes, publicOriginal } from './notice-originals.ts'
export { type PublicationLink, publicationLinks } from './publication-links.ts'
export { listQuarantine, type QuarantineItem, type QuarantinePage } from './quarantine-repository.ts'
export { problemText, remarkText } from './remark-text.ts'
export { noticeSearchSource } from './search-source.ts'
export type {
  BuyerMunicipality,
  Innovation,
  NoticeSummary,
  OriginalInfo,
  StoredBuyer,
  StoredNotice,
} from './stored-notice.ts'
