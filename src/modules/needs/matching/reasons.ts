import type { Likeness } from './likeness.ts'
import type { PreparedNeed } from './prepare-needs.ts'
import type { Obstacle } from './reason-codes.ts'
import type { Weights } from './weights.ts'

/** Why a need belongs with the others, as codes with values; the words are `matching.for.<kind>`. */
export type ReasonFor =
  | { readonly kind: 'sameTheme'; readonly theme: string }
  | { readonly kind: 'sameConcept'; readonly concept: string }
  | { readonly kind: 'sameCpv'; readonly cpv: string }
  | { readonly kind: 'sameWords' }
  | { readonly kind: 'samePhase' }
  | { readonly kind: 'sameTime'; readonly from: string; readonly until: string }
  | { readonly kind: 'sameHeight' }
  | { readonly kind: 'contractsEndTogether'; readonly count: number; readonly months: number }
  | { readonly kind: 'shareCooperation'; readonly body: string; readonly count: number }
  | { readonly kind: 'wantsToLead' }
  | { readonly kind: 'couldLead' }
  | { readonly kind: 'near'; readonly kilometres: number }

/** What speaks against, `matching.against.<kind>`. */
export type ReasonAgainst =
  | { readonly kind: Obstacle; readonly count: number }
  | { readonly kind: 'otherWords' }
  | { readonly kind: 'otherTheme' }
  | { readonly kind: 'otherPhase' }
  | { readonly kind: 'otherHeight' }
  | { readonly kind: 'shortOverlap' }
  | { readonly kind: 'muchSmaller'; readonly times: number }
  | { readonly kind: 'muchLarger'; readonly times: number }
  | { readonly kind: 'contractsEndApart'; readonly months: number }
  | { readonly kind: 'farAway'; readonly kilometres: number }
  | { readonly kind: 'onlyAnIdea' }
  | { readonly kind: 'nobodyLeads' }
  | { readonly kind: 'smallLead'; readonly others: number }

export type MemberReasons = {
  readonly id: string
  /** How alike it is to the others on average. */
  readonly figure: number
  readonly for: readonly ReasonFor[]
  readonly against: readonly ReasonAgainst[]
}

/** A member seen with the others, and who leads them. */
export type Seen = {
  readonly others: readonly PreparedNeed[]
  readonly lead: string | null
  readonly weights: Weights
  readonly termOf: (number: number) => string
}
export type Compared = { readonly other: PreparedNeed; readonly like: Likeness }

/** From here on a figure is said to speak for; half of it, against. */
export const CLEAR = 0.5

export function isMost(compared: readonly Compared[], is: (one: Compared) => boolean): boolean {
  return compared.length > 0 && compared.filter(is).length * 2 >= compared.length
}

export function mean(figures: readonly number[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, figure) => sum + figure, 0) / figures.length
}

export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)] ?? 0
}
