import type { Lot, LotResult, Notice } from './notice.ts'

export type ContractEnd = {
  readonly lot: string
  readonly title: string
  /** What was bought: the codes of the lot, or of the whole where the lot has none. */
  readonly cpv: readonly string[]
  readonly startsOn: string | null
  readonly endsOn: string
  /** With every renewal taken, where their length was said. */
  readonly latestEndsOn: string | null
  /** What the end was reckoned from: a period that was said, or a length from start, contract or publication. */
  readonly basis: 'period' | 'start' | 'contract' | 'published'
  readonly options: string | null
  readonly renewals: number | null
  readonly renewalsText: string | null
  /** The notice of the same procedure that said how long, where the result did not; null where it did. */
  readonly durationFrom: string | null
}

/** A competition notice, as far as it tells of the contracts to come. */
export type Competition = {
  readonly procedureId: string
  readonly publicId: string
  readonly lots: readonly Lot[]
}

/** Forms that tell of contracts that have been made. */
const WITH_CONTRACTS = new Set(['result', 'cont-modif'])

/** Whether the competition is needed to tell how long the contracts of a notice last. */
export function lacksDurations(notice: Pick<Notice, 'formType' | 'procedureId' | 'lots'>): boolean {
  return (
    notice.procedureId !== null &&
    WITH_CONTRACTS.has(notice.formType ?? '') &&
    notice.lots.some((lot) => hasContract(lot) && !hasLength(lot))
  )
}

/**
 * When the contracts that a notice tells of end. A lot without a contract, or without any length, has no end. Older
 * results leave the length to the competition of the same procedure (BT-04), of which `competitions` are the notices,
 * the newest first.
 */
export function contractEnds(notice: Notice, competitions: readonly Competition[] = []): ContractEnd[] {
  if (!WITH_CONTRACTS.has(notice.formType ?? '')) return []
  const announcedOn = notice.publishedOn ?? notice.dispatchedAt?.slice(0, 10) ?? null
  return notice.lots.filter(hasContract).flatMap((lot) => {
    const cpv = lot.cpv.length > 0 ? lot.cpv : notice.cpv
    if (hasLength(lot)) return endOf({ ...lot, cpv }, announcedOn, null) ?? []
    for (const competition of competitions) {
      const said = sameLot(competition, lot, notice)
      if (said && hasLength(said))
        return endOf({ ...asSaid(lot, said), cpv }, announcedOn, competition.publicId) ?? []
    }
    return []
  })
}

function hasContract({ result, winners }: Lot): boolean {
  return result === null ? winners.length > 0 : result.status !== 'clos-nw' && result.status !== 'open-nw'
}

function hasLength({ duration }: Lot): boolean {
  return Boolean(duration && (duration.unlimited || duration.to || duration.months || duration.days))
}

/** The lot with the same id; or the only one there and here, since a sole lot is often called something else later. */
function sameLot(competition: Competition, { id }: Lot, notice: Notice): Lot | undefined {
  const isOnly = competition.lots.length === 1 && notice.lots.length === 1
  return competition.lots.find((lot) => lot.id === id) ?? (isOnly ? competition.lots[0] : undefined)
}

/** The lot of a result, with what the competition said of its time; a start that the result tells stays. */
function asSaid(lot: Lot, said: Lot): Lot {
  const from = lot.duration?.from
  const isAfter = from !== undefined && said.duration?.to !== undefined && from > said.duration.to
  return {
    ...lot,
    duration: { ...said.duration, ...(from !== undefined && !isAfter && { from }) },
    renewals: lot.renewals ?? said.renewals,
    options: lot.options ?? said.options,
  }
}

function endOf(lot: Lot, announcedOn: string | null, durationFrom: string | null): ContractEnd | null {
  const end = baseEnd(lot, announcedOn)
  if (!end) return null
  const months = renewalMonths(lot)
  return {
    lot: lot.id,
    title: lot.title,
    cpv: lot.cpv,
    ...end,
    latestEndsOn: months === null ? null : addTo(end.endsOn, { months }),
    options: lot.options?.description ?? null,
    renewals: lot.renewals?.maximum ?? null,
    renewalsText: lot.renewals?.description ?? null,
    durationFrom,
  }
}

type BaseEnd = Pick<ContractEnd, 'startsOn' | 'endsOn' | 'basis'>

function baseEnd({ duration, result }: Lot, announcedOn: string | null): BaseEnd | null {
  if (!duration || duration.unlimited) return null
  if (duration.to) return { startsOn: duration.from ?? null, endsOn: duration.to, basis: 'period' }
  const start = startOf(duration.from, result, announcedOn)
  const length = { months: duration.months ?? 0, days: duration.days ?? 0 }
  if (!start || (length.months === 0 && length.days === 0)) return null
  const endsOn = addTo(start.on, length)
  return endsOn ? { startsOn: start.on, endsOn, basis: start.basis } : null
}

function startOf(from: string | undefined, result: LotResult | null, announcedOn: string | null) {
  if (from) return { on: from, basis: 'start' as const }
  if (result?.concludedOn) return { on: result.concludedOn, basis: 'contract' as const }
  return announcedOn ? { on: announcedOn, basis: 'published' as const } : null
}

function addTo(day: string, length: { months: number; days?: number }): string | null {
  const whole = { months: Math.floor(length.months), days: Math.round(length.days ?? 0) }
  try {
    const end = Temporal.PlainDate.from(day).add(whole)
    return end.year > 2200 ? null : end.toString()
  } catch {
    return null
  }
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  et: 1,
  ein: 1,
  eitt: 1,
  eit: 1,
  one: 1,
  to: 2,
  two: 2,
  tre: 3,
  three: 3,
  fire: 4,
  four: 4,
}

/**
 * How much longer a contract can be made: «12 måneder» or «ett år» times the number of renewals; «1+1 år» says
 * the number itself. Null when it is not said clearly, since a guess would move a contract's end by years.
 */
export function renewalMonths({ renewals }: Pick<Lot, 'renewals'>): number | null {
  const text = renewals?.description?.toLowerCase() ?? ''
  const sum = /(?:^|[^\d+])\+?\s*(\d(?:\s*\+\s*\d){1,5})\s*(år|years?|mnd|måned|months?)/.exec(text)
  if (sum?.[1] && sum[2]) {
    const total = sum[1].split('+').reduce((all, one) => all + Number(one), 0)
    return total * (isYear(sum[2]) ? 12 : 1)
  }
  const lengths = [
    ...text.matchAll(
      /(\d{1,2}|\b(?:en|ett|et|ein|eitt|eit|one|to|two|tre|three|fire|four))\s*(?:\([^)]{1,12}\)\s*)?(år|years?|mnd|månad|måned|months?)/g,
    ),
  ]
  const [only] = lengths
  if (lengths.length !== 1 || !only?.[1] || !only[2] || renewals?.maximum == null) return null
  const amount = NUMBER_WORDS[only[1]] ?? Number(only[1])
  const months = amount * (isYear(only[2]) ? 12 : 1) * renewals.maximum
  return months > 0 && months <= 600 ? months : null
}

function isYear(unit: string): boolean {
  return unit.startsWith('år') || unit.startsWith('year')
}
