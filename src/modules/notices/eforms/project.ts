import type { Duration, Place, Renewals } from '#src/modules/notices/notice.ts'
import { numberOf } from './amounts.ts'
import { dateAt } from './dates.ts'
import { child, children, codeAt, codesAt, line, lineAt } from './element.ts'
import type { Reading } from './reading.ts'
import { textAt } from './texts.ts'
import type { XmlElement } from './xml-tree.ts'

/** CPV codes, main first; a check digit behind a dash is no part of the code. */
export function readCpv(reading: Reading, project: XmlElement | null): string[] {
  const elements = ['MainCommodityClassification', 'AdditionalCommodityClassification'].flatMap((name) =>
    children(project, `${name}/ItemClassificationCode`),
  )
  const codes = new Set<string>()
  for (const element of elements) {
    const written = line(element)
    const code = written ? /^(\d{8})(?:-\d)?$/.exec(written)?.[1] : null
    if (code) codes.add(code)
    else if (written) reading.remark('cpvInvalid', element, { code: written })
  }
  return [...codes]
}

export function readPlaces(reading: Reading, project: XmlElement | null): Place[] {
  const places = children(project, 'RealizedLocation/Address').map((address): Place => {
    const element = child(address, 'CountrySubentityCode')
    const nuts = line(element)?.toUpperCase() ?? null
    const isCode = nuts !== null && /^[A-Z]{2}[A-Z0-9]{0,3}$/.test(nuts)
    if (nuts !== null && !isCode) reading.remark('nutsInvalid', element, { code: nuts })
    return {
      nuts: isCode ? nuts : null,
      city: lineAt(address, 'CityName'),
      country: codeAt(address, 'Country/IdentificationCode'),
      region: codeAt(address, 'Region'),
    }
  })
  const unique = new Map(places.map((place) => [JSON.stringify(place), place]))
  return [...unique.values()].filter((place) => place.nuts ?? place.city ?? place.country ?? place.region)
}

export function nutsOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap((place) => place.nuts ?? []))]
}

/** BT-06 and BT-776 as they stand, with `none` and `other`. */
export function readStrategicCodes(project: XmlElement | null) {
  const codes = (list: string) => codesAt(project, 'ProcurementAdditionalType/ProcurementTypeCode', list)
  return {
    strategicProcurement: codes('strategic-procurement'),
    innovativeAcquisition: codes('innovative-acquisition'),
  }
}

/** Units as UN/ECE words; the plural is no code, but is written. */
const UNITS: Readonly<Record<string, { unit: 'months' | 'days'; times: number }>> = {
  YEAR: { unit: 'months', times: 12 },
  MONTH: { unit: 'months', times: 1 },
  WEEK: { unit: 'days', times: 7 },
  DAY: { unit: 'days', times: 1 },
}

export function readDuration(reading: Reading, project: XmlElement | null): Duration | null {
  const period = child(project, 'PlannedPeriod')
  const from = dateAt(reading, period, 'StartDate')
  const to = dateAt(reading, period, 'EndDate')
  if (from && to && to < from) reading.remark('durationEndsBeforeStart', period, { from, to })
  const duration: Duration = {
    ...readMeasure(reading, child(period, 'DurationMeasure')),
    ...(from && { from }),
    ...(to && !(from && to < from) && { to }),
    ...(codeAt(period, 'DescriptionCode') === 'UNLIMITED' && { unlimited: true }),
  }
  return Object.keys(duration).length > 0 ? duration : null
}

function readMeasure(reading: Reading, measure: XmlElement | null): Duration {
  const amount = numberOf(measure)
  if (amount === null || amount <= 0 || amount > 100_000) return {}
  const written = measure?.attributes.unitCode ?? ''
  const unit = UNITS[written.toUpperCase().replace(/S$/, '')]
  if (!unit) {
    reading.remark('durationUnitUnknown', measure, { unit: written })
    return {}
  }
  return { [unit.unit]: amount * unit.times }
}

/** BT-54. The field is often filled with a dash or a «no». */
export function readOptions(
  reading: Reading,
  project: XmlElement | null,
): { readonly description: string } | null {
  const description = textAt(reading, project, 'ContractExtension/OptionsDescription')
  return description && !saysNothing(description) ? { description } : null
}

/** BT-58 and BT-57; no renewal at all is null. */
export function readRenewals(reading: Reading, project: XmlElement | null): Renewals | null {
  const written = numberOf(child(project, 'ContractExtension/MaximumNumberNumeric'))
  const maximum = written !== null && Number.isInteger(written) && written > 0 ? written : null
  const text = textAt(reading, project, 'ContractExtension/Renewal/Period/Description')
  const description = text && !saysNothing(text) ? text : null
  return maximum !== null || description !== null ? { maximum, description } : null
}

function saysNothing(text: string): boolean {
  return /^(?:[-–—.*\s]*|nei|no|none|ingen|n\/?a|ikke aktuelt|ikkje aktuelt|not applicable)\.?$/i.test(
    text.trim(),
  )
}
