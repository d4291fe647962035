import { z } from 'zod'
import { CaseKind, CaseLevel, CONFIDENCES, INNOVATION_KINDS, StepPhase } from './case-words.ts'
import { CaseId } from './catalogue-id.ts'
import { Effects } from './effect.ts'
import { CaseSupplier, Party } from './party.ts'
import { Stopped } from './stop-reason.ts'

const text = z.string().trim().min(1).max(5000)
const line = z.string().trim().min(1).max(300)
const year = z.number().int().min(1990).max(2100)
const day = z.iso.date()
const link = z.url({ protocol: /^https?$/ })

/** The language a content text is written in, as its ISO 639-1 code (`nb`, `nn`, `en`, `sv` …). */
export const ContentLanguage = z.string().regex(/^[a-z]{2}$/)

export const Step = z.strictObject({ phase: StepPhase, text })
export type Step = z.infer<typeof Step>

export const Source = z.strictObject({
  /** Absent when only the name of a site or a text is known. */
  url: link.optional(),
  title: line,
  seenOn: day.optional(),
})
export type Source = z.infer<typeof Source>

const Identity = z
  .strictObject({
    title: z.string().trim().min(3).max(200),
    kind: CaseKind,
    level: CaseLevel,
    fromYear: year.optional(),
    toYear: year.optional(),
    /** Ids of the vocabulary, the most telling first. */
    themes: z.array(z.string().regex(/^[a-z0-9-]{1,80}$/)).max(5),
    cpv: z.array(z.string().regex(/^\d{8}$/)).optional(),
    /** BT-776, as declared on the notice. */
    innovativeAcquisition: z.array(z.string().regex(/^[a-z-]+$/)).optional(),
    innovationKind: z.enum(INNOVATION_KINDS).optional(),
    funding: text.optional(),
    award: text.optional(),
    /** What has become of it since. */
    statusToday: text.optional(),
  })
  .refine(({ fromYear, toYear }) => !fromYear || !toYear || fromYear <= toYear, {
    message: 'catalogue.identity.yearsBackwards',
    path: ['toYear'],
  })

const Who = z.strictObject({
  parties: z.array(Party),
  suppliers: z.array(CaseSupplier),
  /** Several contracting authorities in one process. */
  joint: z.boolean(),
})

const Need = z.strictObject({
  text,
  forWhom: text.optional(),
  volume: text.optional(),
  costToday: text.optional(),
  rootCause: text.optional(),
  outcome: text.optional(),
  triedBefore: text.optional(),
})

/** The published words that one's own were made from; stays when they are changed. */
export const TakenFrom = z.strictObject({ case: CaseId, version: z.number().int().positive() })
export type TakenFrom = z.infer<typeof TakenFrom>

const taken = { takenFrom: TakenFrom.optional() }

const Requirement = z.strictObject({
  text,
  strength: z.enum(['must', 'should']).optional(),
  measuredBy: text.optional(),
  ...taken,
})

const MarketDialogue = z.strictObject({
  text: text.optional(),
  form: line.optional(),
  heldOn: z.array(day).optional(),
  participants: z.number().int().positive().optional(),
  learned: text.optional(),
  equalTreatment: text.optional(),
  /** What they asked the market, one by one. */
  questions: z.array(z.strictObject({ text, ...taken })).optional(),
})

const Competition = z.strictObject({
  /** BT-105; absent when the source does not say, and for pre-commercial procurement, which has no code. */
  procedure: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  text: text.optional(),
  notices: z.array(line).optional(),
  criteria: z.array(z.strictObject({ name: line, weight: line.optional(), ...taken })).optional(),
  phases: text.optional(),
  offers: z.number().int().nonnegative().optional(),
})

const Contract = z.strictObject({
  text: text.optional(),
  form: line.optional(),
  stopPoints: text.optional(),
  rights: text.optional(),
  options: text.optional(),
  valueBand: line.optional(),
})

const Reuse = z.strictObject({
  prerequisites: text.optional(),
  personDays: z.number().positive().optional(),
  /** A role mailbox; a named person is a choice of that person and not part of the content. */
  mailbox: z.email().optional(),
  documents: z.array(z.strictObject({ title: line, url: link, licence: line.optional() })).optional(),
  adoptedBy: z.array(z.strictObject({ name: line, changed: text.optional() })).optional(),
})

const Provenance = z.strictObject({
  confidence: z.enum(CONFIDENCES),
  note: text.optional(),
  sources: z.array(Source),
  verifiedOn: day.optional(),
  /** Where it lies in the archive of the one who answers for it, in that archive's own words. */
  archiveReference: line.optional(),
})

/** Everything a case tells, in the twelve blocks; a block that nobody has written is absent. */
export const CaseContent = z.strictObject({
  language: ContentLanguage,
  identity: Identity,
  who: Who,
  need: Need.optional(),
  userInvolvement: z.strictObject({ text }).optional(),
  requirements: z.array(Requirement).optional(),
  marketDialogue: MarketDialogue.optional(),
  competition: Competition.optional(),
  contract: Contract.optional(),
  /** How they went about it, in one sentence. */
  approach: text.optional(),
  /** The same by phase, in the words of the source; empty when the sentence does not tell phases apart. */
  steps: z.array(Step),
  effects: Effects,
  /** That there was none is a result too, and spares others the way. */
  noBenefit: z.strictObject({ reason: text }).optional(),
  stopped: Stopped.optional(),
  lessons: z.array(z.strictObject({ text })),
  reuse: Reuse.optional(),
  provenance: Provenance,
})
export type CaseContent = z.infer<typeof CaseContent>
