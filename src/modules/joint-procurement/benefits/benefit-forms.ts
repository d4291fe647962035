import { z } from 'zod'
import { EffectGrade } from '#src/modules/catalogue/contract.ts'

const STATUSES = ['not-begun', 'under-way', 'in-use', 'stopped'] as const
const MONTHS = ['3', '12', '24'] as const
const line = z.string().trim().max(300, 'jointBenefit.line.long')
const words = z.string().trim().max(5000, 'jointBenefit.words.long')

/** How far one has come in taking it into use. */
export const RollOutForm = z
  .object({
    status: z.enum(STATUSES, { error: 'jointBenefit.status.missing' }),
    on: z.iso.date('jointBenefit.on.missing'),
    words,
  })
  .refine((form) => form.status !== 'stopped' || form.words !== '', {
    message: 'jointBenefit.reason.missing',
    path: ['words'],
  })
export type RollOutForm = z.infer<typeof RollOutForm>

/** Grades that something one has seen oneself can have; what is only expected is no measurement. */
export const MEASURED_GRADES = ['measured', 'reported', 'estimated'] as const satisfies readonly EffectGrade[]

/** What came of it, or why nobody measured. As in the catalogue, what is called measured says how. */
export const BenefitForm = z
  .object({
    months: z.enum(MONTHS, { error: 'jointBenefit.months.missing' }).transform(Number),
    on: z.iso.date('jointBenefit.on.missing'),
    isMeasured: z.enum(['ja', 'nei'], { error: 'jointBenefit.isMeasured.missing' }),
    what: line,
    baseline: line,
    target: line,
    value: line,
    unit: line,
    method: words,
    grade: z.string(),
    why: words,
  })
  .check((context) => {
    const form = context.value
    const missing = (field: keyof typeof form, message: string) =>
      context.issues.push({ code: 'custom', input: form, path: [field], message })
    if (form.isMeasured === 'nei') {
      if (form.why === '') missing('why', 'jointBenefit.why.missing')
      return
    }
    for (const field of ['what', 'value', 'unit'] as const)
      if (form[field] === '') missing(field, `jointBenefit.${field}.missing`)
    if (!MEASURED_GRADES.some((grade) => grade === form.grade)) missing('grade', 'jointBenefit.grade.missing')
    if (form.grade === 'measured' && form.method === '') missing('method', 'jointBenefit.method.missing')
  })
export type BenefitForm = z.infer<typeof BenefitForm>

const kept = z.string().catch('')

/** What is kept of a measurement. */
export const Measured = z.union([
  z.object({ notMeasured: z.string().min(1) }),
  z.object({
    what: z.string(),
    baseline: kept,
    target: kept,
    value: z.string(),
    unit: z.string(),
    method: kept,
    grade: EffectGrade,
  }),
])
export type Measured = z.infer<typeof Measured>
