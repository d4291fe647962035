import { sumOf } from '#src/modules/notices/eforms/amounts.ts'
import type { Deadlines, Duration, Lot, Place, Renewals } from '#src/modules/notices/notice.ts'
import { readAwardCriteria, readSelectionCriteria } from './criteria.ts'
import { dateAt, instantAt } from './dates.ts'
import { codesOfGoals } from './innovation-goals.ts'
import {
  addressAt,
  countAt,
  flagAt,
  type JsonObject,
  lineAt,
  lineOf,
  objectAt,
  objectsAt,
} from './json-object.ts'
import { countryAt, nutsOf } from './parties.ts'
import { cpvOf, moneyAt, type Reading, textAt, titleAt } from './reading.ts'

/** A procedure that is not divided is one lot, as eForms has it, so that results and contract ends have a place. */
export const WHOLE = 'LOT-0000'

/** The lots of a tender. Without the lots extension there is one. */
export function readLots(reading: Reading, release: JsonObject): Lot[] {
  const tender = objectAt(release, 'tender')
  const written = objectsAt(tender, 'lots')
  const seen = new Set<string>()
  const lots = written.map((lot, at): Lot => {
    const id = lineOf(lot.id)
    if (!id) reading.remark('lotIdMissing', 'tender.lots')
    else if (seen.has(id)) reading.remark('lotTwice', 'tender.lots', { lot: id })
    const name = id ?? `LOT-${at + 1}`
    seen.add(name)
    return readLot(reading, lot, { id: name, tender, items: itemsOf(tender, name) })
  })
  if (lots.length > 0) return lots
  const awards = objectsAt(release, 'awards')
  const isSomething = tender !== null || awards.length > 0
  const items = [...objectsAt(tender, 'items'), ...awards.flatMap((award) => objectsAt(award, 'items'))]
  return isSomething ? [wholeLot(reading, release, { tender, items })] : []
}

function itemsOf(tender: JsonObject | null, lot: string): JsonObject[] {
  return objectsAt(tender, 'items').filter(
    (item) =>
      lineAt(item, 'relatedLot') === lot ||
      (Array.isArray(item.relatedLots) && item.relatedLots.includes(lot)),
  )
}

/** Its title and description are those of the notice, and are not told twice. */
function wholeLot(reading: Reading, release: JsonObject, around: Omit<Around, 'id'>): Lot {
  const period = [
    objectAt(around.tender, 'contractPeriod'),
    ...objectsAt(release, 'contracts').map((one) => objectAt(one, 'period')),
  ]
  const lot = readLot(
    reading,
    { ...around.tender, contractPeriod: period.find(Boolean) ?? null },
    { ...around, id: WHOLE },
  )
  return { ...lot, title: '', description: '' }
}

type Around = {
  readonly id: string
  readonly tender: JsonObject | null
  readonly items: readonly JsonObject[]
}

function readLot(reading: Reading, lot: JsonObject, { id, tender, items }: Around): Lot {
  const places = placesOf(items, lot)
  const framework = objectAt(lot, 'techniques.frameworkAgreement')
  return {
    id,
    title: titleAt(reading, lot, 'title'),
    description: textAt(reading, lot, 'description') ?? '',
    translations: [],
    contractNature: natureOf(
      lineAt(lot, 'mainProcurementCategory') ?? lineAt(tender, 'mainProcurementCategory'),
    ),
    cpv: cpvOf(reading, [objectAt(lot, 'classification'), ...items.flatMap(classificationsOf)]),
    nuts: [...new Set(places.flatMap((place) => place.nuts ?? []))],
    places,
    value: moneyAt(reading, lot, 'value'),
    frameworkMaximum: moneyAt(reading, framework, 'value') ?? moneyAt(reading, framework, 'maximumValue'),
    deadlines: readDeadlines(reading, lot, tender),
    ...codesOfGoals(goalsOf(lot)),
    awardCriteria: readAwardCriteria(reading, lot),
    selectionCriteria: readSelectionCriteria(reading, lot, tender),
    variants: VARIANTS[lineAt(lot, 'submissionTerms.variantPolicy') ?? ''] ?? null,
    duration: readDuration(reading, objectAt(lot, 'contractPeriod')),
    options: readOptions(reading, lot),
    renewals: readRenewals(reading, lot),
    framework: frameworkOf(lot, framework),
    frameworkBuyerCategories: textAt(reading, framework, 'buyerCategories'),
    dynamicPurchasing: flagAt(lot, 'techniques.hasDynamicPurchasingSystem') === false ? 'none' : null,
    documentsUrl: documentsOf(lot, tender),
    submissionUrl: addressAt(lot, 'submissionMethodDetails') ?? addressAt(tender, 'submissionMethodDetails'),
    result: null,
    winners: [],
  }
}

