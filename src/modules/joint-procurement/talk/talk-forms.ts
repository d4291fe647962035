import { z } from 'zod'

const words = z.string().trim().max(5000, 'jointTalk.words.long')
const title = z.string().trim().min(3, 'jointTalk.title.short').max(300, 'jointTalk.title.long')
const reference = z.string().trim().max(120, 'jointTalk.reference.long')
const dayOrNone = z
  .string()
  .transform((typed) => (typed === '' ? null : typed))
  .pipe(z.iso.date('jointTalk.day.wrong').nullable())

export const JointNoteId = z.uuid().brand<'JointNoteId'>()
export type JointNoteId = z.infer<typeof JointNoteId>

/** A decision, as it is noted in the log. */
export const DecisionForm = z.object({
  decidedOn: z.iso.date('jointTalk.day.missing'),
  title,
  words,
  decidedBy: z.string().trim().min(2, 'jointTalk.decidedBy.missing').max(300, 'jointTalk.title.long'),
  archiveReference: reference,
})
export type DecisionForm = z.infer<typeof DecisionForm>

/** Something to be done; nobody is everybody. */
export const TaskForm = z.object({
  title,
  whose: z
    .string()
    .transform((typed) => (typed === '' ? null : typed))
    .pipe(z.uuid('jointTalk.whose.wrong').nullable()),
  dueOn: dayOrNone,
})
export type TaskForm = z.infer<typeof TaskForm>

export const QuestionForm = z.object({
  words: words.min(5, 'jointTalk.question.short'),
  answerBy: dayOrNone,
})
export type QuestionForm = z.infer<typeof QuestionForm>

export const ReplyForm = z.object({ words: words.min(1, 'jointTalk.reply.missing') })
export type ReplyForm = z.infer<typeof ReplyForm>
