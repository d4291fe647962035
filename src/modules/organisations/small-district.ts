import { type Municipality, population } from './municipality.ts'

/**
 * What «small district municipality» means. The rule is our assumption, so it is data with an id of its own text,
 * printed beside every figure that rests on it.
 */
export type SmallDistrictRule = {
  readonly id: string
  /** Message key of the sentence that states the rule. */
  readonly text: string
  readonly populationBelow: number
  readonly centralityFrom: number
  /** The year the population is taken from. */
  readonly year: number
}

function rule(id: string, populationBelow: number, centralityFrom: number): SmallDistrictRule {
  return { id, text: `organisations.smallDistrict.${id}`, populationBelow, centralityFrom, year: 2024 }
}

const DEFAULT_RULE = rule('below5000Centrality5', 5000, 5)

/** The rules one can choose between, the default first. */
export const SMALL_DISTRICT_RULES: readonly [SmallDistrictRule, ...SmallDistrictRule[]] = [
  DEFAULT_RULE,
  rule('below5000Centrality6', 5000, 6),
  rule('below3000Centrality5', 3000, 5),
  rule('below10000Centrality5', 10_000, 5),
]

export function isSmallDistrict(municipality: Municipality, by: SmallDistrictRule = DEFAULT_RULE): boolean {
  return (
    population(municipality, by.year) < by.populationBelow &&
    municipality.centralityClass >= by.centralityFrom
  )
}
