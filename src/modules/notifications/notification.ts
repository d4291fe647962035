import type { PersonId } from '#src/modules/identity/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { RecordedEvent } from '#src/platform/outbox/index.ts'
import type { Topic, Way } from './contract.ts'

/** Values of the text, as they were when it happened; the text is `notifications.kind.<kind>`. */
export type Facts = Readonly<Record<string, string | number>>

/** What one person is to be told, before their choice is looked at. */
export type Telling = {
  readonly person: PersonId
  readonly organisation: OrganisationId | null
  readonly facts: Facts
  /** Where it leads, without language. */
  readonly path: string
}

/** What a module offers so that those whom an event concerns hear of it; connected where the program is put together. */
export type Audience = {
  /** The kind of event. */
  readonly kind: string
  readonly topic: Topic
  /** Whom it concerns now. Whoever did it is not told of it; nobody is told twice of one event. */
  readonly tellings: (db: Database, event: RecordedEvent) => Promise<readonly Telling[]>
}

export type Notification = {
  readonly id: string
  readonly kind: string
  readonly topic: Topic
  readonly organisation: OrganisationId | null
  readonly facts: Facts
  readonly path: string
  readonly happenedAt: Date
  readonly readAt: Date | null
}

/** How much something is of use to whoever is told, where that is known: what is one's own always is. */
export function relevanceIn({ facts }: Pick<Notification, 'facts'>): number {
  return typeof facts.relevance === 'number' ? facts.relevance : Number.POSITIVE_INFINITY
}

/** What is one's own and what one follows first, as it happened; then what is of most use. */
export function mostRelevantFirst<Told extends Pick<Notification, 'facts'>>(
  notifications: readonly Told[],
): readonly Told[] {
  return notifications.toSorted((one, other) => {
    const [first, second] = [relevanceIn(one), relevanceIn(other)]
    return first === second ? 0 : second - first
  })
}

export type NewNotification = Telling & {
  readonly occasion: string
  readonly kind: string
  readonly topic: Topic
  readonly happenedAt: Date
  readonly way: Exclude<Way, 'none'>
}
