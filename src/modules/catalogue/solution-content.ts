import { z } from 'zod'
import { ContentLanguage, Source } from './case-content.ts'
import { CaseId } from './catalogue-id.ts'
import { Adopter, CaseSupplier } from './party.ts'

/** Whether it can be had today; `withdrawn` is the product's fate, not that of our record of it. */
export const SOLUTION_STATUSES = ['available', 'under-development', 'withdrawn', 'unknown'] as const
export const SolutionStatus = z.enum(SOLUTION_STATUSES)
export type SolutionStatus = z.infer<typeof SolutionStatus>

/** Something that can be taken into use, usually the outcome of one or more cases. */
export const SolutionContent = z.strictObject({
  language: ContentLanguage,
  name: z.string().trim().min(3).max(200),
  description: z.string().trim().min(1).max(5000),
  status: SolutionStatus,
  suppliers: z.array(CaseSupplier),
  fromCases: z.array(CaseId),
  adopters: z.array(Adopter),
  sources: z.array(Source),
})
export type SolutionContent = z.infer<typeof SolutionContent>
