import type { Path } from '#src/modules/joint-procurement/contract.ts'
import type { JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { pathFacts } from '#src/modules/joint-procurement/paths.ts'
import { isWorkingDay } from './holidays.ts'

/** FOA § 25-2: at least so many days when the decision was sent electronically; § 7-6: reckoned by regulation 1182/71. */
export const STANDSTILL_DAYS = 10
const LEAST_WORKING_DAYS = 2

/**
 * The first day that may be the last of the standstill, after the decision was sent: ten days from the day after, with two
 * working days in them at least; a period that would end on a Saturday, a Sunday or a holiday ends on the next working day
 * (regulation 1182/71, article 3).
 */
export function earliestStandstillEnd(awardedOn: Temporal.PlainDate): Temporal.PlainDate {
  const first = awardedOn.add({ days: 1 })
  let last = awardedOn.add({ days: STANDSTILL_DAYS })
  while (!isWorkingDay(last) || workingDays(first, last) < LEAST_WORKING_DAYS) last = last.add({ days: 1 })
  return last
}

function workingDays(first: Temporal.PlainDate, last: Temporal.PlainDate): number {
  const days = first.until(last, { largestUnit: 'days' }).days + 1
  return Array.from({ length: days }, (_, place) => first.add({ days: place })).filter(isWorkingDay).length
}

type Told = {
  readonly awardedOn: string | null
  readonly standstillUntil: string | null
  readonly complaintSettledOn: string | null
}

/** Why what is told of the award, the standstill and a complaint cannot be; wherever it is told. */
export type StandstillProblem =
  | { readonly kind: 'tooShort'; readonly earliest: Temporal.PlainDate }
  | { readonly kind: 'inFuture' }

export function standstillProblem(
  { awardedOn, standstillUntil, complaintSettledOn }: Told,
  today: string,
): StandstillProblem | null {
  if ([awardedOn, complaintSettledOn].some((day) => day !== null && day > today)) return { kind: 'inFuture' }
  if (!awardedOn || !standstillUntil) return null
  const earliest = earliestStandstillEnd(Temporal.PlainDate.from(awardedOn))
  return Temporal.PlainDate.compare(standstillUntil, earliest) < 0 ? { kind: 'tooShort', earliest } : null
}

/** Why a contract may not be signed on the day; null where nothing that is known stands in the way. */
export type SigningHindrance =
  | { readonly kind: 'notAwarded' }
  | { readonly kind: 'inStandstill'; readonly until: Temporal.PlainDate }
  | { readonly kind: 'complaintOpen' }

export function signingHindrance(
  { path, facts }: Pick<JointProcurement, 'path' | 'facts'>,
  signedOn: Temporal.PlainDate,
): SigningHindrance | null {
  const { awardedOn, standstillUntil, complaint, complaintSettledOn } = facts
  if (hasAward(path) && (awardedOn === null || isAfter(awardedOn, signedOn))) return { kind: 'notAwarded' }
  const isOpen = complaint !== '' && (complaintSettledOn === null || isAfter(complaintSettledOn, signedOn))
  if (isOpen) return { kind: 'complaintOpen' }
  if (standstillUntil && !isAfter(signedOn, standstillUntil))
    return { kind: 'inStandstill', until: Temporal.PlainDate.from(standstillUntil) }
  return null
}

function hasAward(path: Path): boolean {
  return pathFacts(path).steps.some(({ step }) => step === 'award')
}

function isAfter(a: string | Temporal.PlainDate, b: string | Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}
