import { z } from 'zod'
import { ASSESSMENTS, CONDITIONS } from '#src/modules/notices/contract.ts'
import { named } from './components.ts'

const text = z.string()
const code = z.string()

const ConditionState = z.strictObject({
  met: z.boolean(),
  points: z.int().min(0).max(10).describe('A condition is met from five points.'),
})

const InnovationSignal = named(
  'InnovationSignal',
  z.strictObject({
    kind: code.describe('The row of the rules; they are all listed, with reasons, on `/om-data/innovasjon`.'),
    condition: z.enum([...CONDITIONS, 'general']),
    weight: z.int(),
    lot: text.nullable().describe('Null when it is said of the whole.'),
    path: text.describe('Where in this answer, or in the codes: `description`, `lots/LOT-0001/description`.'),
    text: text.describe('The sentence it stands in, or the code.'),
  }),
)

const InnovationJudgement = named(
  'InnovationJudgement',
  z.strictObject({
    assessment: z.enum(ASSESSMENTS),
    found: z.enum(ASSESSMENTS).describe('What the rules said of the version that was read.'),
    reason: text,
    organisation: text.nullable().describe('The buyer who says it; null when the editors do.'),
    judgedAt: z.iso.datetime(),
  }),
)

export const NoticeInnovation = named(
  'NoticeInnovation',
  z.strictObject({
    assessment: z
      .enum(ASSESSMENTS)
      .describe('`declared` is the word of the buyer; the others say how much speaks for it, by rules.'),
    judgement: InnovationJudgement.nullable().describe(
      'What the buyer or the editors have said after reading it. It counts before `assessment` in searches, and for every version of the notice.',
    ),
    score: z.int().min(0).max(100),
    declared: z.strictObject({
      strategicProcurement: z.array(code).describe('BT-06 over all lots.'),
      innovativeAcquisition: z.array(code).describe('BT-776 over all lots.'),
    }),
    canBeDeclared: z
      .boolean()
      .describe('False on forms that have no place for it: then silence says nothing.'),
    conditions: z
      .strictObject({
        supplierInvolvement: ConditionState,
        needMapped: ConditionState,
        functionalRequirements: ConditionState,
      })
      .describe('What the definition asks for.'),
    missing: z.array(z.enum(CONDITIONS)).describe('Conditions that nothing in the notice speaks enough for.'),
    signals: z.array(InnovationSignal).describe('At most three of each kind.'),
    textRead: z
      .boolean()
      .describe('False when no text is Norwegian or English: then only the codes have been looked at.'),
  }),
)
