import { z } from 'zod'
import { AnswerKind, LevellingDecision, MarketAnswerId, Openness } from '#src/modules/needs/contract.ts'

const LONGEST = 5000

const words = z.string().trim().min(20, 'market.words.short').max(LONGEST, 'market.words.long')
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'ja')
const nothing = z
  .string()
  .trim()
  .transform((typed) => typed || null)

/** What a supplier fills in to answer, in the order of the page: so is what is wrong told. */
export const AnswerForm = z
  .object({
    kind: z.enum(AnswerKind.options, 'market.kind.missing'),
    words,
    link: nothing.pipe(
      z
        .url({ protocol: /^https?$/, error: 'market.link.wrong' })
        .max(500)
        .nullable(),
    ),
    openness: z.enum(Openness.options, 'market.openness.missing'),
    secretBecause: z.string().trim().max(1000, 'market.reason.long'),
    hidesName: ticked,
  })
  .refine(({ openness, secretBecause }) => openness === 'open' || secretBecause.length >= 10, {
    message: 'market.secretBecause.missing',
    path: ['secretBecause'],
  })
export type AnswerForm = z.infer<typeof AnswerForm>

/** What is decided of one answer in the levelling log. */
export const DecisionForm = z
  .object({
    decision: z.enum(LevellingDecision.options, 'market.decision.missing'),
    reason: z.string().trim().min(5, 'market.reason.missing').max(1000, 'market.reason.long'),
    summary: z.string().trim().max(2000, 'market.words.long'),
    /** How many decisions stood there when the form was opened. */
    seen: z.coerce.number().int().min(0),
  })
  .refine(({ decision, summary }) => decision !== 'in-summary' || summary.length >= 10, {
    message: 'market.summary.missing',
    path: ['summary'],
  })
export type DecisionForm = z.infer<typeof DecisionForm>

/** What a buyer tells everybody: by itself, or as a reply to an answer or a question. */
export const MessageForm = z.object({
  words: z.string().trim().min(5, 'market.message.short').max(LONGEST, 'market.words.long'),
  answer: MarketAnswerId.nullable(),
  question: z.uuid().nullable(),
  /** That the writer has looked it over, and that nothing told in confidence is in it. */
  checked: ticked,
})
export type MessageForm = z.infer<typeof MessageForm>

export const QuestionForm = z.object({
  words: z.string().trim().min(10, 'market.question.short').max(2000, 'market.words.long'),
})
export type QuestionForm = z.infer<typeof QuestionForm>

export const SummaryForm = z.object({
  words: z.string().trim().min(20, 'market.words.short').max(20_000, 'market.summary.long'),
  archiveReference: nothing.pipe(z.string().max(100, 'market.archive.long').nullable()).default(null),
  /** The version that stood there when the form was opened; 0 when there was none. */
  seen: z.coerce.number().int().min(0),
})
export type SummaryForm = z.infer<typeof SummaryForm>
