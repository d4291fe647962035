import { NeedId } from '#src/modules/needs/contract.ts'
import { findNeed, openNeedsAlike } from '#src/modules/needs/index.ts'
import type { Audience, Telling } from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import { organisationName, peopleThere } from './recipients.ts'

const TOLD = ['coordinator', 'contributor', 'network-leader'] as const

/** Whom it concerns when a need is announced: those who have announced, or are writing, one that is the same. */
export const needAudiences: readonly Audience[] = [
  { kind: 'need.announced', topic: 'needs', tellings: tellThoseAlike },
]

/** It goes by the need as it is when they are told: one that is closed to others by then is told to nobody. */
async function tellThoseAlike(db: Database, event: RecordedEvent): Promise<readonly Telling[]> {
  const id = NeedId.safeParse(event.subject)
  const need = id.success ? await findNeed(db, id.data) : null
  if (need?.status !== 'announced' || need.audience === 'own') return []
  // An organisation with several hears it once, by the one it changed last.
  const alike = (await openNeedsAlike(db, need)).toSorted((a, b) => +a.changedAt - +b.changedAt)
  const byOrganisation = new Map(alike.map((other) => [other.organisation, other]))
  const organisation = await organisationName(db, need.organisation)
  const told = [...byOrganisation].map(([theirs, own]) =>
    peopleThere(
      db,
      { organisation: theirs, roles: TOLD, at: event.occurredAt },
      {
        facts: { organisation, title: need.content.title, own: own.content.title },
        path: `/behov/${need.id}`,
      },
    ),
  )
  return (await Promise.all(told)).flat()
}
