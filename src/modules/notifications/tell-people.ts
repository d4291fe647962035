import type { Database } from '#src/platform/database.ts'
import { handleEvents, type RecordedEvent } from '#src/platform/outbox/index.ts'
import { choicesOf } from './choices-repository.ts'
import type { Audience, Telling } from './notification.ts'
import { insertNotification } from './notifications-repository.ts'

const CONSUMER = 'notifications'
const BATCH = 200

/**
 * Reads what has happened since last and notes it for those whom it concerns, as they have chosen to hear of it.
 * Answers how many events were read. An event is told once, however often the program dies on the way: the place in
 * the stream moves in the same transaction.
 */
export async function tellPeople(db: Database, audiences: readonly Audience[]): Promise<number> {
  const byKind = new Map(audiences.map((audience) => [audience.kind, audience]))
  let read = 0
  for (;;) {
    const handled = await handleEvents(db, {
      consumer: CONSUMER,
      limit: BATCH,
      handle: async (tx, events) => {
        for (const event of events) {
          const audience = byKind.get(event.kind)
          if (audience) await tell(tx, event, audience)
        }
      },
    })
    read += handled
    if (handled < BATCH) return read
  }
}

async function tell(tx: Database, event: RecordedEvent, audience: Audience): Promise<void> {
  const tellings = await audience.tellings(tx, event)
  const actor = whoDidIt(event)
  for (const telling of tellings) {
    if (telling.person !== actor) await tellOne(tx, telling, { event, audience })
  }
}

async function tellOne(
  tx: Database,
  telling: Telling,
  { event, audience: { topic } }: { event: RecordedEvent; audience: Audience },
): Promise<void> {
  const way = (await choicesOf(tx, telling.person))[topic]
  if (way === 'none') return
  await insertNotification(tx, {
    ...telling,
    occasion: `event ${event.position.seq}`,
    kind: event.kind,
    topic,
    happenedAt: event.occurredAt,
    way,
  })
}

/** Events say who did it as `by`. */
function whoDidIt({ payload }: RecordedEvent): unknown {
  return payload !== null && typeof payload === 'object' && 'by' in payload ? payload.by : null
}
