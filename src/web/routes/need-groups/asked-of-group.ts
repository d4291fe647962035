import {
  MATCH_PARTS,
  MOST_MONTHS_MOVED,
  readWeights,
  WEIGHTS,
  type Weights,
  type WhatIf,
} from '#src/modules/needs/index.ts'

/** What a leader asks of a group, as it stands in the address. */
export type AskedInAddress = {
  readonly weights: Weights
  readonly hasOtherWeights: boolean
  readonly add: readonly string[]
  readonly remove: readonly string[]
  readonly months: number
  readonly lead: string
  /** Null when nothing was asked of the group itself. */
  readonly whatIf: WhatIf | null
}

export const WEIGHT = 'vekt-'
const MOST_ASKED = 50

/** Addresses are shared and written by hand, so what cannot be read is as if it was not there. */
export function readAsked(parameters: URLSearchParams, need: string): AskedInAddress {
  const weights = readWeights(
    Object.fromEntries(MATCH_PARTS.map((part) => [part, parameters.get(WEIGHT + part)])),
  )
  const add = parameters.getAll('med').slice(0, MOST_ASKED)
  const remove = parameters
    .getAll('uten')
    .slice(0, MOST_ASKED)
    .filter((id) => id !== need)
  const months = monthsIn(parameters.get('flytt'))
  const lead = parameters.get('leder') ?? ''
  const isAsked = add.length > 0 || remove.length > 0 || months !== 0 || lead !== ''
  return {
    weights,
    hasOtherWeights: MATCH_PARTS.some((part) => weights[part] !== WEIGHTS[part]),
    ...{ add, remove, months, lead },
    whatIf: isAsked
      ? { add, remove, moved: months === 0 ? null : { id: need, months }, lead: lead || null }
      : null,
  }
}

export const NOTHING_ASKED: AskedInAddress = {
  ...{ weights: WEIGHTS, hasOtherWeights: false, add: [], remove: [], months: 0, lead: '', whatIf: null },
}

/** The minus of a phone's keyboard is another sign than the one numbers are read with. */
function monthsIn(typed: string | null): number {
  const months = Number((typed ?? '').trim().replace(/[−–]/, '-'))
  if (!Number.isInteger(months)) return 0
  return Math.min(MOST_MONTHS_MOVED, Math.max(-MOST_MONTHS_MOVED, months))
}
