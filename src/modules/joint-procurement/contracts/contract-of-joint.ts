import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { buyers, type JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { ContractTerms, JointContractId } from './contract-forms.ts'

/** Something that was not as agreed, and how it was settled. */
export type Deviation = {
  readonly id: JointContractId
  readonly organisation: OrganisationId
  readonly happenedOn: Temporal.PlainDate
  readonly words: string
  readonly settled: { readonly on: Temporal.PlainDate; readonly how: string } | null
}

/** A contract that came of a joint procurement. */
export type JointContract = {
  readonly id: JointContractId
  readonly procurement: ProcurementId
  /** Null where one contract is for all. */
  readonly organisation: OrganisationId | null
  readonly supplierName: string
  readonly signedOn: Temporal.PlainDate | null
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  /** The last day with every option used. */
  readonly latestEndsOn: Temporal.PlainDate | null
  readonly terms: ContractTerms
  readonly version: number
  readonly deviations: readonly Deviation[]
}

/** Whom the contract binds: the one it is for, or all who buy. */
export function boundBy(
  { organisation }: Pick<JointContract, 'organisation'>,
  one: Pick<JointProcurement, 'participants'>,
): readonly OrganisationId[] {
  return organisation ? [organisation] : buyers(one).map((buyer) => buyer.organisation)
}

export const END_KINDS = ['option', 'end', 'latest-end'] as const
export type EndKind = (typeof END_KINDS)[number]

export type ContractDay = { readonly kind: EndKind; readonly on: Temporal.PlainDate }

/** The days of a contract that must not come as a surprise, in their order. */
export function daysAhead({
  endsOn,
  latestEndsOn,
  terms,
}: Pick<JointContract, 'endsOn' | 'latestEndsOn' | 'terms'>): readonly ContractDay[] {
  const all: readonly (ContractDay | null)[] = [
    terms.optionNoticeOn ? { kind: 'option', on: Temporal.PlainDate.from(terms.optionNoticeOn) } : null,
    { kind: 'end', on: endsOn },
    latestEndsOn && !latestEndsOn.equals(endsOn) ? { kind: 'latest-end', on: latestEndsOn } : null,
  ]
  return all.filter((one) => one !== null).toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

/** The next day, from `today` on, when those who follow up should meet; null where no rhythm is agreed or it has ended. */
export function nextFollowUp(
  { startsOn, endsOn, terms }: Pick<JointContract, 'startsOn' | 'endsOn' | 'terms'>,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const { followUpMonths } = terms
  if (!followUpMonths) return null
  const passed = startsOn.until(today, { largestUnit: 'months' }).months
  let turn = Math.max(1, Math.floor(passed / followUpMonths))
  while (Temporal.PlainDate.compare(startsOn.add({ months: turn * followUpMonths }), today) < 0) turn += 1
  const next = startsOn.add({ months: turn * followUpMonths })
  return Temporal.PlainDate.compare(next, endsOn) <= 0 ? next : null
}
