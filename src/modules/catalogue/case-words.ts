import { z } from 'zod'

/** What a record is about; only some of them are procurements (see `isInnovativeProcurement`). */
export const CASE_KINDS = [
  'procurement',
  'market-enquiry',
  'pilot',
  'grant',
  'programme',
  'network',
  'legal-lesson',
] as const
export const CaseKind = z.enum(CASE_KINDS)
export type CaseKind = z.infer<typeof CaseKind>

/** How much the record tells: an experience is one lesson; `mention` is too thin for front pages and for «similar». */
export const CASE_LEVELS = ['full', 'short', 'experience', 'mention'] as const
export const CaseLevel = z.enum(CASE_LEVELS)
export type CaseLevel = z.infer<typeof CaseLevel>

/** How sure an effect is, the surest first. */
export const EFFECT_GRADES = ['measured', 'reported', 'estimated', 'expected', 'potential'] as const
export const EffectGrade = z.enum(EFFECT_GRADES)
export type EffectGrade = z.infer<typeof EffectGrade>

/** «Slik gjorde de det»: the phases of a procurement, in their usual order. */
export const STEP_PHASES = [
  'need',
  'marketDialogue',
  'competition',
  'contract',
  'development',
  'rollout',
  'benefit',
] as const
export const StepPhase = z.enum(STEP_PHASES)
export type StepPhase = z.infer<typeof StepPhase>

/** DFØ's three kinds of innovative procurement; reuse is our own fourth, counted beside them. */
export const INNOVATION_KINDS = ['of-innovation', 'innovation-friendly', 'completely-new', 'reuse'] as const

export const CONFIDENCES = ['high', 'medium', 'low'] as const

/** The blocks of a reusable case, in the order a reader meets them. */
export const CASE_BLOCKS = [
  'identity',
  'who',
  'need',
  'userInvolvement',
  'requirements',
  'marketDialogue',
  'competition',
  'contract',
  'effects',
  'lessons',
  'reuse',
  'provenance',
] as const
export type CaseBlock = (typeof CASE_BLOCKS)[number]
