import type { Lot, Money, Notice, NoticeProblem } from '#src/modules/notices/notice.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { moneyAt, sumOf } from './amounts.ts'
import { readBuyers } from './buyers.ts'
import { readChanges } from './changes.ts'
import { decodeBytes } from './decode-bytes.ts'
import { child, children, codeAt, line, lineAt } from './element.ts'
import { readIdentity, readReferences } from './identity.ts'
import { readInnovation } from './innovation.ts'
import { readDeadlines, readLots } from './lots.ts'
import { readOrganisations } from './organisations.ts'
import { readProcedure } from './procedure.ts'
import { nutsOf, readCpv, readPlaces, readStrategicCodes } from './project.ts'
import { createReading, type Reading } from './reading.ts'
import { type LotOutcomes, type Results, readResults } from './results.ts'
import { languageOf, wordingsOf } from './texts.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

/** Raised when the reader learns to read something anew, so that what was read before can be read again. */
export const READER_VERSION = 2

const ROOTS = new Map([
  ['ContractNotice', 'urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2'],
  ['ContractAwardNotice', 'urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2'],
  ['PriorInformationNotice', 'urn:oasis:names:specification:ubl:schema:xsd:PriorInformationNotice-2'],
  [
    'BusinessRegistrationInformationNotice',
    'http://data.europa.eu/p27/eforms-business-registration-information-notice/1',
  ],
])

/**
 * Reads an eForms notice. What cannot be read as one is refused with its problems; what is odd in one that can
 * is told in `remarks`. Nothing is looked up and nothing thrown, whatever the bytes are.
 */
export function readNotice(bytes: Uint8Array): Result<Notice, readonly NoticeProblem[]> {
  const decoded = decodeBytes(bytes)
  if (!decoded.ok) return fail([decoded.failure])
  const parsed = parseXml(decoded.value.text)
  if (!parsed.ok) return fail([parsed.failure])
  const root = parsed.value
  const problem = whyNotNotice(root)
  if (problem) return fail([problem])
  const notice = readRoot(createReading(mainLanguageOf(root), decoded.value.remarks), root)
  return isTooMuch(bytes, notice)
    ? fail([{ code: 'tooMuchContent', params: { limit: MAX_CONTENT } }])
    : ok(notice)
}

/** Characters of what is kept as JSON; the largest known notice has a tenth of it. */
const MAX_CONTENT = 16_000_000

/** A short element can stand for a long record, so that a file within its limit can say more than can be stored. */
function isTooMuch(bytes: Uint8Array, notice: Notice): boolean {
  return bytes.byteLength > MAX_CONTENT / 20 && JSON.stringify(notice).length > MAX_CONTENT
}

function whyNotNotice(root: XmlElement): NoticeProblem | null {
  const namespace = ROOTS.get(root.name)
  if (!namespace) return { code: 'wrongRoot', params: { root: root.name.slice(0, 80) } }
  const declared = Object.entries(root.attributes)
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(([, uri]) => uri)
  if (!declared.includes(namespace)) return { code: 'wrongNamespace', params: { root: root.name } }
  const saysWhatItIs =
    child(root, 'NoticeSubType') ?? child(root, 'NoticeTypeCode') ?? child(root, 'Organizations')
  return saysWhatItIs ? null : { code: 'notEforms' }
}

function mainLanguageOf(root: XmlElement): string | null {
  return lineAt(root, 'NoticeLanguageCode')?.toUpperCase() ?? null
}

function readRoot(reading: Reading, root: XmlElement): Notice {
  const identity = readIdentity(reading, root)
  const listed = readOrganisations(reading, root)
  const results = readResults(reading, root, listed)
  const lots = readLots(reading, root, results.outcomes)
  const pieces = [...lots.lots, ...lots.parts]
  const project = readProject(reading, root, pieces)
  const rootDeadlines = readDeadlines(reading, child(root, 'TenderingProcess'))
  const changes = readChanges(reading, root)
  const resultsWithoutLot = unplaced(reading, lots.lots, results.outcomes)
  const codes = readStrategicCodes(child(root, 'ProcurementProject'))
  const innovation = readInnovation(reading, identity.subtype, [codes, ...pieces])
  return {
    ...identity,
    ...project,
    ...readBuyers(reading, root, listed),
    ...readProcedure(reading, root, identity.formType),
    ...readValue(reading, root, { lots: lots.lots, results }),
    ...deadlinesOf([...pieces, { deadlines: rootDeadlines }]),
    ...lots,
    resultsWithoutLot,
    references: readReferences(root),
    changes,
    innovation,
    remarks: reading.remarks(),
  }
}

