import type { MiddlewareHandler } from 'hono'
import { findSession, type SignedIn, sessionLimits } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { cookiesOf } from './cookies.ts'

export type SessionVariables = {
  /** Null for a reader who has not signed in. */
  signedIn: SignedIn | null
}

type Ground = { readonly db: Database; readonly now: Clock; readonly config: Config }

/**
 * Who sends the request, by the session cookie. A request without one asks the database nothing.
 *
 * What is shown to one who is signed in is kept by nobody on the way, nor by the browser after signing out.
 */
export function sessions({ db, now, config }: Ground): MiddlewareHandler<{ Variables: SessionVariables }> {
  const { session } = cookiesOf(config)
  const limits = sessionLimits(config)
  return async (c, next) => {
    const token = session.read(c.req.raw.headers)
    const signedIn = token && (await findSession({ db, now, limits }, token))
    c.set('signedIn', signedIn || null)
    await next()
    if (!token) return
    c.res.headers.set('cache-control', 'private, no-store')
    c.res.headers.append('vary', 'cookie')
    if (!signedIn && !c.res.headers.getSetCookie().some((one) => one.startsWith(`${session.name}=`))) {
      c.res.headers.append('set-cookie', session.clear())
    }
  }
}

/** Whether the request comes from somebody in particular: one who is signed in, or about to be. */
export function isPersonal(config: Pick<Config, 'BASE_URL'>): (headers: Headers) => boolean {
  const { session, newcomer } = cookiesOf(config)
  return (headers) => session.read(headers) !== null || newcomer.read(headers) !== null
}
