import type { MiddlewareHandler } from 'hono'
import { newId } from '#src/platform/ids.ts'
import type { Log } from '#src/platform/log.ts'
import type { SecurityVariables } from './security-headers.ts'

const GIVEN_ID = /^[\w-]{8,64}$/

/**
 * One line for every request, and an id that follows it through the log.
 *
 * The query is left out: people describe needs in it, and sometimes themselves.
 */
export function requestLog(log: Log, now: () => number = performance.now.bind(performance)): MiddlewareHandler<{ Variables: SecurityVariables }> {
  return async (c, next) => {
    const given = c.req.header('x-request-id')
    const requestId = given && GIVEN_ID.test(given) ? given : newId()
    c.set('requestId', requestId)
    const start = now()
    await next()
    c.res.headers.set('x-request-id', requestId)
    const { method, path } = c.req
    if (path.startsWith('/assets/') || path.startsWith('/health/')) return
    log.info({ requestId, method, path, status: c.res.status, milliseconds: Math.round(now() - start) }, 'request')
  }
}
