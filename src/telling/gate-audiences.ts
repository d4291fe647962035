import { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { buyers, findProcurement, type JointProcurement } from '#src/modules/joint-procurement/index.ts'
import type { Audience, Telling } from '#src/modules/notifications/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried, organisationName, peopleThere } from './recipients.ts'

/** Whoever passes is a coordinator, so that is who is waited for. */
const PASSING = ['coordinator'] as const
const TOLD = ['coordinator', 'contributor', 'network-leader'] as const

/** Whom it concerns that the check before publication waits for them, and that everybody has passed it. */
export const gateAudiences: readonly Audience[] = [
  {
    kind: 'joint.gate-passed',
    topic: 'waiting',
    // The first of a round opens it for the others; each that follows is no news to those who still wait.
    tellings: async (db, event) => {
      const { payload } = event
      if (!isRecord(payload) || payload.opensRound !== true) return []
      const waiting = OrganisationId.array().catch([]).parse(payload.waiting)
      return tell(db, event, { to: () => waiting, roles: PASSING })
    },
  },
  {
    kind: 'joint.locked',
    topic: 'joint',
    tellings: (db, event) =>
      tell(db, event, { to: (one) => buyers(one).map(({ organisation }) => organisation), roles: TOLD }),
  },
]

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type To = {
  readonly to: (procurement: JointProcurement) => readonly OrganisationId[]
  readonly roles: typeof PASSING | typeof TOLD
}

async function tell(db: Database, event: RecordedEvent, { to, roles }: To): Promise<readonly Telling[]> {
  const id = ProcurementId.safeParse(event.subject)
  const procurement = id.success ? await findProcurement(db, id.data) : null
  if (!procurement) return []
  const { organisation } = carried(event)
  const facts = {
    title: procurement.title,
    organisation: await organisationName(db, organisation('organisation')),
  }
  const said = { facts, path: `/fellesanskaffelser/${procurement.id}/kontroll` }
  const told = await Promise.all(
    to(procurement).map((one) => peopleThere(db, { organisation: one, roles, at: event.occurredAt }, said)),
  )
  return told.flat()
}
