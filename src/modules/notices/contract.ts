import { z } from 'zod'

/** `<notice-id>-<VersionID as written>`, or `sha256-<first 16 hex of the bytes>`; for ever. */
export const NoticeId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/)
  .brand<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>

/** How much speaks for a notice being an innovative procurement; only `declared` is the buyer's own word. */
export const ASSESSMENTS = ['declared', 'likely', 'possible', 'none'] as const
export type Assessment = (typeof ASSESSMENTS)[number]

/** What the definition of an innovative public procurement asks for. */
export const CONDITIONS = ['supplierInvolvement', 'needMapped', 'functionalRequirements'] as const
export type Condition = (typeof CONDITIONS)[number]

/**
 * Why somebody is taken to be bought for: a joint body is the buyer, or its host is and says that it acquires for
 * others, or its host is and the notice names the body.
 */
export const PRINCIPAL_BASES = ['body', 'hostForOthers', 'hostNamesBody'] as const
export type PrincipalBasis = (typeof PRINCIPAL_BASES)[number]

/** What somebody who is asked about finds: what names them, also what was bought for them without that, or only that. */
export const BOUGHT_FOR = ['named', 'too', 'only'] as const
export type BoughtFor = (typeof BOUGHT_FOR)[number]

/** Whom a notice tells of: who buys, and who got the contract. */
export const PARTIES = ['buyer', 'winner'] as const
export type Party = (typeof PARTIES)[number]

/** Why a buyer or winner could not be recognised; the words are the messages `unmatched.reason.<reason>`. */
export const UNRECOGNISED_REASONS = ['noNumber', 'invalidNumber', 'unknownNumber', 'unclearName'] as const
export type UnrecognisedReason = (typeof UNRECOGNISED_REASONS)[number]

/** eForms form types, BT-03. */
export const FORM_TYPES = [
  'planning',
  'consultation',
  'competition',
  'dir-awa-pre',
  'result',
  'cont-modif',
  'change',
  'completion',
  'bus-reg',
] as const
export type FormType = (typeof FORM_TYPES)[number]

/** What came of everything that was read, counted in notices; `read` is the sum of the four that follow. */
export type ImportReport = {
  readonly read: number
  /** It is now what counts: a new notice, a newer version, or a better original of a current one. */
  readonly stored: number
  /** These very bytes were here before. */
  readonly unchanged: number
  /** Kept and listed, but not what counts: an older version, or an original that another one outranks. */
  readonly superseded: number
  /** Could not be read; kept with the reasons. */
  readonly quarantined: number
  /** Files in a folder that are not notices by their name; not read. */
  readonly skipped: number
  readonly seconds: number
}

/** Why something could not be read as a notice; the words are the messages `problem.<code>`. */
export const PROBLEM_CODES = [
  'archiveBomb',
  'archiveCutOff',
  'archiveDamaged',
  'archiveEmpty',
  'archiveEncrypted',
  'archiveEntryDamaged',
  'archiveInArchive',
  'archiveMethodUnknown',
  'archivePathUnsafe',
  'cutOff',
  'empty',
  'fileMissing',
  'fileUnreadable',
  'folderUnreadable',
  'hasDoctype',
  'isGzip',
  'isHtml',
  'isJson',
  'isOffice',
  'isPackage',
  'isPdf',
  'isZip',
  'jsonNotWellFormed',
  'notEforms',
  'notOcds',
  'notStorable',
  'notWellFormed',
  'notXml',
  'ocidMissing',
  'packageEmpty',
  'partTooLong',
  'releaseOnlyLinked',
  'tooDeep',
  'tooLarge',
  'tooManyAttributes',
  'tooManyElements',
  'tooMuchContent',
  'unknownEncoding',
  'wrongNamespace',
  'wrongRoot',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** What can be odd about a notice that was read; the words are the messages `remark.<code>`. */
export const REMARK_CODES = [
  'amountInvalid',
  'amountZero',
  'buyerMissing',
  'buyerNotListed',
  'byteOrderMark',
  'contactDetailsTakenOut',
  'controlCharacters',
  'cpvInvalid',
  'currencyMissing',
  'dateInvalid',
  'dateUnclear',
  'durationEndsBeforeStart',
  'durationUnitUnknown',
  'encodingNotAsDeclared',
  'innovationCodeUnknown',
  'innovationOnFormWithout',
  'languageNotAsDeclared',
  'leadBuyerMissing',
  'leadBuyersSeveral',
  'looksLikeTest',
  'lotIdMissing',
  'lotTwice',
  'noticeIdMissing',
  'noticeIdUnusable',
  'nutsInvalid',
  'organisationNumberInvalid',
  'organisationTwice',
  'procedureTypeMissing',
  'procedureTypeUnknown',
  'releaseDateMissing',
  'resultLotUnknown',
  'subtypeMissing',
  'subtypeUnknown',
  'textDamaged',
  'textMended',
  'timeInvalid',
  'timeMissing',
  'timeZoneMissing',
  'titleMissing',
  'versionMissing',
  'winnerNotListed',
] as const
export type RemarkCode = (typeof REMARK_CODES)[number]
