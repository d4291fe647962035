import type { MiddlewareHandler } from 'hono'
import { newId } from '#src/platform/ids.ts'
import { withRequestId } from '#src/platform/log.ts'
import type { Program } from '#src/program.ts'
import { PAGES, type PageName, pageAt } from './paths.ts'
import type { SecurityVariables } from './security-headers.ts'

const GIVEN_ID = /^[\w-]{8,64}$/
const SECRET: ReadonlySet<PageName> = new Set(['followRemoval', 'stopMail', 'demoPeople'])
const UNLOGGED = /^\/(assets|health)\//

/**
 * An id that follows the request through the log, a line when it is answered, and its time among the metrics.
 *
 * The query is left out: people describe needs in it, and sometimes themselves.
 */
export function requestLog({
  log,
  metrics,
}: Pick<Program, 'log' | 'metrics'>): MiddlewareHandler<{ Variables: SecurityVariables }> {
  return async (c, next) => {
    const given = c.req.header('x-request-id')
    const requestId = given && GIVEN_ID.test(given) ? given : newId()
    c.set('requestId', requestId)
    const start = performance.now()
    await withRequestId(requestId, next)
    const milliseconds = performance.now() - start
    const { method, path } = c.req
    const { status, headers } = c.res
    headers.set('x-request-id', requestId)
    metrics.request({ method, route: routeOf(path), status, seconds: milliseconds / 1000 })
    if (!UNLOGGED.test(path))
      log.info(
        { requestId, method, path: withoutSecret(path), status, milliseconds: Math.round(milliseconds) },
        'request',
      )
  }
}

/** An address that opens something by itself must not be found in a log. */
function withoutSecret(path: string): string {
  const page = pageAt(path)
  return page && SECRET.has(page) ? PAGES[page].path : path
}

/** The pattern of an address, since there are endlessly many addresses. */
function routeOf(path: string): string {
  const page = pageAt(path)
  if (page) return PAGES[page].path
  return /^\/(api\/v1|assets|health)\b/.exec(path)?.[0] ?? 'other'
}
