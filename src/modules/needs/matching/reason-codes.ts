import { MATCH_PARTS } from './weights.ts'

/** Why a need belongs with the others; the words are `matching.for.<kind>`. */
export const REASONS_FOR = [
  'sameTheme',
  'sameConcept',
  'sameCpv',
  'sameWords',
  'samePhase',
  'sameTime',
  'sameHeight',
  'contractsEndTogether',
  'shareCooperation',
  'wantsToLead',
  'couldLead',
  'near',
] as const

/** Why two can never be in the same group. */
export const OBSTACLES = ['noSharedTime', 'oppositePhases', 'oppositeHeights', 'sameMunicipality'] as const
export type Obstacle = (typeof OBSTACLES)[number]

/** What speaks against; `matching.against.<kind>`. */
export const REASONS_AGAINST = [
  ...OBSTACLES,
  'otherWords',
  'otherTheme',
  'otherPhase',
  'otherHeight',
  'shortOverlap',
  'muchSmaller',
  'muchLarger',
  'contractsEndApart',
  'farAway',
  'onlyAnIdea',
  'nobodyLeads',
  'smallLead',
] as const

/** Why a need is in no group; `matching.alone.<because>`. */
export const ALONE_BECAUSE = [
  /** It does not say when, or whose it is stands in no register of places. */
  'notTold',
  /** It is closed, or should have been bought by now. */
  'over',
  /** There are some to be with, and all of them want to follow. */
  'nobodyLeads',
  'noneAlike',
  /** Those it goes best with are in the same joint demand as it already. */
  'together',
] as const
export type AloneBecause = (typeof ALONE_BECAUSE)[number]

/** What stands most between a need and one that is near it; `matching.weak.<why>`. */
export const WHY_NOT = [
  'noSharedTime',
  'oppositePhases',
  'oppositeHeights',
  ...MATCH_PARTS,
  'nobodyLeads',
  /** The two would do; the others of the group would not. */
  'other',
] as const
export type WhyNot = (typeof WHY_NOT)[number]
