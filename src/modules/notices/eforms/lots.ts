import type { Deadlines, Lot, LotGroup } from '#src/modules/notices/notice.ts'
import { moneyAt } from './amounts.ts'
import { readAwardCriteria, readSelectionCriteria } from './award-criteria.ts'
import { instantAt } from './dates.ts'
import { addressAt, child, children, codeAt, line } from './element.ts'
import {
  nutsOf,
  readCpv,
  readDuration,
  readOptions,
  readPlaces,
  readRenewals,
  readStrategicCodes,
} from './project.ts'
import type { Reading } from './reading.ts'
import type { LotOutcomes } from './results.ts'
import { textAt, wordingsOf } from './texts.ts'
import type { XmlElement } from './xml-tree.ts'

export type Lots = {
  readonly lots: readonly Lot[]
  readonly parts: readonly Lot[]
  readonly lotGroups: readonly LotGroup[]
}

/** The lots, the parts of a planning notice, and the groups of lots: one element, told apart by its scheme. */
export function readLots(reading: Reading, root: XmlElement, outcomes: LotOutcomes): Lots {
  const seen = new Set<string>()
  const found = { lots: [] as Lot[], parts: [] as Lot[], lotGroups: [] as LotGroup[] }
  for (const element of children(root, 'ProcurementProjectLot')) {
    const idElement = child(element, 'ID')
    const id = line(idElement)
    if (!id) reading.remark('lotIdMissing', element)
    if (id && seen.has(id)) reading.remark('lotTwice', element, { lot: id })
    seen.add(id ?? '')
    const name = id ?? `LOT-${found.lots.length + found.parts.length + 1}`
    const scheme = (idElement?.attributes.schemeName ?? '').toLowerCase()
    if (scheme === 'part') found.parts.push(readLot(reading, element, { id: name, outcomes }))
    else if (scheme === 'lotsgroup') found.lotGroups.push(readGroup(reading, root, { element, id: name }))
    else found.lots.push(readLot(reading, element, { id: name, outcomes }))
  }
  return found
}

function readLot(
  reading: Reading,
  element: XmlElement,
  { id, outcomes }: { id: string; outcomes: LotOutcomes },
): Lot {
  const project = child(element, 'ProcurementProject')
  const terms = child(element, 'TenderingTerms')
  const { main, translations } = wordingsOf(reading, project)
  const places = readPlaces(reading, project)
  const outcome = outcomes.get(id)
  return {
    id,
    title: main?.title ?? '',
    description: main?.description ?? '',
    translations,
    contractNature:
      codeAt(project, 'ProcurementTypeCode', 'contract-nature') ?? codeAt(project, 'ProcurementTypeCode'),
    cpv: readCpv(reading, project),
    nuts: nutsOf(places),
    places,
    value: moneyAt(reading, project, 'RequestedTenderTotal/EstimatedOverallContractAmount'),
    frameworkMaximum: moneyAt(reading, project, 'RequestedTenderTotal/FrameworkMaximumAmount'),
    ...readStrategicCodes(project),
    awardCriteria: readAwardCriteria(reading, element),
    selectionCriteria: readSelectionCriteria(reading, element),
    variants: codeAt(terms, 'VariantConstraintCode'),
    duration: readDuration(reading, project),
    options: readOptions(reading, project),
    renewals: readRenewals(reading, project),
    ...readSystem(reading, element),
    documentsUrl: addressAt(terms, 'CallForTendersDocumentReference/Attachment/ExternalReference/URI'),
    submissionUrl: addressAt(terms, 'TenderRecipientParty/EndpointID'),
    result: outcome?.result ?? null,
    winners: outcome?.winners ?? [],
  }
}

/** How tenders are taken in: times, framework, dynamic purchasing. */
function readSystem(reading: Reading, element: XmlElement) {
  const process = child(element, 'TenderingProcess')
  return {
    deadlines: readDeadlines(reading, process),
    framework: codeAt(process, 'ContractingSystem/ContractingSystemTypeCode', 'framework-agreement'),
    frameworkBuyerCategories: textAt(
      reading,
      process,
      'FrameworkAgreement/SubsequentProcessTenderRequirement/Description',
    ),
    dynamicPurchasing: codeAt(process, 'ContractingSystem/ContractingSystemTypeCode', 'dps-usage'),
  }
}

export function readDeadlines(reading: Reading, process: XmlElement | null): Deadlines {
  const end = (period: string) =>
    instantAt(reading, child(process, period), { date: 'EndDate', time: 'EndTime' })
  return {
    tenders: end('TenderSubmissionDeadlinePeriod'),
    participation: end('ParticipationRequestReceptionPeriod'),
    interest: end('InterestExpressionReceptionPeriod'),
    questions: end('AdditionalInformationRequestPeriod'),
  }
}

function readGroup(
  reading: Reading,
  root: XmlElement,
  { element, id }: { element: XmlElement; id: string },
): LotGroup {
  const project = child(element, 'ProcurementProject')
  const { main } = wordingsOf(reading, project)
  const members = children(root, 'TenderingTerms/LotDistribution/LotsGroup')
    .filter((group) => line(child(group, 'LotsGroupID')) === id)
    .flatMap((group) => children(group, 'ProcurementProjectLotReference/ID'))
    .flatMap((lot) => line(lot) ?? [])
  return {
    id,
    title: main?.title ?? '',
    description: main?.description ?? '',
    lots: members,
    value: moneyAt(reading, project, 'RequestedTenderTotal/EstimatedOverallContractAmount'),
    frameworkMaximum: moneyAt(reading, project, 'RequestedTenderTotal/FrameworkMaximumAmount'),
  }
}
