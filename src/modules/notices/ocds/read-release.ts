import { canDeclareInnovation } from '#src/modules/notices/eforms/forms.ts'
import { isDeclared } from '#src/modules/notices/eforms/innovation.ts'
import type {
  Change,
  Lot,
  Money,
  Notice,
  NoticeProblem,
  NoticeReference,
} from '#src/modules/notices/notice.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { readAwards } from './awards.ts'
import { dateAt, instantAt } from './dates.ts'
import { codesOfGoals } from './innovation-goals.ts'
import { type JsonObject, lineAt, lineOf, linesAt, objectAt, objectsAt } from './json-object.ts'
import { classificationsOf, goalsOf, natureOf, placesOf, readLots, sumOfLots } from './lots.ts'
import { namedNotices } from './named-notices.ts'
import { parseJson } from './parse-json.ts'
import { readBuyers, readParties } from './parties.ts'
import { namedProcedure, procedureTypeOf } from './procurement-method.ts'
import { cpvOf, createReading, moneyAt, type Reading, textAt } from './reading.ts'
import { releaseOf } from './release-of.ts'
import { formTypeOf, stageOf } from './stages.ts'
import { languageOfText, wordingsAt } from './wordings.ts'

/**
 * Reads one OCDS 1.1 release, or a record with a compiled one, as a notice. What cannot be read as one is refused with
 * its problems; what is odd in one that can is told in `remarks`. Nothing is looked up and nothing thrown.
 */
export function readRelease(bytes: Uint8Array): Result<Notice, readonly NoticeProblem[]> {
  const parsed = parseJson(bytes)
  if (!parsed.ok) return fail([parsed.failure])
  const release = releaseOf(parsed.value.value)
  if (!release.ok) return fail([release.failure])
  return ok(read(createReading(release.value, parsed.value.remarks), release.value))
}

function read(reading: Reading, release: JsonObject): Notice {
  const parties = readParties(reading, release)
  const awards = readAwards(reading, release, { parties, lots: readLots(reading, release) })
  const tender = objectAt(release, 'tender')
  const declared = declaredOf(tender, awards.lots)
  const formType = formTypeOf(release)
  return {
    ...readIdentity(reading, release),
    ...readWords(reading, release, awards.lots),
    ...readBuyers(reading, release, parties),
    formType,
    ...readProcedure(reading, tender),
    ...readWhat(reading, release, awards.lots),
    ...readValue(reading, release, { total: awards.total, lots: awards.lots, formType }),
    ...deadlinesOf(reading, tender, awards.lots),
    lots: awards.lots,
    parts: [],
    lotGroups: [],
    resultsWithoutLot: awards.withoutLot,
    references: readReferences(release),
    changes: readChanges(reading, tender),
    innovation: { declared, canBeDeclared: canDeclareInnovation(null) },
    remarks: reading.remarks(),
  }
}

function readIdentity(reading: Reading, release: JsonObject) {
  const releaseId = lineOf(release.id)
  if (!releaseId) reading.remark('noticeIdMissing')
  const ocid = lineAt(release, 'ocid') ?? ''
  const names = namedNotices(release)
  const dispatchedAt = instantAt(reading, release, 'date')
  if (!dispatchedAt) reading.remark('releaseDateMissing')
  return {
    release: { ocid, releaseId, stage: stageOf(release), tags: linesAt(release, 'tag'), names },
    noticeId: null,
    // Releases of one stage follow each other by their dates.
    version: dispatchedAt ?? '01',
    publicationNumber: names.find((name) => /^\d{1,8}-\d{4}$/.test(name)) ?? null,
    gazette: null,
    publishedOn: dateAt(reading, release, 'date'),
    dispatchedAt,
    procedureId: ocid,
    subtype: null,
    noticeType: null,
    legalBasis: lineAt(release, 'tender.legalBasis.id'),
    plannedOn: dateAt(reading, release, 'tender.communication.futureNoticeDate'),
  }
}

/** Title and description of the tender; a release that has none is named by its awards or what was planned. */
function readWords(reading: Reading, release: JsonObject, lots: readonly Lot[]) {
  const tender = objectAt(release, 'tender')
  const { title, description, translations } = wordingsAt(reading, tender)
  const others = [
    ...objectsAt(release, 'awards'),
    ...objectsAt(release, 'contracts'),
    objectAt(release, 'planning'),
  ]
  const other = others.find((one) => lineAt(one, 'title')) ?? null
  const lot = lots.find((one) => one.title)
  const shown = title || lot?.title || wordingsAt(reading, other).title
  const told =
    description ||
    textAt(reading, other, 'description') ||
    (textAt(reading, release, 'planning.rationale') ?? '')
  if (shown === '') reading.remark('titleMissing')
  else if (/^test(?:kunngjøring|kunngjering|utlysning| |-|$)/i.test(shown)) reading.remark('looksLikeTest')
  const declared = lineAt(release, 'language')
  return {
    title: shown,
    description: told,
    translations,
    language: languageOfText(declared, [shown, told, ...lots.map((one) => one.description)].join('\n')),
    declaredLanguages: declared ? [declared] : [],
  }
}

