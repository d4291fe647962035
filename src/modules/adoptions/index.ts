/**
 * How what one municipality has told of is taken into use by others: a draft filled in from it, where each stands and
 * since when, what they did otherwise, how it spreads, and what suppliers say of their own solutions. Copying a case gives
 * no right to buy from the same supplier.
 */
export { type Adoption, type AdoptionStep, isPublic, nextStatuses, type Volumes } from './adoption.ts'
export { adoptionUnderWay } from './adoptions-repository.ts'
export {
  type ClaimSolutionFailure,
  claimSolution,
  type DecideClaimFailure,
  decideClaim,
} from './claim-solution.ts'
export { type Claim, claimBy, claimsOf } from './claims-repository.ts'
export { mayClaim, mayDecideClaims, maySeeAdoption, mayTakeIntoUse, tookPart } from './policy.ts'
export { adoptersOf, ownAdoptions, readAdoption, takenBy } from './read-adoptions.ts'
export { readSpread } from './read-spread.ts'
export { depthOf, type SpreadNode, sizeOf, spreadFrom, type Taken } from './spread.ts'
export { type TakeIntoUse, type TakeIntoUseFailure, takeIntoUse } from './take-into-use.ts'
export { type TakeStepFailure, takeStep } from './take-step.ts'
