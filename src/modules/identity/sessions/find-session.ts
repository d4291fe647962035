import type { PersonId } from '#src/modules/identity/contract.ts'
import { dayOf } from '#src/modules/identity/day.ts'
import { isHere } from '#src/modules/identity/person.ts'
import { digestOf } from '#src/modules/identity/secret.ts'
import { choicesOf, toActor } from '#src/modules/identity/standing.ts'
import { standingsOf } from '#src/modules/identity/standings-repository.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { actsFor, SEEN_EVERY_MS, type Session, type SessionLimits, type SignedIn } from './session.ts'
import { findLiveSession, markSeen, sessionsOf } from './sessions-repository.ts'

export type SessionDeps = { readonly db: Database; readonly now: Clock; readonly limits: SessionLimits }

/** Who comes with the token, and for whom; null when the session has ended or run out, or the person has left. */
export async function findSession({ db, now, limits }: SessionDeps, token: string): Promise<SignedIn | null> {
  const at = now()
  const found = await findLiveSession(db, digestOf(token), { at, seenAfter: lastAlive(at, limits) })
  if (!found || !isHere(found.person)) return null
  const standings = await standingsOf(db, { person: found.person.id, on: dayOf(at) })
  const choices = choicesOf(standings)
  if (at.getTime() - found.seenAt.getTime() >= SEEN_EVERY_MS) await markSeen(db, found.id, at)
  return {
    session: found.id,
    actor: toActor(found.person, standings, actsFor(found.organisation, choices)),
    choices,
  }
}

/** Where the person is signed in now, the latest used first. */
export function listSessions(
  { db, now, limits }: SessionDeps,
  person: PersonId,
): Promise<readonly Session[]> {
  const at = now()
  return sessionsOf(db, person, { at, seenAfter: lastAlive(at, limits) })
}

/** A session that was last seen then or before has run out. */
export function lastAlive(at: Date, { idleMs }: SessionLimits): Date {
  return new Date(at.getTime() - idleMs)
}
