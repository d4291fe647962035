import type { z } from 'zod'
import {
  FACT_FORMS,
  FACT_PARTS,
  type FactPart,
  type ProcurementAudience,
  type ProcurementFacts,
} from '#src/modules/joint-procurement/contract.ts'
import { readDay, textIn } from '#src/web/read-form.ts'

/** The fields of each part of what is common, in the order they are asked. */
export const FACT_FIELDS = {
  common: ['title', 'purpose', 'innovationHeight', 'buysAgain', 'cpv', 'audience'],
  strategy: [
    'strategy',
    'estimate',
    'maximum',
    'publishOn',
    'optionsUntil',
    'independence',
    'archiveReference',
  ],
  agreement: ['costKey', 'agreementWords', 'exitTerms'],
  dialogue: ['dialogueSummaryOn', 'dialogueSummaryUrl', 'requirementsUrl'],
  'follow-up': ['followUpMonths', 'indicators'],
} as const satisfies Record<FactPart, readonly string[]>
export type FactField = (typeof FACT_FIELDS)[FactPart][number]

export const FACT_DAYS: ReadonlySet<string> = new Set<FactField>([
  'publishOn',
  'optionsUntil',
  'dialogueSummaryOn',
])

type Told = {
  readonly title?: string
  readonly audience?: ProcurementAudience
  readonly facts: Partial<ProcurementFacts>
}
export type ReadFacts =
  | { readonly ok: true; readonly told: Told }
  | { readonly ok: false; readonly error: z.ZodError }

/** Which part was sent, or null for none there is. */
export function factPartIn(form: FormData): FactPart | null {
  const sent = textIn(form, 'part')
  return FACT_PARTS.find((part) => part === sent) ?? null
}

/** What was filled in of one part. A day nobody can read stays as it was typed, so that the form says so. */
export function readFacts(form: FormData, part: FactPart): ReadFacts {
  const typed = Object.fromEntries(
    FACT_FIELDS[part].map((field) => {
      const text = textIn(form, field)
      return [field, FACT_DAYS.has(field) ? (readDay(text)?.toString() ?? text) : text]
    }),
  )
  if (part !== 'common') {
    const read = FACT_FORMS[part].safeParse(typed)
    return read.success ? { ok: true, told: { facts: read.data } } : { ok: false, error: read.error }
  }
  const read = FACT_FORMS.common.safeParse(typed)
  if (!read.success) return { ok: false, error: read.error }
  const { title, audience, ...facts } = read.data
  return { ok: true, told: { title, audience, facts } }
}
