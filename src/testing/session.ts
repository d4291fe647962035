import type { Actor } from '#src/modules/identity/index.ts'
import { beginSession, chooseOrganisation, findSession, sessionLimits } from '#src/modules/identity/index.ts'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { cookiesOf } from '#src/web/cookies.ts'

/**
 * A browser in which the person is signed in and acts for the same organisation: the `cookie` header of its requests.
 * A form it sends must also say where it comes from, with `origin`.
 */
export async function aSession(
  db: Database,
  actor: Actor,
  { at = new Date(), config = readConfig({}) } = {},
): Promise<string> {
  const deps = { db, now: () => at, limits: sessionLimits(config) }
  const token = await beginSession(deps, {
    person: actor.personId,
    device: 'Firefox · Linux',
    idTokenKey: null,
    providerSession: null,
  })
  const signedIn = await findSession(deps, token)
  if (!signedIn) throw new Error('A session that was just begun is not there')
  if (actor.organisation) await chooseOrganisation({ db }, signedIn, actor.organisation)
  return `${cookiesOf(config).session.name}=${token}`
}
