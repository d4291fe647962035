import type { Organisation } from '#src/modules/organisations/index.ts'
import type { LinkedSupplier, Origin } from './case.ts'
import type { CaseId, SolutionContent, SolutionId, SolutionStatus } from './contract.ts'

export type LinkedAdopter = {
  readonly name: string
  readonly fromYear: number | null
  readonly organisation: Organisation | null
  readonly within: Organisation | null
}

/** Something that can be taken into use, with those who supply it and those who have. */
export type Solution = {
  readonly id: SolutionId
  readonly version: number
  readonly origin: Origin
  readonly confirmedAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly content: SolutionContent
  readonly suppliers: readonly LinkedSupplier[]
  readonly adopters: readonly LinkedAdopter[]
}

/** A solution in a list. */
export type SolutionSummary = {
  readonly id: SolutionId
  readonly name: string
  readonly language: string
  readonly description: string
  readonly status: SolutionStatus
  readonly suppliers: readonly string[]
  readonly fromCases: readonly CaseId[]
  readonly adopters: number
}

export type SolutionPage = { readonly total: number; readonly solutions: readonly SolutionSummary[] }

export type SolutionLookup =
  | { readonly status: 'found'; readonly solution: Solution }
  | { readonly status: 'withdrawn'; readonly id: SolutionId; readonly reason: string }
  | { readonly status: 'merged'; readonly id: SolutionId; readonly into: SolutionId }
