/**
 * Documented procurements from need to effect («cases»), grants, pilots, networks and legal lessons told apart from
 * them, and the solutions that came out. Each has a public id for ever, every state it has been in, and links to
 * the organisations it names. What ships with the program is seeded, and left alone once a person has touched it.
 */
export { type AddCase, addCase } from './add-case.ts'
export type {
  CaseLookup,
  CasePage,
  CaseSummary,
  LinkedParty,
  LinkedSupplier,
  Origin,
  ProcurementCase,
} from './case.ts'
export { isInnovativeProcurement, PROCUREMENT_LIKE } from './case-kind.ts'
export { caseSearchSource } from './case-search-source.ts'
export { type CasesOf, casesByIds, casesOf, listCases, newestCases } from './cases-repository.ts'
export { confirmCase } from './confirm-case.ts'
export {
  type CasesByPlace,
  countCasesByKind,
  countCasesByPlace,
  countCasesByTopTheme,
} from './count-cases.ts'
export { findCase } from './find-case.ts'
export { findSolution } from './find-solution.ts'
export { type HeadlineEffect, headlineEffects } from './headline-effects.ts'
export { mergeCase } from './merge-case.ts'
export { hasBlock, missingBlocks } from './missing-blocks.ts'
export {
  REUSE_CRITERIA,
  type ReuseCriterion,
  type ReusePoints,
  type ReuseScore,
  reuseScore,
} from './reuse-score.ts'
export { type ReviseCase, reviseCase } from './revise-case.ts'
export { type SeedReport, seedCatalogue } from './seed-catalogue.ts'
export type { LinkedAdopter, Solution, SolutionLookup, SolutionPage, SolutionSummary } from './solution.ts'
export {
  casesOfSolution,
  listSolutions,
  solutionsOfCase,
  solutionsOfOrganisation,
} from './solutions-repository.ts'
export { type WhoItem, type WhoLine, whoLine } from './who-line.ts'
export { withdrawCase } from './withdraw-case.ts'
