import { DemandId } from '#src/modules/needs/contract.ts'
import { findDemand, memberOrganisations } from '#src/modules/needs/index.ts'
import type { Audience, Telling } from '#src/modules/notifications/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried, organisationName, peopleThere } from './recipients.ts'

const WRITERS = ['coordinator', 'contributor', 'network-leader', 'consultant'] as const
const TOPIC = 'needs'

/** Whom it concerns that several need the same together: whoever is asked decides, whoever leads keeps count. */
export const demandAudiences: readonly Audience[] = [
  { kind: 'demand.asked', topic: 'waiting', tellings: tellConcerned },
  { kind: 'demand.handed-over', topic: 'waiting', tellings: tellConcerned },
  { kind: 'demand.joined', topic: TOPIC, tellings: tellLead },
  { kind: 'demand.left', topic: TOPIC, tellings: tellLead },
  { kind: 'demand.declined', topic: TOPIC, tellings: tellLead },
  { kind: 'demand.dissolved', topic: TOPIC, tellings: tellMembers },
]

/** The coordinators of the one it is about: they decide. */
async function tellConcerned(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const one = carried(event).organisation('concerns')
  return tell(db, event, { organisations: one ? [one] : [], roles: ['coordinator'] })
}

async function tellLead(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const demand = await demandOf(db, event)
  return tell(db, event, { organisations: demand ? [demand.lead] : [], roles: WRITERS })
}

/** Everybody who was in it when it ended. */
async function tellMembers(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const demand = await demandOf(db, event)
  const left = demand?.needs.filter(
    ({ status, decidedAt }) => status === 'left' && decidedAt?.getTime() === demand.endedAt?.getTime(),
  )
  const organisations = [...new Set(left?.map(({ organisation }) => organisation) ?? [])]
  return tell(db, event, { organisations, roles: ['coordinator'] })
}

type Told = {
  readonly organisations: readonly OrganisationId[]
  readonly roles: typeof WRITERS | readonly ['coordinator']
}

async function tell(
  db: Database,
  event: RecordedEvent,
  { organisations, roles }: Told,
): Promise<readonly Telling[]> {
  const demand = await demandOf(db, event)
  if (!demand) return []
  const organisation = await organisationName(db, carried(event).organisation('organisation'))
  const said = {
    facts: { organisation, title: demand.title, members: memberOrganisations(demand).length },
    path: `/felles-behov/${demand.id}`,
  }
  const told = await Promise.all(
    organisations.map((one) => peopleThere(db, { organisation: one, roles, at: event.occurredAt }, said)),
  )
  return told.flat()
}

function demandOf(db: Database, event: RecordedEvent) {
  const id = DemandId.safeParse(event.subject)
  return id.success ? findDemand(db, id.data) : Promise.resolve(null)
}
