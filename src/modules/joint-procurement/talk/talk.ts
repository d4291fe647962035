import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { JointNoteId } from './talk-forms.ts'

export type Decision = {
  readonly id: JointNoteId
  readonly decidedOn: Temporal.PlainDate
  readonly title: string
  readonly words: string
  readonly decidedBy: string
  readonly archiveReference: string | null
  readonly notedFor: OrganisationId
  readonly notedAt: Date
}

export type Task = {
  readonly id: JointNoteId
  readonly title: string
  /** Whose turn it is; null is everybody's. */
  readonly whose: OrganisationId | null
  readonly dueOn: Temporal.PlainDate | null
  readonly version: number
  readonly addedAt: Date
  readonly doneAt: Date | null
}

export type Reply = { readonly organisation: OrganisationId; readonly words: string; readonly at: Date }

export type Question = {
  readonly id: JointNoteId
  readonly words: string
  readonly answerBy: Temporal.PlainDate | null
  readonly askedFor: OrganisationId
  readonly askedAt: Date
  /** Of those who have answered, the first first. */
  readonly replies: readonly Reply[]
}

/** What is said and decided between those who take part. */
export type Talk = {
  readonly decisions: readonly Decision[]
  readonly tasks: readonly Task[]
  readonly questions: readonly Question[]
}

/** Whether the day has passed without its being done. */
export function isLate(
  { dueOn, doneAt }: Pick<Task, 'dueOn' | 'doneAt'>,
  today: Temporal.PlainDate,
): boolean {
  return doneAt === null && dueOn !== null && Temporal.PlainDate.compare(dueOn, today) < 0
}
