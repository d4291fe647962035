import { dayOf } from '#src/modules/identity/index.ts'
import {
  boundBy,
  daysAhead,
  type JointContract,
  nextFollowUp,
} from '#src/modules/joint-procurement/contracts/contract-of-joint.ts'
import {
  buyers,
  interested,
  type JointProcurement,
  type Participant,
} from '#src/modules/joint-procurement/joint-procurement.ts'
import type { Talk } from '#src/modules/joint-procurement/talk/talk.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { duesOf, type Measurement, type RollOutStep } from './benefit.ts'

/** So many months before a contract ends, or an option must be used, one is reminded; the nearest that has come counts. */
const BEFORE = {
  end: [12, 6, 3],
  'latest-end': [12, 6, 3],
  option: [3, 1],
} as const
const FOLLOW_UP_DAYS = 14
/** So many days before a task or a question is due, unless it came to be later than that. */
const DAYS_BEFORE = [7, 1] as const
const ABOUT = ['benefit', 'follow-up', 'end', 'latest-end', 'option', 'task', 'question'] as const

export type Reminder = {
  readonly organisation: OrganisationId
  /** What it is, and of which day: somebody who has been reminded of that is not reminded again. */
  readonly occasion: string
  readonly about: (typeof ABOUT)[number]
  readonly on: Temporal.PlainDate
  /** The supplier of a contract, how many months after it was taken into use, or what is to be done. */
  readonly what: string
}

export type Known = {
  readonly one: JointProcurement
  readonly contracts: readonly JointContract[]
  readonly steps: readonly RollOutStep[]
  readonly measurements: readonly Measurement[]
  readonly talk: Pick<Talk, 'tasks' | 'questions'>
  readonly today: Temporal.PlainDate
}

/** What each should be reminded of today, whether it has been or not. */
export function remindersOf(known: Known): readonly Reminder[] {
  const outcome = known.one.ended?.outcome ?? 'closed'
  if (outcome !== 'closed') return []
  const ofContracts = known.contracts.flatMap((contract) => [
    ...endsOf(contract, known),
    ...followUpsOf(contract, known),
  ])
  return [...benefitsOf(known), ...ofContracts, ...tasksOf(known), ...questionsOf(known)]
}

function tasksOf({ one, talk, today }: Known): readonly Reminder[] {
  return talk.tasks.flatMap(({ id, title, whose, dueOn, addedAt, doneAt }) => {
    const days = doneAt ? null : daysBefore(dueOn, { since: addedAt, today })
    if (days === null || dueOn === null) return []
    return interested(one)
      .filter(({ organisation }) => whose === null || whose === organisation)
      .map(({ organisation }) => ({
        organisation,
        occasion: `task ${id} ${dueOn} ${days}`,
        about: 'task',
        on: dueOn,
        what: title,
      }))
  })
}

function questionsOf({ one, talk, today }: Known): readonly Reminder[] {
  return talk.questions.flatMap(({ id, answerBy, askedFor, askedAt, replies }) => {
    const days = daysBefore(answerBy, { since: askedAt, today })
    if (days === null || answerBy === null) return []
    const silent = ({ organisation }: Participant) =>
      organisation !== askedFor && !replies.some((reply) => reply.organisation === organisation)
    return interested(one)
      .filter(silent)
      .map(({ organisation }) => ({
        organisation,
        occasion: `question ${id} ${answerBy} ${days}`,
        about: 'question',
        on: answerBy,
        what: '',
      }))
  })
}

/** How many days before the day one is to be reminded now; null when it is too early, too late, or new. */
function daysBefore(
  on: Temporal.PlainDate | null,
  { since, today }: { readonly since: Date; readonly today: Temporal.PlainDate },
): number | null {
  if (on === null || Temporal.PlainDate.compare(on, today) < 0) return null
  const began = Temporal.PlainDate.from(dayOf(since))
  const come = DAYS_BEFORE.findLast((days) => {
    const reminded = on.subtract({ days })
    return Temporal.PlainDate.compare(reminded, today) <= 0 && Temporal.PlainDate.compare(began, reminded) < 0
  })
  return come ?? null
}

function benefitsOf({ one, steps, measurements, today }: Known): readonly Reminder[] {
  const organisations = buyers(one).map(({ organisation }) => organisation)
  return duesOf({ organisations, steps, measurements, today })
    .filter(({ isPast }) => isPast)
    .map(({ organisation, months, on }) => ({
      organisation,
      occasion: `benefit ${months} ${on}`,
      about: 'benefit',
      on,
      what: `${months}`,
    }))
}

function endsOf(contract: JointContract, { one, today }: Known): readonly Reminder[] {
  return daysAhead(contract).flatMap(({ kind, on }) => {
    if (Temporal.PlainDate.compare(on, today) < 0) return []
    const months = BEFORE[kind].findLast(
      (before) => Temporal.PlainDate.compare(on.subtract({ months: before }), today) <= 0,
    )
    if (months === undefined) return []
    return boundBy(contract, one).map((organisation) => ({
      organisation,
      occasion: `${kind} ${contract.id} ${on} ${months}`,
      about: kind,
      on,
      what: contract.supplierName,
    }))
  })
}

function followUpsOf(contract: JointContract, { one, today }: Known): readonly Reminder[] {
  const on = nextFollowUp(contract, today)
  if (!on || Temporal.PlainDate.compare(on, today.add({ days: FOLLOW_UP_DAYS })) > 0) return []
  const organisation = contract.organisation ?? one.lead
  const occasion = `follow-up ${contract.id} ${on}`
  return [{ organisation, occasion, about: 'follow-up', on, what: contract.supplierName }]
}
