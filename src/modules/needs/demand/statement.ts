import { z } from 'zod'
import { LONGEST_NEED_WORDS } from '#src/modules/needs/need-content.ts'

/** The sections of what several say together of what they need; the words are `demand.section.<section>`. */
export const STATEMENT_SECTIONS = ['who', 'outcome', 'volume', 'time', 'firmness', 'height', 'ask'] as const
export type StatementSection = (typeof STATEMENT_SECTIONS)[number]

const section = z.string().trim().max(LONGEST_NEED_WORDS, 'demand.words.long')

/** A joint statement of demand: kept by the lead, read by those the demand is told to. */
export const Statement = z.object({
  language: z.enum(['nb', 'nn', 'en']),
  who: section,
  outcome: section,
  volume: section,
  time: section,
  firmness: section,
  height: section,
  ask: section,
})
export type Statement = z.infer<typeof Statement>

export const LONGEST_DEMAND_TITLE = 150

const title = z.string().trim().min(5, 'demand.title.short').max(LONGEST_DEMAND_TITLE, 'demand.title.long')

/** What somebody fills in to begin a demand. */
export const DemandForm = z.object({ title })
export type DemandForm = z.infer<typeof DemandForm>

/** What the lead fills in to change the statement. */
export const StatementForm = Statement.omit({ language: true }).extend({ title })
export type StatementForm = z.infer<typeof StatementForm>

/** Why one leaves or says no; nothing typed is nothing said. */
export const DemandReason = z
  .string()
  .trim()
  .max(1000, 'demand.reason.long')
  .transform((typed) => typed || null)