const VARIANTS: Readonly<Record<string, string>> = {
  required: 'required',
  allowed: 'allowed',
  notAllowed: 'not-allowed',
}

export function natureOf(category: string | null): string | null {
  return { goods: 'supplies', works: 'works', services: 'services' }[category ?? ''] ?? null
}

export function classificationsOf(item: JsonObject): (JsonObject | null)[] {
  return [objectAt(item, 'classification'), ...objectsAt(item, 'additionalClassifications')]
}

export function goalsOf(holder: JsonObject | null): string[] {
  return objectsAt(holder, 'sustainability').flatMap((one) => lineAt(one, 'goal') ?? [])
}

/** Where it is delivered: of the items, and of what they belong to. */
export function placesOf(items: readonly JsonObject[], holder: JsonObject | null): Place[] {
  const addresses = [...items, ...(holder ? [holder] : [])].flatMap((one) => [
    ...objectsAt(one, 'deliveryAddresses'),
    ...objectsAt(one, 'deliveryAddress'),
  ])
  const places = addresses.map(
    (address): Place => ({
      nuts: nutsOf(lineAt(address, 'region')),
      city: lineAt(address, 'locality'),
      country: countryAt(address),
      region: null,
    }),
  )
  const unique = new Map(places.map((place) => [JSON.stringify(place), place]))
  return [...unique.values()].filter((place) => place.nuts ?? place.city ?? place.country)
}

function readDeadlines(reading: Reading, lot: JsonObject, tender: JsonObject | null): Deadlines {
  const end = (path: string) => instantAt(reading, lot, path) ?? instantAt(reading, tender, path)
  return {
    tenders: end('tenderPeriod.endDate'),
    // OCDS has no time for requests to participate.
    participation: null,
    interest: end('expressionOfInterestDeadline'),
    questions: end('enquiryPeriod.endDate'),
  }
}

function readDuration(reading: Reading, period: JsonObject | null): Duration | null {
  const from = dateAt(reading, period, 'startDate')
  const to = dateAt(reading, period, 'endDate') ?? dateAt(reading, period, 'maxExtentDate')
  const days = countAt(period, 'durationInDays')
  if (from && to && to < from) reading.remark('durationEndsBeforeStart', 'contractPeriod', { from, to })
  const duration: Duration = {
    ...(days && days <= 100_000 && { days }),
    ...(from && { from }),
    ...(to && !(from && to < from) && { to }),
  }
  return Object.keys(duration).length > 0 ? duration : null
}

function readOptions(reading: Reading, lot: JsonObject): Lot['options'] {
  const description = textAt(reading, lot, 'options.description')
  return description ? { description } : null
}

function readRenewals(reading: Reading, lot: JsonObject): Renewals | null {
  const written = countAt(lot, 'renewal.maximumRenewals')
  const maximum = written !== null && written > 0 ? written : null
  const description = textAt(reading, lot, 'renewal.description')
  return maximum !== null || description !== null ? { maximum, description } : null
}

const FRAMEWORKS: Readonly<Record<string, string>> = {
  withReopeningCompetition: 'fa-w-rc',
  withoutReopeningCompetition: 'fa-wo-rc',
  withAndWithoutReopeningCompetition: 'fa-mix',
}

function frameworkOf(lot: JsonObject, framework: JsonObject | null): string | null {
  if (flagAt(lot, 'techniques.hasFrameworkAgreement') === false) return 'none'
  return FRAMEWORKS[lineAt(framework, 'method') ?? ''] ?? null
}

function documentsOf(lot: JsonObject, tender: JsonObject | null): string | null {
  const documents = [...objectsAt(lot, 'documents'), ...objectsAt(tender, 'documents')]
  const found = documents.find((one) => lineAt(one, 'documentType') === 'biddingDocuments')
  return addressAt(found ?? null, 'url')
}

/** The sum where every lot says its value. */
export function sumOfLots(lots: readonly Lot[]) {
  return sumOf(lots.map((lot) => lot.value))
}
