import { type Assessment, CONDITIONS, type Condition } from '#src/modules/notices/contract.ts'
import { MET } from './rule.ts'

/** One thing that speaks for a condition of the definition, or for innovation in general, and where it stands. */
export type Signal = {
  /** The id of the row in the rules. */
  readonly kind: string
  readonly condition: Condition | 'general'
  readonly weight: number
  /** Null for what is said of the whole. */
  readonly lot: string | null
  readonly path: string
  /** The sentence it stands in, or the code. */
  readonly text: string
}

export type ConditionState = { readonly met: boolean; readonly points: number }
export type Conditions = Readonly<Record<Condition, ConditionState>>

export type Weighed = {
  readonly assessment: Exclude<Assessment, 'declared'>
  /** 0 to 100. */
  readonly score: number
  readonly conditions: Conditions
  readonly missing: readonly Condition[]
}

/** More than this says nothing more about one condition. */
const MOST = 10

/**
 * What the signals amount to. A row counts once however often it is met; a condition is met from five points.
 *
 * Likely: two conditions, or a form of procurement that is made for innovation with one of them. Possible: one
 * condition, or something that speaks for innovation in general. The score is the share of the points that can count.
 */
export function weighSignals(signals: readonly Signal[]): Weighed {
  const points = (condition: Condition | 'general') => {
    const rows = new Map(signals.filter((one) => one.condition === condition).map((one) => [one.kind, one]))
    return Math.min(
      MOST,
      [...rows.values()].reduce((sum, { weight }) => sum + weight, 0),
    )
  }
  const state = (condition: Condition): ConditionState => ({
    met: points(condition) >= MET,
    points: points(condition),
  })
  const conditions: Conditions = {
    supplierInvolvement: state('supplierInvolvement'),
    needMapped: state('needMapped'),
    functionalRequirements: state('functionalRequirements'),
  }
  const missing = CONDITIONS.filter((condition) => !conditions[condition].met)
  const met = CONDITIONS.length - missing.length
  const general = points('general')
  const likely = met >= 2 || (met === 1 && general >= 7)
  const possible = met === 1 || general >= MET - 1
  const sum = general + CONDITIONS.reduce((total, condition) => total + conditions[condition].points, 0)
  return {
    assessment: likely ? 'likely' : possible ? 'possible' : 'none',
    score: Math.round((100 * sum) / (MOST * (CONDITIONS.length + 1))),
    conditions,
    missing,
  }
}
