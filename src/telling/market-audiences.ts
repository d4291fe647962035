import { findMatter, type Matter, matterRef, suppliersIn } from '#src/modules/needs/index.ts'
import type { Audience, Telling } from '#src/modules/notifications/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { carried, organisationName, peopleThere } from './recipients.ts'

const WRITERS = ['coordinator', 'contributor', 'network-leader', 'consultant'] as const
const TOPIC = 'needs'

/**
 * Whom it concerns what is said in a market: the announcers of what suppliers say, every supplier in it of what a buyer
 * says. What was said stands in no notification, only that something was, and where.
 */
export const marketAudiences: readonly Audience[] = [
  { kind: 'market.answered', topic: TOPIC, tellings: tellAnnouncers },
  { kind: 'market.withdrawn', topic: TOPIC, tellings: tellAnnouncers },
  { kind: 'market.asked', topic: TOPIC, tellings: tellAnnouncers },
  { kind: 'market.told', topic: TOPIC, tellings: tellSuppliers },
  { kind: 'market.summary-published', topic: TOPIC, tellings: tellSuppliers },
]

/** Those who write for one that had announced it when it happened: they are named in the event, and nobody is added. */
async function tellAnnouncers(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const matter = await matterOf(db, event)
  if (!matter) return []
  const organisation = await organisationName(db, carried(event).organisation('organisation'))
  const page =
    event.kind === 'market.asked' ? `${pathOf(matter)}#markedet` : `${pathOf(matter)}/utjevningslogg`
  const said = { facts: { organisation, title: matter.title }, path: page }
  const told = await Promise.all(
    concernedBy(event).map((one) =>
      peopleThere(db, { organisation: one, roles: WRITERS, at: event.occurredAt }, said),
    ),
  )
  return told.flat()
}

/** All suppliers in it alike, where everybody may still read it. */
async function tellSuppliers(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const matter = await matterOf(db, event)
  if (matter?.audience !== 'all') return []
  const organisation = await organisationName(db, carried(event).organisation('organisation'))
  const isSummary = event.kind === 'market.summary-published'
  const path = isSummary ? `${pathOf(matter)}/oppsummering` : `${pathOf(matter)}#markedet`
  const said = { facts: { organisation, title: matter.title }, path }
  const told = await Promise.all(
    (await suppliersIn(db, matter)).map((one) =>
      peopleThere(db, { organisation: one, roles: ['supplier'], at: event.occurredAt }, said),
    ),
  )
  return told.flat()
}

function matterOf(db: Database, event: RecordedEvent): Promise<Matter | null> {
  const kind = carried(event).text('matter') === 'demand' ? 'demand' : 'need'
  const ref = matterRef(kind, event.subject)
  return ref ? findMatter(db, ref) : Promise.resolve(null)
}

function concernedBy({ payload }: RecordedEvent): readonly OrganisationId[] {
  const listed =
    payload !== null && typeof payload === 'object' && 'concerns' in payload ? payload.concerns : []
  return Array.isArray(listed) ? listed.flatMap((one) => OrganisationId.safeParse(one).data ?? []) : []
}

function pathOf({ kind, id }: Matter): string {
  return `/${kind === 'need' ? 'behov' : 'felles-behov'}/${id}`
}
