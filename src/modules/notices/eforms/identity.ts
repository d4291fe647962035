import type { NoticeReference } from '#src/modules/notices/notice.ts'
import { dateAt, instantAt } from './dates.ts'
import { child, children, codeAt, line, lineAt } from './element.ts'
import { formTypeOf } from './forms.ts'
import type { Reading } from './reading.ts'
import type { XmlElement } from './xml-tree.ts'

/** What can stand in an address: other ids are not identities, whatever they are. */
const USABLE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const USABLE_VERSION = /^[A-Za-z0-9.]{1,10}$/

export function readIdentity(reading: Reading, root: XmlElement) {
  const noticeId = readNoticeId(reading, root)
  return {
    noticeId,
    version: readVersion(reading, root),
    publicationNumber: readPublicationNumber(root),
    gazette: lineAt(root, 'Publication/GazetteID'),
    publishedOn: dateAt(reading, root, 'Publication/PublicationDate'),
    dispatchedAt: instantAt(reading, root, { date: 'IssueDate', time: 'IssueTime' }),
    procedureId: lineAt(root, 'ContractFolderID'),
    plannedOn: dateAt(reading, root, 'PlannedDate'),
    ...readForm(reading, root),
  }
}

function readNoticeId(reading: Reading, root: XmlElement): string | null {
  const element =
    children(root, 'ID').find((one) => one.attributes.schemeName?.toLowerCase() === 'notice-id') ?? null
  const written = line(element)
  if (!written) {
    reading.remark('noticeIdMissing')
    return null
  }
  if (USABLE_ID.test(written)) return written
  reading.remark('noticeIdUnusable', element, { written })
  return null
}

function readVersion(reading: Reading, root: XmlElement): string {
  const element = child(root, 'VersionID')
  const written = line(element)
  if (written && USABLE_VERSION.test(written)) return written
  reading.remark('versionMissing', element, { written: written ?? '' })
  return '01'
}

/** Converted notices say `n.a.` where there is no number. */
function readPublicationNumber(root: XmlElement): string | null {
  const written = lineAt(root, 'Publication/NoticePublicationID')
  return written && /\d/.test(written) ? written : null
}

/** The root element does not tell the form: only the subtype does, and the list of the notice type. */
function readForm(reading: Reading, root: XmlElement) {
  const subtype = codeAt(root, 'NoticeSubType/SubTypeCode')
  const typeElement = child(root, 'NoticeTypeCode')
  const byList = typeElement?.attributes.listName?.trim() || null
  const bySubtype = subtype === null ? null : formTypeOf(subtype)
  if (subtype === null) reading.remark('subtypeMissing')
  else if (bySubtype === null)
    reading.remark('subtypeUnknown', child(root, 'NoticeSubType/SubTypeCode'), { code: subtype })
  return {
    subtype,
    formType: isFormType(byList) ? byList : bySubtype,
    noticeType: line(typeElement),
    legalBasis: lineAt(root, 'RegulatoryDomain'),
  }
}

function isFormType(code: string | null): boolean {
  return (
    code !== null &&
    /^(planning|competition|result|dir-awa-pre|cont-modif|change|consultation|completion|bus-reg)$/.test(code)
  )
}

/** The notices this one names: what it changes or modifies, and what came before it. */
export function readReferences(root: XmlElement): NoticeReference[] {
  const paths: readonly [NoticeReference['kind'], string][] = [
    ['changed', 'Changes/ChangedNoticeIdentifier'],
    ['modified', 'ContractModification/ChangedNoticeIdentifier'],
    ['previous', 'TenderingProcess/NoticeDocumentReference/ID'],
    ['previous', 'ProcurementProjectLot/TenderingProcess/NoticeDocumentReference/ID'],
    ['framework', 'NoticeResult/SettledContract/NoticeDocumentReference/ID'],
  ]
  const found = paths.flatMap(([kind, path]) =>
    children(root, path).flatMap((element) => {
      const reference = line(element)
      return reference ? [{ kind, reference }] : []
    }),
  )
  return [...new Map(found.map((one) => [`${one.kind} ${one.reference}`, one])).values()]
}
