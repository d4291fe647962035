import { z } from 'zod'
import { EffectGrade } from './case-words.ts'

const text = z.string().trim().min(1).max(5000)
const line = z.string().trim().min(1).max(300)

/** The three kinds of benefit that DFØ tells apart, and the two that public procurement is asked for besides. */
export const BENEFITS = ['avoided-cost', 'saved-time', 'better-quality', 'environment', 'industry'] as const
export const Benefit = z.enum(BENEFITS)
export type Benefit = z.infer<typeof Benefit>

/** More than three main effects, and none of them is. */
export const MOST_MAIN_EFFECTS = 3

export const Effect = z
  .strictObject({
    text,
    grade: EffectGrade,
    /** What must hold for the effect, or what it was compared with. */
    condition: text.optional(),
    /** Only where the text itself has one clear number; shown big only when reported or measured. */
    figure: z.strictObject({ value: line, unit: line }).optional(),
    dimension: z.enum(['economic', 'environmental', 'social']).optional(),
    benefit: Benefit.optional(),
    forWhom: line.optional(),
    baseline: text.optional(),
    target: text.optional(),
    method: text.optional(),
    measuredOn: z.iso.date().optional(),
    /** Who sees to it that it is realised, by role. */
    owner: line.optional(),
    confirmedBy: line.optional(),
    main: z.boolean().optional(),
  })
  .refine((effect) => effect.grade !== 'measured' || effect.method !== undefined, {
    message: 'catalogue.effect.measuredNeedsMethod',
    path: ['method'],
  })
export type Effect = z.infer<typeof Effect>

export const Effects = z.array(Effect).superRefine((effects, context) => {
  const main = effects.flatMap((effect, place) => (effect.main ? [place] : []))
  const [tooMany] = main.slice(MOST_MAIN_EFFECTS)
  if (tooMany === undefined) return
  context.addIssue({ code: 'custom', message: 'catalogue.effects.tooManyMain', path: [tooMany, 'main'] })
})
