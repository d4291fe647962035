import { z } from 'zod'
import { StepPhase } from './case-words.ts'

/** Why something stopped; the words are in `data/knowledge/stop-reasons.json`. */
export const STOP_REASONS = [
  'no-anchoring',
  'no-money',
  'no-supplier',
  'too-small-alone',
  'law-unclear',
  'competence',
  'time',
  'technology',
  'price',
  'complaint',
  'need-changed',
  'solution-failed',
  'privacy',
  'no-uptake',
  'other',
] as const
export const StopReason = z.enum(STOP_REASONS)
export type StopReason = z.infer<typeof StopReason>

const text = z.string().trim().min(1).max(5000)

/** That a procurement came to an end before its time, in the case itself. */
export const Stopped = z.strictObject({
  reasons: z.array(StopReason).min(1).max(STOP_REASONS.length),
  phase: StepPhase.optional(),
  text: text.optional(),
  wouldHaveHelped: text.optional(),
})
export type Stopped = z.infer<typeof Stopped>
