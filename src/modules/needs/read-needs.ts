import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { NeedId } from './contract.ts'
import type { Need } from './need.ts'
import {
  announcedNeeds,
  findNeed,
  type KeptVersion,
  needsByIds,
  needsOf,
  versionsOf,
} from './needs-repository.ts'
import { mayReadNeed, type Reader } from './policy.ts'

/** One that this reader may know of; null for every other, whether it exists or not. */
export async function readNeed(db: Database, reader: Reader, id: string): Promise<Need | null> {
  const known = NeedId.safeParse(id)
  const found = known.success ? await findNeed(db, known.data) : null
  return found && mayReadNeed(reader, found) ? found : null
}

/** What is announced now, of what this reader may see, the newest first. */
export async function readableNeeds(db: Database, reader: Reader): Promise<readonly Need[]> {
  return (await announcedNeeds(db)).filter((need) => mayReadNeed(reader, need))
}

/** Those of these ids that this reader may see. */
export async function seenNeeds(
  db: Database,
  reader: Reader,
  ids: readonly string[],
): Promise<readonly Need[]> {
  const known = ids.flatMap((id) => NeedId.safeParse(id).data ?? [])
  return (await needsByIds(db, known)).filter((need) => mayReadNeed(reader, need))
}

/** Everything of those whom somebody acts for, drafts and what is closed too. */
export async function ownNeeds(db: Database, actor: Actor): Promise<readonly Need[]> {
  const needs = await needsOf(db, actor.actsFor)
  return needs.filter((need) => mayReadNeed(actor, need))
}

/** The states a need has had, as far as this reader might have read them. */
export async function needHistory(db: Database, reader: Reader, need: Need): Promise<readonly KeptVersion[]> {
  const versions = await versionsOf(db, need.id)
  return versions.filter(({ audience }) => mayReadNeed(reader, { ...need, audience }))
}
