import type { AwardCriterion, Duration, Lot, Money } from '#src/modules/notices/notice.ts'
import { UNITS } from './criteria.ts'
import { GOAL_OF_ACQUISITION, GOAL_OF_STRATEGY } from './innovation-goals.ts'
import { type ExportedNotice, filled, type OcdsPeriod, type OcdsValue } from './release.ts'

export function toValue(money: Money | null): OcdsValue | null {
  return money && { amount: Number(money.amount), currency: money.currency }
}

/** Days as the profile counts them, for OCDS has no months: 365 in a year, otherwise 30 in a month. */
export function toPeriod(duration: Duration | null): OcdsPeriod | null {
  if (!duration) return null
  const { months, days, from, to } = duration
  const inDays = days ?? (months && (months % 12 === 0 ? (months / 12) * 365 : months * 30))
  const period = filled({
    startDate: from && `${from}T00:00:00Z`,
    endDate: to && `${to}T00:00:00Z`,
    durationInDays: inDays && Math.round(inDays),
  })
  return Object.keys(period).length > 0 ? period : null
}

export function lotStatus({ result }: Lot, formType: string | null): string {
  if (formType === 'planning') return 'planned'
  if (!result) return 'active'
  return (
    { 'selec-w': 'complete', 'clos-nw': 'unsuccessful', 'open-nw': 'active' }[result.status ?? ''] ?? 'active'
  )
}

/** A lot with the fields of the extensions that the profile uses. */
export function toLot(lot: Lot, formType: string | null) {
  const sustainability = sustainabilityOf(lot)
  return filled({
    id: lot.id,
    title: lot.title,
    description: lot.description,
    status: lotStatus(lot, formType),
    value: toValue(lot.value),
    mainProcurementCategory: { supplies: 'goods', works: 'works', services: 'services' }[
      lot.contractNature ?? ''
    ],
    contractPeriod: toPeriod(lot.duration),
    tenderPeriod: lot.deadlines.tenders ? { endDate: lot.deadlines.tenders } : null,
    enquiryPeriod: lot.deadlines.questions ? { endDate: lot.deadlines.questions } : null,
    hasSustainability: sustainability.length > 0 ? true : null,
    sustainability,
    hasOptions: lot.options ? true : null,
    options: lot.options,
    hasRenewal: lot.renewals ? true : null,
    renewal:
      lot.renewals &&
      filled({ maximumRenewals: lot.renewals.maximum, description: lot.renewals.description }),
    awardCriteria:
      lot.awardCriteria.length > 0 ? { criteria: lot.awardCriteria.map(toAwardCriterion) } : null,
    selectionCriteria:
      lot.selectionCriteria.length > 0 ? { criteria: lot.selectionCriteria.map((one) => filled(one)) } : null,
    submissionTerms: VARIANTS[lot.variants ?? ''] ? { variantPolicy: VARIANTS[lot.variants ?? ''] } : null,
    techniques: techniquesOf(lot),
    documents: lot.documentsUrl
      ? [{ id: 'tender', documentType: 'biddingDocuments', url: lot.documentsUrl }]
      : [],
  })
}

const VARIANTS: Readonly<Record<string, string>> = {
  allowed: 'allowed',
  'not-allowed': 'notAllowed',
  required: 'required',
}

/** Every part of the procurement can serve the goal: eForms does not say which, so the profile names all. */
const STRATEGIES = [
  'awardCriteria',
  'contractPerformanceConditions',
  'selectionCriteria',
  'technicalSpecifications',
]

function sustainabilityOf({ strategicProcurement, innovativeAcquisition }: Lot) {
  const goals = [
    ...strategicProcurement.map((code) => GOAL_OF_STRATEGY[code]),
    ...innovativeAcquisition.map((code) => GOAL_OF_ACQUISITION[code]),
  ]
  return [...new Set(goals)].flatMap((goal) => (goal ? [{ goal, strategies: STRATEGIES }] : []))
}

const UNIT_NAMES = Object.fromEntries(Object.entries(UNITS).map(([name, code]) => [code, name]))

function toAwardCriterion({ type, name, description, weight, weightUnit, fixed, threshold }: AwardCriterion) {
  const unit = (code: string) => UNIT_NAMES[code] ?? code
  return filled({
    type,
    name,
    description,
    numbers: [
      ...(weight === null ? [] : [{ number: weight, ...filled({ weight: weightUnit && unit(weightUnit) }) }]),
      ...(fixed ? [{ number: fixed.number, fixed: unit(fixed.unit) }] : []),
      ...(threshold ? [{ number: threshold.number, threshold: unit(threshold.unit) }] : []),
    ],
  })
}

const METHODS: Readonly<Record<string, string>> = {
  'fa-w-rc': 'withReopeningCompetition',
  'fa-wo-rc': 'withoutReopeningCompetition',
  'fa-mix': 'withAndWithoutReopeningCompetition',
}

function techniquesOf(lot: Lot) {
  if (lot.framework === 'none') return { hasFrameworkAgreement: false }
  const method = METHODS[lot.framework ?? '']
  if (!method && !lot.frameworkMaximum) return null
  return {
    hasFrameworkAgreement: true,
    frameworkAgreement: filled({
      method,
      value: toValue(lot.frameworkMaximum),
      buyerCategories: lot.frameworkBuyerCategories,
    }),
  }
}

/** What is bought: an item for each lot, and one for what is said of the whole only. */
export function itemsOf(notice: ExportedNotice, lots: readonly Lot[]) {
  const inLots = new Set(lots.flatMap((lot) => lot.cpv))
  const whole = {
    id: null,
    cpv: notice.cpv.filter((code) => !inLots.has(code)),
    places: lots.length === 0 ? notice.places : [],
  }
  return [...lots, whole].flatMap(({ id, cpv, places }, at) => {
    const [main, ...others] = cpv.map((code) => ({ scheme: 'CPV', id: code }))
    const deliveryAddresses = places
      .map(({ nuts, city, country }) =>
        filled({ region: nuts, locality: city, countryName: country === 'NOR' ? 'Norge' : country }),
      )
      .filter((address) => Object.keys(address).length > 0)
    if (!main && deliveryAddresses.length === 0) return []
    return [
      filled({
        id: String(at + 1),
        classification: main,
        additionalClassifications: others,
        relatedLot: id,
        deliveryAddresses,
      }),
    ]
  })
}
