import type { Firmness, NeedId } from '#src/modules/needs/contract.ts'
import type { NoticeId } from '#src/modules/notices/contract.ts'
import type { ComingContractEnd, PlannedPurchase } from '#src/modules/notices/index.ts'
import type { JointEnd } from './joint-end.ts'
import type { RadarParty } from './radar-party.ts'
import type { Period, RadarKind } from './radar-question.ts'
import type { RadarNeed } from './radar-repository.ts'

/** What is said of how long a contract lasts, since its end may not be the end of the purchase. */
export type ContractTerms = Pick<
  ComingContractEnd,
  'endsOn' | 'latestEndsOn' | 'basis' | 'options' | 'renewals' | 'renewalsText' | 'durationFrom'
> & {
  /** Its first end is past, so it is the last renewal that ends in the period. */
  readonly isInRenewal: boolean
}

/** One thing that somebody must, plans to, or wants to buy. */
export type RadarItem = {
  /** The same as long as it is there: what is read of it later is the same item. */
  readonly key: string
  readonly kind: RadarKind
  readonly title: string
  readonly language: string
  readonly cpv: readonly string[]
  readonly themes: readonly string[]
  /** The day it falls on in the period; null for a plan that does not say. */
  readonly on: string | null
  /** Those of the circle whose it is, each once. */
  readonly who: readonly RadarParty[]
  /** Others who buy with them. */
  readonly beside: readonly RadarParty[]
  readonly notice: NoticeId | null
  readonly lot: string | null
  readonly need: NeedId | null
  /** The joint procurement that keeps the contract. */
  readonly procurement?: string
  readonly suppliers: readonly string[]
  readonly terms: ContractTerms | null
  readonly firmness: Firmness | null
  readonly changedAt: Date
}

type Parties = Pick<RadarItem, 'who' | 'beside'>

export function itemOfContractEnd(end: ComingContractEnd, parties: Parties, period: Period): RadarItem {
  const isInRenewal = end.endsOn < period.from
  const { endsOn, latestEndsOn, basis, options, renewals, renewalsText, durationFrom } = end
  return {
    ...parties,
    key: `contract-end:${end.notice}:${end.lot}`,
    kind: 'contract-end',
    title: end.lotTitle || end.noticeTitle || end.notice,
    language: end.language,
    cpv: end.cpv,
    themes: [],
    on: isInRenewal ? latestEndsOn : endsOn,
    notice: end.notice,
    lot: end.lot,
    need: null,
    suppliers: end.suppliers,
    terms: { endsOn, latestEndsOn, basis, options, renewals, renewalsText, durationFrom, isInRenewal },
    firmness: null,
    changedAt: end.changedAt,
  }
}

export function keyOfJointEnd({ contract }: Pick<JointEnd, 'contract'>): string {
  return `joint-contract:${contract}`
}

export function itemOfJointEnd(end: JointEnd, parties: Parties, period: Period): RadarItem {
  const { endsOn, latestEndsOn, options } = end
  const isInRenewal = endsOn < period.from
  return {
    ...parties,
    key: keyOfJointEnd(end),
    kind: 'contract-end',
    title: end.title,
    language: 'nb',
    cpv: end.cpv,
    themes: end.themes,
    on: isInRenewal ? latestEndsOn : endsOn,
    notice: null,
    lot: null,
    need: null,
    procurement: end.procurement,
    suppliers: [end.supplier],
    terms: {
      ...{ endsOn, latestEndsOn, options, isInRenewal },
      ...{ basis: 'period', renewals: null, renewalsText: null, durationFrom: null },
    },
    firmness: null,
    changedAt: end.changedAt,
  }
}

export function itemOfPlan(plan: PlannedPurchase, parties: Parties): RadarItem {
  return {
    ...parties,
    key: `planned:${plan.notice}${plan.part === null ? '' : `:${plan.part}`}`,
    kind: 'planned',
    title: plan.title || plan.noticeTitle || plan.notice,
    language: plan.language,
    cpv: plan.cpv,
    themes: [],
    on: plan.plannedOn,
    notice: plan.notice,
    lot: plan.part,
    need: null,
    suppliers: [],
    terms: null,
    firmness: null,
    changedAt: plan.changedAt,
  }
}

/** A need falls on the first day it is wanted to be bought, or on the first of the period where that is past. */
export function itemOfNeed(need: RadarNeed, parties: Parties, period: Period): RadarItem {
  const { id, title, language, cpv, themes, firmness, changedAt } = need
  const from = need.from ?? period.from
  return {
    ...parties,
    key: `need:${id}`,
    kind: 'need',
    title,
    language,
    cpv,
    themes,
    on: from < period.from ? period.from : from,
    notice: null,
    lot: null,
    need: id,
    suppliers: [],
    terms: null,
    firmness,
    changedAt,
  }
}

/** Whether it is wanted to be bought within the period. */
export function isWantedIn(need: Pick<RadarNeed, 'from' | 'until'>, { from, until }: Period): boolean {
  return (need.from ?? from) <= until && (need.until ?? until) >= from
}
