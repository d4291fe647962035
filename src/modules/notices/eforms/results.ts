import type { LotResult, Money, Winner } from '#src/modules/notices/notice.ts'
import { countAt, moneyAt } from './amounts.ts'
import { dateAt } from './dates.ts'
import { child, children, codeAt, flagAt, line, lineAt } from './element.ts'
import type { ListedOrganisations } from './organisations.ts'
import type { Reading } from './reading.ts'
import type { XmlElement } from './xml-tree.ts'

export type LotOutcome = { readonly result: LotResult; readonly winners: readonly Winner[] }
export type LotOutcomes = Map<string, LotOutcome>

export type Results = {
  readonly outcomes: LotOutcomes
  readonly total: Money | null
  readonly frameworkMaximum: Money | null
}

/** What the result part refers to by technical ids. */
type Index = {
  readonly tenders: ReadonlyMap<string, XmlElement>
  readonly parties: ReadonlyMap<string, XmlElement>
  readonly contracts: ReadonlyMap<string, XmlElement>
  readonly listed: ListedOrganisations
}

/** The outcome of each lot: LotResult → LotTender → TenderingParty → Tenderer → organisation. */
export function readResults(reading: Reading, root: XmlElement, listed: ListedOrganisations): Results {
  const part = child(root, 'NoticeResult')
  const index: Index = {
    tenders: byId(part, 'LotTender'),
    parties: byId(part, 'TenderingParty'),
    contracts: byId(part, 'SettledContract'),
    listed,
  }
  const decidedOn = dateAt(reading, root, 'TenderResult/AwardDate')
  const outcomes: LotOutcomes = new Map()
  for (const element of children(part, 'LotResult')) {
    const lot = lineAt(element, 'TenderLot/ID') ?? ''
    const outcome = readOutcome(reading, element, { index, lot, decidedOn })
    outcomes.set(lot, together(outcomes.get(lot), outcome))
  }
  return {
    outcomes,
    total: moneyAt(reading, part, 'TotalAmount'),
    frameworkMaximum: moneyAt(reading, part, 'OverallMaximumFrameworkContractsAmount'),
  }
}

function readOutcome(
  reading: Reading,
  element: XmlElement,
  { index, lot, decidedOn }: { index: Index; lot: string; decidedOn: string | null },
): LotOutcome {
  const contracts = references(element, 'SettledContract').flatMap((id) => index.contracts.get(id) ?? [])
  const status = codeAt(element, 'TenderResultCode')
  const tenders =
    status === 'clos-nw' || status === 'open-nw' ? [] : winningTenders(element, { index, lot, contracts })
  const concluded = contracts.flatMap((contract) => dateAt(reading, contract, 'IssueDate') ?? [])
  const decided = contracts.flatMap((contract) => dateAt(reading, contract, 'AwardDate') ?? [])
  return {
    result: {
      status,
      reason: codeAt(element, 'DecisionReason/DecisionReasonCode'),
      tendersReceived: tendersReceived(element),
      decidedOn: decided.sort()[0] ?? decidedOn,
      concludedOn: concluded.sort()[0] ?? null,
      contracts: contracts.flatMap((contract) => lineAt(contract, 'ContractReference/ID') ?? []),
      frameworkMaximum: moneyAt(reading, element, 'FrameworkAgreementValues/MaximumValueAmount'),
    },
    winners: tenders.flatMap((tender) => readWinners(reading, tender, index)),
  }
}

/**
 * The tenders that won. A lot may list every tender it received, ranked; those that a contract was made of won.
 * Without contracts the listed ones are the winners, since the form asks for no others.
 */
function winningTenders(
  element: XmlElement,
  { index, lot, contracts }: { index: Index; lot: string; contracts: readonly XmlElement[] },
): XmlElement[] {
  const listed = references(element, 'LotTender')
  const contracted = new Set(contracts.flatMap((contract) => references(contract, 'LotTender')))
  const won = contracted.size > 0 ? listed.filter((id) => contracted.has(id)) : listed
  const found = won.flatMap((id) => index.tenders.get(id) ?? [])
  if (found.length > 0) return found
  return [...contracted]
    .flatMap((id) => index.tenders.get(id) ?? [])
    .filter((one) => lineAt(one, 'TenderLot/ID') === lot)
}

function readWinners(reading: Reading, tender: XmlElement, index: Index): Winner[] {
  const id = lineAt(tender, 'ID')
  const party = index.parties.get(lineAt(tender, 'TenderingParty/ID') ?? '') ?? null
  const tenderers = children(party, 'Tenderer').toSorted(
    (one, other) => Number(leads(other)) - Number(leads(one)),
  )
  const value = moneyAt(reading, tender, 'LegalMonetaryTotal/PayableAmount')
  const winners: Winner[] = []
  for (const tenderer of tenderers) {
    const reference = lineAt(tenderer, 'ID') ?? ''
    const organisation = index.listed.get(reference)?.organisation
    if (!organisation) reading.remark('winnerNotListed', tenderer, { reference })
    if (!organisation) continue
    const isFirst = winners.length === 0
    winners.push({
      ...organisation,
      tender: id,
      leadsGroup: tenderers.length > 1 && isFirst,
      value: isFirst ? value : null,
    })
  }
  if (winners.length === 0) reading.remark('winnerNotListed', tender, { reference: id ?? '' })
  return winners
}

function leads(tenderer: XmlElement): boolean {
  return flagAt(tenderer, 'GroupLeadIndicator') ?? false
}

function tendersReceived(element: XmlElement): number | null {
  const counts = children(element, 'ReceivedSubmissionsStatistics')
    .filter((one) => codeAt(one, 'StatisticsCode') === 'tenders')
    .flatMap((one) => countAt(one, 'StatisticsNumeric') ?? [])
  return counts[0] ?? null
}

/** A lot may have several results, one for each winner of a framework in some converted notices. */
function together(first: LotOutcome | undefined, next: LotOutcome): LotOutcome {
  if (!first) return next
  return {
    result: {
      ...first.result,
      contracts: [...new Set([...first.result.contracts, ...next.result.contracts])],
    },
    winners: [
      ...first.winners,
      ...next.winners.filter((one) => !first.winners.some((other) => isSame(one, other))),
    ],
  }
}

function isSame(one: Winner, other: Winner): boolean {
  return one.tender === other.tender && one.name === other.name
}

function references(element: XmlElement, name: string): string[] {
  return [...new Set(children(element, `${name}/ID`).flatMap((id) => line(id) ?? []))]
}

function byId(part: XmlElement | null, name: string): ReadonlyMap<string, XmlElement> {
  const found = children(part, name).map((element): [string, XmlElement] => [
    lineAt(element, 'ID') ?? '',
    element,
  ])
  return new Map(found.filter(([id]) => id !== ''))
}