/** What is bought: words, codes and places of the whole, filled up from its pieces where it says nothing. */
function readProject(reading: Reading, root: XmlElement, pieces: readonly Lot[]) {
  const project = child(root, 'ProcurementProject')
  const { main, chosen, translations } = wordingsOf(reading, project)
  const title = main?.title || pieces.find((piece) => piece.title)?.title || ''
  const description = main?.description || pieces.find((piece) => piece.description)?.description || ''
  if (title === '') reading.remark('titleMissing')
  else if (/^test(?:kunngjøring|kunngjering|utlysning| |-|$)/i.test(title)) reading.remark('looksLikeTest')
  const code = chosen ?? reading.mainLanguage ?? 'NOB'
  const text = [title, description, ...pieces.map((piece) => piece.description)].join('\n')
  const language = languageOf(code, text)
  if (/^(NOB|NOR|NNO)$/.test(code) && language === 'en')
    reading.remark('languageNotAsDeclared', project, { code })
  const places = readPlaces(reading, project)
  const additional = children(root, 'AdditionalNoticeLanguage/ID').flatMap((one) => line(one) ?? [])
  return {
    title,
    description,
    language,
    translations,
    declaredLanguages: [...new Set([reading.mainLanguage, ...additional])].filter((one) => one !== null),
    contractNature: codeAt(project, 'ProcurementTypeCode'),
    cpv: [...new Set([...readCpv(reading, project), ...pieces.flatMap((piece) => piece.cpv)])],
    places,
    nuts: [...new Set([...nutsOf(places), ...pieces.flatMap((piece) => piece.nuts)])],
  }
}

type Value = Pick<Notice, 'value' | 'valueKind' | 'frameworkMaximum'>

function readValue(
  reading: Reading,
  root: XmlElement,
  { lots, results }: { lots: readonly Lot[]; results: Results },
): Value {
  const project = child(root, 'ProcurementProject')
  const estimated = moneyAt(reading, project, 'RequestedTenderTotal/EstimatedOverallContractAmount')
  const frameworkMaximum =
    results.frameworkMaximum ?? moneyAt(reading, project, 'RequestedTenderTotal/FrameworkMaximumAmount')
  const kinds: readonly [Notice['valueKind'], Money | null][] = [
    ['awarded', results.total],
    ['estimated', estimated],
    ['sumOfLots', sumOf(lots.map((lot) => lot.value))],
  ]
  const [valueKind, value] = kinds.find(([, money]) => money !== null) ?? [null, null]
  return { value, valueKind, frameworkMaximum }
}

/** When somebody must have answered: tenders, or what comes before them in the procedure. */
function deadlinesOf(pieces: readonly Pick<Lot, 'deadlines'>[]): Pick<Notice, 'deadline' | 'lastDeadline'> {
  const instants = pieces
    .flatMap(({ deadlines }) => deadlines.tenders ?? deadlines.participation ?? deadlines.interest ?? [])
    .sort()
  return { deadline: instants[0] ?? null, lastDeadline: instants.at(-1) ?? null }
}

function unplaced(
  reading: Reading,
  lots: readonly Lot[],
  outcomes: LotOutcomes,
): Notice['resultsWithoutLot'] {
  const known = new Set(lots.map((lot) => lot.id))
  return [...outcomes]
    .filter(([lot]) => !known.has(lot))
    .map(([lot, { winners }]) => {
      reading.remark('resultLotUnknown', null, { lot })
      return { lot: lot || null, winners }
    })
}
