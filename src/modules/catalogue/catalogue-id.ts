import { z } from 'zod'

export const CaseId = z
  .string()
  .regex(/^case-\d{3,9}$/)
  .brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

export const SolutionId = z
  .string()
  .regex(/^solution-\d{3,9}$/)
  .brand<'SolutionId'>()
export type SolutionId = z.infer<typeof SolutionId>