function readProcedure(reading: Reading, tender: JsonObject | null) {
  const details = lineAt(tender, 'procurementMethodDetails')
  const rationale = textAt(reading, tender, 'procurementMethodRationale')
  const accelerated = objectAt(tender, 'procedure')?.isAccelerated
  return {
    procedureType: procedureTypeOf(lineAt(tender, 'procurementMethod'), details),
    procedureDescription: namedProcedure(details)
      ? null
      : textAt(reading, tender, 'procurementMethodDetails'),
    accelerated: typeof accelerated === 'boolean' ? accelerated : null,
    directAward: rationale ? { code: null, reason: rationale } : null,
    contractNature: natureOf(lineAt(tender, 'mainProcurementCategory')),
  }
}

function readWhat(reading: Reading, release: JsonObject, lots: readonly Lot[]) {
  const tender = objectAt(release, 'tender')
  const items = [tender, ...objectsAt(release, 'awards'), ...objectsAt(release, 'contracts')].flatMap((one) =>
    objectsAt(one, 'items'),
  )
  const places = placesOf(items, tender)
  const own = cpvOf(reading, [objectAt(tender, 'classification'), ...items.flatMap(classificationsOf)])
  return {
    cpv: [...new Set([...own, ...lots.flatMap((lot) => lot.cpv)])],
    places,
    nuts: [...new Set([...places.flatMap((place) => place.nuts ?? []), ...lots.flatMap((lot) => lot.nuts)])],
  }
}

function readValue(
  reading: Reading,
  release: JsonObject,
  { total, lots, formType }: { total: Money | null; lots: readonly Lot[]; formType: string },
): Pick<Notice, 'value' | 'valueKind' | 'frameworkMaximum'> {
  const estimated =
    moneyAt(reading, release, 'tender.value') ?? moneyAt(reading, release, 'planning.budget.amount')
  const kinds: readonly [Notice['valueKind'], Money | null][] = [
    ['awarded', formType === 'competition' ? null : total],
    ['estimated', estimated],
    ['sumOfLots', sumOfLots(lots)],
  ]
  const [valueKind, value] = kinds.find(([, money]) => money !== null) ?? [null, null]
  const frameworkMaximum = moneyAt(reading, release, 'tender.techniques.frameworkAgreement.value')
  return { value, valueKind, frameworkMaximum }
}

function deadlinesOf(
  reading: Reading,
  tender: JsonObject | null,
  lots: readonly Lot[],
): Pick<Notice, 'deadline' | 'lastDeadline'> {
  const own = instantAt(reading, tender, 'tenderPeriod.endDate')
  const instants = [
    ...lots.flatMap(({ deadlines }) => deadlines.tenders ?? deadlines.interest ?? []),
    ...(own ? [own] : []),
  ].sort()
  return { deadline: instants[0] ?? null, lastDeadline: instants.at(-1) ?? null }
}

function declaredOf(tender: JsonObject | null, lots: readonly Lot[]) {
  const whole = codesOfGoals(goalsOf(tender))
  const all = [whole, ...lots]
  const declared = {
    strategicProcurement: all.some((one) => one.strategicProcurement.includes('inn-pur')) ? ['inn-pur'] : [],
    innovativeAcquisition: [...new Set(all.flatMap((one) => one.innovativeAcquisition))],
  }
  return isDeclared(declared) ? declared : { strategicProcurement: [], innovativeAcquisition: [] }
}

function readReferences(release: JsonObject): NoticeReference[] {
  const found = objectsAt(release, 'relatedProcesses').flatMap((one): NoticeReference[] => {
    const reference = lineAt(one, 'identifier') ?? lineAt(one, 'uri')
    const relations = linesAt(one, 'relationship')
    if (!reference) return []
    if (relations.includes('framework')) return [{ kind: 'framework', reference }]
    return relations.some((relation) => /^(prior|planning|replacementProcess|renewalProcess)$/.test(relation))
      ? [{ kind: 'previous', reference }]
      : []
  })
  return [...new Map(found.map((one) => [`${one.kind} ${one.reference}`, one])).values()]
}

function readChanges(reading: Reading, tender: JsonObject | null): Change[] {
  return objectsAt(tender, 'amendments').map((amendment) => ({
    reason: null,
    reasonText: textAt(reading, amendment, 'rationale'),
    sections: [],
    description: textAt(reading, amendment, 'description'),
  }))
}
