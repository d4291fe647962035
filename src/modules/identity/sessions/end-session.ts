import type { Actor } from '#src/modules/identity/actor.ts'
import type { SessionId } from '#src/modules/identity/contract.ts'
import { digestOf } from '#src/modules/identity/secret.ts'
import type { Database } from '#src/platform/database.ts'
import type { ProviderSession } from './session.ts'
import {
  deleteSession,
  deleteSessionByToken,
  deleteSessionsAtProvider,
  deleteSessionsOf,
} from './sessions-repository.ts'

/** Signs out one browser of the person; what is left to do at the provider, or null when there was no such session. */
export function endSession(
  { db }: { db: Database },
  { personId }: Actor,
  session: SessionId,
): Promise<ProviderSession | null> {
  return deleteSession(db, { person: personId, session })
}

/** Signs out everywhere, also here; answers how many browsers that were. */
export function endAllSessions({ db }: { db: Database }, { personId }: Actor): Promise<number> {
  return deleteSessionsOf(db, personId)
}

/** Ends whatever session a browser came with, before it gets a new one. */
export function endSessionOf({ db }: { db: Database }, token: string): Promise<void> {
  return deleteSessionByToken(db, digestOf(token))
}

/** The provider tells that the person has signed out there. */
export function endSessionsAtProvider({ db }: { db: Database }, providerSession: string): Promise<void> {
  return deleteSessionsAtProvider(db, providerSession)
}
