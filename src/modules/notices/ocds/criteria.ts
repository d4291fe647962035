import type { AwardCriterion, SelectionCriterion } from '#src/modules/notices/notice.ts'
import { type JsonObject, lineAt, objectsAt } from './json-object.ts'
import { type Reading, textAt } from './reading.ts'

/** Award criteria of the lot: eForms' types and units are written in other words. */
export function readAwardCriteria(reading: Reading, lot: JsonObject): AwardCriterion[] {
  return objectsAt(lot, 'awardCriteria.criteria').map((criterion): AwardCriterion => {
    const numbers = objectsAt(criterion, 'numbers')
    const numberOf = (kind: string) => {
      const one = numbers.find((number) => lineAt(number, kind) !== null)
      const number = Number(lineAt(one ?? null, 'number') ?? Number.NaN)
      return one && Number.isFinite(number)
        ? { number, unit: UNITS[lineAt(one, kind) ?? ''] ?? lineAt(one, kind) ?? '' }
        : null
    }
    const weight = numberOf('weight')
    return {
      type: lineAt(criterion, 'type'),
      name: textAt(reading, criterion, 'name'),
      description: textAt(reading, criterion, 'description'),
      weight: weight?.number ?? null,
      weightUnit: weight?.unit ?? null,
      fixed: numberOf('fixed'),
      threshold: numberOf('threshold'),
    }
  })
}

/** Kinds of numbers, and the units eForms writes them in. */
export const UNITS: Readonly<Record<string, string>> = {
  percentageExact: 'per-exa',
  percentageRangeMiddle: 'per-mid',
  decimalExact: 'dec-exa',
  decimalRangeMiddle: 'dec-mid',
  pointsExact: 'poi-exa',
  pointsRangeMiddle: 'poi-mid',
  order: 'ord-imp',
  total: 'fix-tot',
  unit: 'fix-unit',
  maximumBids: 'max-pass',
  minimumScore: 'min-score',
}

export function readSelectionCriteria(
  reading: Reading,
  ...holders: readonly (JsonObject | null)[]
): SelectionCriterion[] {
  const holder = holders.find((one) => objectsAt(one, 'selectionCriteria.criteria').length > 0) ?? null
  return objectsAt(holder, 'selectionCriteria.criteria').map((criterion) => ({
    type: lineAt(criterion, 'type'),
    name: textAt(reading, criterion, 'name'),
    description: textAt(reading, criterion, 'description'),
  }))
}
