import { z } from 'zod'
import { named } from './components.ts'
import { SearchHitAnswer } from './search-answer.ts'

const Likeness = named(
  'Likeness',
  z.strictObject({
    themes: z
      .array(z.strictObject({ id: z.string(), label: z.string().describe('In `lang`.'), url: z.url() }))
      .describe('What both are about.'),
    cpv: z
      .array(z.strictObject({ code: z.string(), label: z.string().describe('In `lang`.') }))
      .describe('Codes that both have.'),
    words: z.array(z.string()).describe('Words of both that few others use.'),
  }),
)

const SimilarHitAnswer = named(
  'SimilarHit',
  SearchHitAnswer.extend({
    alike: Likeness.describe('Why they are alike; never without a theme or a code.'),
  }),
)

export const SimilarAnswer = named(
  'Similar',
  z.strictObject({ items: z.array(SimilarHitAnswer).describe('The most alike first; empty when none is.') }),
)
