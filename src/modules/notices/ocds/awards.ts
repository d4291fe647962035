import { sumOf } from '#src/modules/notices/eforms/amounts.ts'
import type { Lot, LotResult, Money, Notice, Winner } from '#src/modules/notices/notice.ts'
import { dateAt } from './dates.ts'
import { countAt, type JsonObject, lineAt, lineOf, linesAt, objectAt, objectsAt } from './json-object.ts'
import type { Parties } from './parties.ts'
import { moneyAt, type Reading } from './reading.ts'

export type Outcome = { readonly result: LotResult; readonly winners: readonly Winner[] }

export type Awards = {
  readonly lots: readonly Lot[]
  readonly withoutLot: Notice['resultsWithoutLot']
  /** The sum of what was awarded, where all of it has a value. */
  readonly total: Money | null
}

const STATUSES: Readonly<Record<string, string>> = {
  pending: 'open-nw',
  active: 'selec-w',
  cancelled: 'clos-nw',
  unsuccessful: 'clos-nw',
}

/** The awards of a release, each with the lots it is about; an undivided procedure has one. */
export function readAwards(
  reading: Reading,
  release: JsonObject,
  found: { parties: Parties; lots: readonly Lot[] },
): Awards {
  const { parties, lots } = found
  const outcomes = new Map<string, Outcome>()
  const values: (Money | null)[] = []
  for (const award of objectsAt(release, 'awards')) {
    const outcome = readAward(reading, release, { award, parties })
    if (outcome.result.status === 'selec-w') values.push(moneyAt(reading, award, 'value'))
    const related = linesAt(award, 'relatedLots').concat(linesAt(award, 'relatedLot'))
    const [only] = lots
    const about = related.length > 0 ? related : lots.length === 1 && only ? [only.id] : ['']
    for (const lot of about) outcomes.set(lot, together(outcomes.get(lot), outcome))
  }
  const known = new Set(lots.map((lot) => lot.id))
  const withoutLot = [...outcomes]
    .filter(([lot]) => !known.has(lot))
    .map(([lot, { winners }]) => {
      if (lot) reading.remark('resultLotUnknown', 'awards', { lot })
      return { lot: lot || null, winners }
    })
  return {
    lots: lots.map((lot) => ({ ...lot, ...outcomes.get(lot.id) })),
    withoutLot,
    total: sumOf(values),
  }
}

function readAward(
  reading: Reading,
  release: JsonObject,
  { award, parties }: { award: JsonObject; parties: Parties },
): Outcome {
  const id = lineOf(award.id)
  const contracts = objectsAt(release, 'contracts').filter(
    (one) => id !== null && lineAt(one, 'awardID') === id,
  )
  const status = STATUSES[lineAt(award, 'status') ?? 'active'] ?? null
  const value = moneyAt(reading, award, 'value')
  const suppliers = status === 'selec-w' ? objectsAt(award, 'suppliers') : []
  const winners = suppliers.flatMap((reference, at): Winner[] => {
    const party = parties.of(reference)
    if (!party) reading.remark('winnerNotListed', 'awards', { reference: lineOf(reference.id) ?? '' })
    if (!party) return []
    const isFirst = at === 0
    return [
      {
        ...party.organisation,
        tender: id,
        leadsGroup: suppliers.length > 1 && isFirst,
        value: isFirst ? value : null,
      },
    ]
  })
  const signed = contracts.flatMap((one) => dateAt(reading, one, 'dateSigned') ?? [])
  const result: LotResult = {
    status,
    reason: null,
    tendersReceived: countAt(release, 'tender.numberOfTenderers'),
    decidedOn: dateAt(reading, award, 'date'),
    concludedOn: signed.sort()[0] ?? null,
    contracts: contracts.flatMap((one) => lineOf(one.id) ?? []),
    frameworkMaximum: moneyAt(reading, objectAt(award, 'maximumValue') ? award : null, 'maximumValue'),
  }
  return { result, winners }
}

/** A lot may be awarded to several, one award each. */
function together(first: Outcome | undefined, next: Outcome): Outcome {
  if (!first) return next
  const leading = first.result.status === 'selec-w' ? first : next
  return {
    result: {
      ...leading.result,
      contracts: [...new Set([...first.result.contracts, ...next.result.contracts])],
    },
    winners: [...first.winners, ...next.winners],
  }
}
