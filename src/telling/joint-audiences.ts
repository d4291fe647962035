import { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { findProcurement, type JointProcurement } from '#src/modules/joint-procurement/index.ts'
import type { Audience, Facts, Telling } from '#src/modules/notifications/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried, organisationName, peopleThere } from './recipients.ts'

/** To answer or to lead binds, so that waits for the coordinator; the others may want to know what it is about. */
const TOLD = ['coordinator', 'contributor', 'network-leader'] as const

type Carried = ReturnType<typeof carried>
type Kind = {
  readonly kind: string
  readonly topic: Audience['topic']
  readonly to: (joint: JointProcurement, event: Carried) => readonly (OrganisationId | null)[]
  /** Whom the sentence names, where that is not the one the event is about. */
  readonly names?: (joint: JointProcurement) => OrganisationId
  readonly facts?: (event: Carried) => Facts
}

const theOneItIsAbout: Kind['to'] = (_, event) => [event.organisation('organisation')]
const theLead: Kind['to'] = ({ lead }) => [lead]
const everybodyIn: Kind['to'] = ({ participants }) =>
  participants.filter(({ status }) => status === 'interested').map(({ organisation }) => organisation)

const KINDS: readonly Kind[] = [
  { kind: 'joint.invited', topic: 'waiting', to: theOneItIsAbout, names: ({ lead }) => lead },
  {
    kind: 'joint.answered',
    topic: 'joint',
    to: theLead,
    facts: ({ text }) => ({ answer: text('answer') }),
  },
  {
    kind: 'joint.stepped',
    topic: 'joint',
    to: everybodyIn,
    facts: ({ text }) => ({ step: selectable(text('to')) }),
  },
  {
    kind: 'joint.awaited',
    topic: 'waiting',
    to: theOneItIsAbout,
    facts: ({ text }) => ({ step: selectable(text('step')) }),
  },
  {
    kind: 'joint.ended',
    topic: 'joint',
    to: everybodyIn,
    facts: ({ text }) => ({ outcome: text('outcome') }),
  },
  { kind: 'joint.lead-proposed', topic: 'waiting', to: theOneItIsAbout },
  {
    kind: 'joint.lead-answered',
    topic: 'joint',
    to: everybodyIn,
    facts: ({ text }) => ({ answer: text('answer') }),
  },
]

/** A step as a message chooses its words by it: a choice has no hyphens. */
function selectable(step: string): string {
  return step.replaceAll('-', '')
}

/** Whom it concerns what happens on the way of those who buy together. */
export const jointAudiences: readonly Audience[] = KINDS.map((one) => ({
  kind: one.kind,
  topic: one.topic,
  tellings: (db, event) => tell(db, event, one),
}))

async function tell(
  db: Database,
  event: RecordedEvent,
  { to, names, facts }: Kind,
): Promise<readonly Telling[]> {
  const id = ProcurementId.safeParse(event.subject)
  const joint = id.success ? await findProcurement(db, id.data) : null
  if (!joint) return []
  const about = carried(event)
  const named = names ? names(joint) : about.organisation('organisation')
  const said = {
    facts: { title: joint.title, organisation: await organisationName(db, named), ...facts?.(about) },
    path: `/fellesanskaffelser/${joint.id}`,
  }
  const told = await Promise.all(
    to(joint, about).map((organisation) =>
      peopleThere(db, { organisation, roles: TOLD, at: event.occurredAt }, said),
    ),
  )
  return told.flat()
}
