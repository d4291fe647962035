import { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { findProcurement, type JointProcurement } from '#src/modules/joint-procurement/index.ts'
import type { Audience, Facts, Telling } from '#src/modules/notifications/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried, organisationName, peopleThere } from './recipients.ts'

const TOLD = ['coordinator', 'contributor', 'network-leader'] as const

type Kind = {
  readonly kind: string
  readonly topic: Audience['topic']
  /** The room it is told in. */
  readonly room: string
  /** Whom of those who take part; everybody when absent. */
  readonly whom?: (event: RecordedEvent) => OrganisationId | 'everybody' | null
}

const KINDS: readonly Kind[] = [
  { kind: 'joint.withdrawn', topic: 'waiting', room: 'samtale#trukket' },
  { kind: 'joint.decision-noted', topic: 'joint', room: 'samtale#vedtakslogg' },
  {
    kind: 'joint.task-added',
    topic: 'waiting',
    room: 'samtale#oppgaver',
    whom: (event) => carried(event).organisation('whose') ?? 'everybody',
  },
  { kind: 'joint.question-asked', topic: 'waiting', room: 'samtale#sporsmal-til-alle' },
  {
    kind: 'joint.question-answered',
    topic: 'joint',
    room: 'samtale#sporsmal-til-alle',
    whom: (event) => carried(event).organisation('askedFor'),
  },
  { kind: 'joint.meeting-called', topic: 'waiting', room: 'moter' },
  { kind: 'joint.meeting-changed', topic: 'waiting', room: 'moter' },
  { kind: 'joint.meeting-cancelled', topic: 'waiting', room: 'moter' },
  { kind: 'joint.complaint-noted', topic: 'waiting', room: 'kontrakt' },
  { kind: 'joint.contract-noted', topic: 'joint', room: 'kontrakt' },
  { kind: 'joint.deviation-noted', topic: 'joint', room: 'kontrakt' },
  {
    kind: 'joint.reminder',
    topic: 'waiting',
    room: 'kontrakt',
    whom: (event) => carried(event).organisation('organisation'),
  },
  { kind: 'joint.shared', topic: 'joint', room: 'gevinst' },
]

/** Whom it concerns what happens in a joint procurement: those who take part. */
export const jointLifeAudiences: readonly Audience[] = KINDS.map((one) => ({
  kind: one.kind,
  topic: one.topic,
  tellings: (db, event) => tellThoseWithin(db, event, one),
}))

async function tellThoseWithin(db: Database, event: RecordedEvent, one: Kind): Promise<readonly Telling[]> {
  const id = ProcurementId.safeParse(event.subject)
  const joint = id.success ? await findProcurement(db, id.data) : null
  if (!joint) return []
  const said = { facts: await factsOf(db, event), path: pathOf(event, one) }
  const tellings = await Promise.all(
    organisationsTold(joint, one.whom ? one.whom(event) : 'everybody').map((organisation) =>
      peopleThere(db, { organisation, roles: TOLD, at: event.occurredAt }, said),
    ),
  )
  return tellings.flat()
}

function organisationsTold(
  { participants }: JointProcurement,
  whom: OrganisationId | 'everybody' | null,
): readonly OrganisationId[] {
  const within = participants.filter(({ status }) => status === 'interested')
  const told = whom === 'everybody' ? within : within.filter(({ organisation }) => organisation === whom)
  return told.map(({ organisation }) => organisation)
}

/** Where what one is reminded of is told; what is about a contract, in the room of contracts. */
const ROOM_OF_REMINDER: Readonly<Record<string, string>> = {
  benefit: 'gevinst',
  task: 'samtale#oppgaver',
  question: 'samtale#sporsmal-til-alle',
}

function pathOf(event: RecordedEvent, { room }: Kind): string {
  const { text } = carried(event)
  const meeting = text('meeting')
  const told = ROOM_OF_REMINDER[text('about')] ?? (meeting ? `moter/${meeting}` : room)
  return `/fellesanskaffelser/${event.subject}/${told}`
}

async function factsOf(db: Database, event: RecordedEvent): Promise<Facts> {
  const { text, organisation } = carried(event)
  return {
    organisation: await organisationName(db, organisation('organisation')),
    title: text('title'),
    what: text('what'),
    // The texts choose by it, and can have no hyphen there.
    about: text('about').replaceAll('-', ''),
    on: noonOf(text('on')),
  }
}

/** A day as the texts write days, which take an instant; 0 where there is none. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`) || 0
}
