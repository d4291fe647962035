import {
  BENEFIT_MONTHS,
  type BenefitMonths,
  type RollOutStatus,
} from '#src/modules/joint-procurement/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Measured } from './benefit-forms.ts'

export type RollOutStep = {
  readonly organisation: OrganisationId
  readonly status: RollOutStatus
  readonly on: Temporal.PlainDate
  readonly words: string | null
}

/** What somebody found, so many months after it was taken into use. */
export type Measurement = {
  readonly organisation: OrganisationId
  readonly months: BenefitMonths
  readonly measured: Measured
  readonly on: Temporal.PlainDate
  readonly version: number
}

/** Where one stands: what was noted last. Nothing noted is not known, which is not the same as not begun. */
export function standingOf(steps: readonly RollOutStep[], organisation: OrganisationId): RollOutStep | null {
  return steps.findLast((step) => step.organisation === organisation) ?? null
}

/** Whether the two say the same of one organisation: what a form that is sent twice does. */
export function saysTheSame(one: RollOutStep, other: RollOutStep): boolean {
  return one.status === other.status && one.on.equals(other.on) && one.words === other.words
}

/** Since when it has been in use; null for one that has not begun, or has stopped. */
export function inUseSince(
  steps: readonly RollOutStep[],
  organisation: OrganisationId,
): Temporal.PlainDate | null {
  const standing = standingOf(steps, organisation)
  return standing?.status === 'in-use' ? standing.on : null
}

/** When each time of measuring comes: that many months after it was taken into use. */
export function measuringDays(
  since: Temporal.PlainDate,
): readonly { readonly months: BenefitMonths; readonly on: Temporal.PlainDate }[] {
  return BENEFIT_MONTHS.map((months) => ({ months, on: since.add({ months }) }))
}

export type Due = {
  readonly organisation: OrganisationId
  readonly months: BenefitMonths
  readonly on: Temporal.PlainDate
  readonly isPast: boolean
}

type Known = {
  readonly organisations: readonly OrganisationId[]
  readonly steps: readonly RollOutStep[]
  readonly measurements: readonly Measurement[]
  readonly today: Temporal.PlainDate
}

/** What is still to be measured, by whom and when, the nearest first. */
export function duesOf({ organisations, steps, measurements, today }: Known): readonly Due[] {
  return organisations
    .flatMap((organisation) => {
      const since = inUseSince(steps, organisation)
      const isTold = (months: BenefitMonths) =>
        measurements.some((one) => one.organisation === organisation && one.months === months)
      return since
        ? measuringDays(since)
            .filter(({ months }) => !isTold(months))
            .map((due) => ({
              ...due,
              organisation,
              isPast: Temporal.PlainDate.compare(due.on, today) <= 0,
            }))
        : []
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}
