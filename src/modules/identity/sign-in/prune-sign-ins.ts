import type { SessionDeps } from '#src/modules/identity/sessions/find-session.ts'
import { lastAlive } from '#src/modules/identity/sessions/find-session.ts'
import { deleteDeadSessions } from '#src/modules/identity/sessions/sessions-repository.ts'
import type { Job } from '#src/platform/jobs/index.ts'
import { ok } from '#src/platform/result.ts'
import { SIGN_IN_MS } from './begin-sign-in.ts'
import { deleteNewcomersBefore } from './newcomers-repository.ts'
import { deleteSignInsBefore } from './sign-ins-repository.ts'
import { NEWCOMER_MS } from './welcome-newcomer.ts'

const EVERY_MS = 15 * 60 * 1000

/** Removes what has run out: sign-ins that never came back, newcomers who did not stay, sessions that have ended. */
export async function pruneSignIns({ db, now, limits }: SessionDeps): Promise<number> {
  const at = now()
  const before = (ms: number) => new Date(at.getTime() - ms)
  return (
    (await deleteSignInsBefore(db, before(SIGN_IN_MS))) +
    (await deleteNewcomersBefore(db, before(NEWCOMER_MS))) +
    (await deleteDeadSessions(db, { at, seenAfter: lastAlive(at, limits) }))
  )
}

export function signInPruning(deps: SessionDeps): Job {
  return {
    name: 'prune-sign-ins',
    nextAfter: (moment) => new Date(moment.getTime() + EVERY_MS),
    run: async () => ok({ removed: await pruneSignIns(deps) }),
  }
}
