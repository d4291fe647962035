/**
 * Documented procurements from need to effect («cases»), grants, pilots, networks and legal lessons told apart from
 * them, and the solutions that came out. Each has a public id for ever, every state it has been in, and links to
 * the organisations it names. What ships with the program is seeded, and left alone once a person has touched it.
 */
export { type AddCase, type AddCaseFailure, addCase } from './add-case.ts'
export type {
  CaseLookup,
  CasePage,
  CaseSummary,
  LinkedParty,
  LinkedSupplier,
  Origin,
  ProcurementCase,
} from './case.ts'
export { TAKING_PART } from './case-condition.ts'
export { isInnovativeProcurement, PROCUREMENT_LIKE } from './case-kind.ts'
export {
  type CaseOwnership,
  type Confirmation,
  caseOwnership,
  casesOfNotices,
  casesOwnedBy,
  ownershipIds,
} from './case-ownership.ts'
export { caseSearchSource } from './case-search-source.ts'
export {
  type CaseVersion,
  caseVersions,
  findCaseVersion,
  type PublishedVersion,
  recentlyPublished,
} from './case-versions.ts'
export {
  type CasesOf,
  casesByIds,
  casesOf,
  casesTouching,
  listCases,
  newestCases,
} from './cases-repository.ts'
export { type ConfirmCase, type ConfirmCaseFailure, confirmCase } from './confirm-case.ts'
export {
  type BeContact,
  type BeContactFailure,
  beContact,
  contactsOf,
  contactTidying,
  endContact,
  LONGEST_CONTACT_YEARS,
  type NamedContact,
  organisationFor,
} from './contact-person.ts'
export {
  type CasesByPlace,
  countCasesByKind,
  countCasesByPlace,
} from './count-cases.ts'
export {
  type AddedUp,
  addUp,
  type EffectSum,
  inOrderOfWeight,
  isConfirmedByItself,
  type LeftOut,
} from './effect-rules.ts'
export { findCase } from './find-case.ts'
export { findRequirements, type RequirementPage } from './find-requirements.ts'
export { findSolution } from './find-solution.ts'
export { type HeadlineEffect, headlineEffects } from './headline-effects.ts'
export { mergeCase } from './merge-case.ts'
export { hasBlock, missingBlocks } from './missing-blocks.ts'
export { type CaseAsPaper, type CaseState, casePaper } from './paper/case-paper.ts'
export { POINTED_OUT, type PointedOut, pointOut, type Remark } from './point-out.ts'
export { mayConfirmFor, mayReviseFor, mayWithdraw } from './policy.ts'
export { reasonLabel } from './reason-words.ts'
export { type CaseRequirement, type PublishedRequirement, requirementsOf } from './requirement.ts'
export { requirementsByIds } from './requirements-repository.ts'
export {
  nextForReuse,
  REUSE_CRITERIA,
  type ReuseAnswer,
  type ReuseCriterion,
  type ReusePoints,
  type ReuseScore,
  reuseAnswer,
  reuseScore,
} from './reuse-score.ts'
export { type ReviseCase, type ReviseCaseFailure, reviseCase } from './revise-case.ts'
export { type SeedReport, seedCatalogue } from './seed-catalogue.ts'
export type { LinkedAdopter, Solution, SolutionLookup, SolutionPage, SolutionSummary } from './solution.ts'
export {
  casesOfSolution,
  listSolutions,
  solutionsOfCase,
  solutionsOfOrganisation,
} from './solutions-repository.ts'
export { type StoppedCase, stoppedCases } from './stopped-cases.ts'
export { textMatcher } from './text-matcher.ts'
export { type WhoItem, type WhoLine, whoLine } from './who-line.ts'
export { type WithdrawCaseFailure, withdrawCase } from './withdraw-case.ts'
