/**
 * Documents that organisations share: told by their content, kept in versions that are never changed, each with who may
 * see it, who owns the right to it and under which licence. They stand in a bank across all cases, and with the case or
 * draft they belong to. Nothing that is uploaded is ever run.
 */
export { type AddDocument, type AddDocumentFailure, addDocument, type DocumentsOn } from './add-document.ts'
export { type AddVersion, type AddVersionFailure, addVersion } from './add-version.ts'
export type { ContentProblem } from './content/content-problem.ts'
export { inspectContent } from './content/inspect-content.ts'
export {
  type DescribeDocument,
  type DescribeDocumentFailure,
  describeDocument,
} from './describe-document.ts'
export type {
  DocumentVersion,
  ListedDocument,
  SharedDocument,
  Upload,
  Withdrawal,
} from './document.ts'
export { documentSearchSource } from './document-search-source.ts'
export {
  type DocumentFile,
  type DocumentWithVersions,
  findDocument,
  findDocumentFile,
  type ReadingOn,
} from './find-document.ts'
export { FORMATS, isPicture } from './format.ts'
export {
  BANK_PAGE,
  type BankPage,
  documentBank,
  documentsAfter,
  documentsByIds,
  documentsOf,
} from './list-documents.ts'
export { moveDocuments } from './move-documents.ts'
export { belongsTo, mayAdd, mayChange, mayShowTo, mayWithdraw, type Reader } from './policy.ts'
export { type RightsProblem, rightsProblems } from './rights.ts'
export type { FoundSubject, SubjectSource } from './subject-source.ts'
export { filesInUse, fileTidying } from './tidy-files.ts'
export {
  type WithdrawDocument,
  type WithdrawDocumentFailure,
  withdrawDocument,
} from './withdraw-document.ts'
