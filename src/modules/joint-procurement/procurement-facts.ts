import { z } from 'zod'

const words = z.string().trim().max(5000, 'joint.words.long').catch('')
const day = z.iso.date().nullable().catch(null)
/** Whole kroner without VAT. */
const kroner = z.number().int().min(0).max(1e13).nullable().catch(null)

/** What is known of a joint procurement as a whole. What cannot be read is not known yet. */
export const ProcurementFacts = z.object({
  /** What it is for, and what shall be different. */
  purpose: words,
  themes: z
    .array(z.string().regex(/^[a-z0-9-]{1,80}$/))
    .max(10)
    .catch([]),
  cpv: z
    .array(z.string().regex(/^\d{8}$/))
    .max(20)
    .catch([]),
  innovationHeight: z.enum(['exists', 'adapt', 'develop']).nullable().catch(null),
  /** Whether the same is bought again and again; with the height and the lead it says which path fits. */
  buysAgain: z.boolean().nullable().catch(null),
  /** The estimated value of the whole, and the most it can come to with every option (FOA § 5-4, BT-271). */
  estimate: kroner,
  maximum: kroner,
  strategy: words,
  /** What is agreed on costs, on leaving and on who leads; `costKey` tells how costs are shared. */
  costKey: z.enum(['equal', 'inhabitants', 'volume', 'agreed']).nullable().catch(null),
  agreementWords: words,
  exitTerms: words,
  /** When it is meant to be published, and the last day for those with an option to use it. */
  publishOn: day,
  optionsUntil: day,
  dialogueSummaryOn: day,
  dialogueSummaryUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
  /** That nobody who prepares it has interests in it (FOA § 7-5, forvaltningsloven § 6). */
  independence: words,
  archiveReference: z.string().trim().max(120).catch(''),
  requirementsUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
  /** The notice it was published as, by our own id or its number in Doffin. */
  notice: z.string().trim().max(200).catch(''),
  publishedOn: day,
  awardedOn: day,
  /** The last day of the standstill period (FOA § 25-2). */
  standstillUntil: day,
  complaint: words,
  complaintSettledOn: day,
  /** How contracts are followed up: how often one meets and what is looked at. */
  followUpMonths: z.number().int().min(1).max(24).nullable().catch(null),
  indicators: words,
  /** Who has been asked to lead instead, and has not answered. */
  proposedLead: z.uuid().nullable().catch(null),
})
export type ProcurementFacts = z.infer<typeof ProcurementFacts>

/** What comes of the competition; it is noted with the notice and with the standstill, and nowhere else. */
const OF_COMPETITION = [
  'notice',
  'publishedOn',
  'awardedOn',
  'standstillUntil',
  'complaint',
  'complaintSettledOn',
] as const satisfies readonly (keyof ProcurementFacts)[]
export type CompetitionFact = (typeof OF_COMPETITION)[number]

const OPEN_FACTS = [
  ...OF_COMPETITION,
  'followUpMonths',
  'indicators',
  'archiveReference',
] as const satisfies readonly (keyof ProcurementFacts)[]
export type OpenFact = (typeof OPEN_FACTS)[number]

/** What can be told after publication: what comes of the competition, and what is no part of it. */
export const openFacts: ReadonlySet<OpenFact> = new Set(OPEN_FACTS)
