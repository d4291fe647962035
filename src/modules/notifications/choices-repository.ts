import type { PersonId } from '#src/modules/identity/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { type Choices, TOPICS, type Topic, USUAL_WAY, type Way } from './contract.ts'
import './tables.ts'

/** How the person wants to hear of each topic. */
export async function choicesOf(db: Database, person: PersonId): Promise<Choices> {
  const rows = await db
    .selectFrom('notification_choice')
    .select(['topic', 'way'])
    .where('person_id', '=', person)
    .execute()
  const chosen = new Map<Topic, Way>(rows.map(({ topic, way }) => [topic, way]))
  return Object.fromEntries(TOPICS.map((topic) => [topic, chosen.get(topic) ?? USUAL_WAY[topic]])) as Choices
}

/** Writes down what the person has chosen; what has been told already is not called back. */
export async function saveChoices(tx: Database, person: PersonId, choices: Partial<Choices>): Promise<void> {
  for (const [topic, way] of Object.entries(choices) as [Topic, Way][])
    await tx
      .insertInto('notification_choice')
      .values({ person_id: person, topic, way })
      .onConflict((conflict) => conflict.columns(['person_id', 'topic']).doUpdateSet({ way }))
      .execute()
}
