import type { MiddlewareHandler } from 'hono'
import type { Clock } from '#src/platform/clock.ts'

const MOST_PAGES = 400
const LARGEST_BYTES = 200_000
/** What changes without the data changing (a deadline that passes) is right again within so long. */
const KEPT_MS = 30_000

type Page = {
  readonly version: number
  readonly until: number
  readonly body: ArrayBuffer
  readonly headers: readonly (readonly [string, string])[]
}

type Options = {
  /** Another number whenever what the pages show has changed. */
  readonly version: () => number
  readonly now: Clock
  /** Whether the request comes from somebody in particular; other cookies change nothing. */
  readonly isPersonal: (headers: Headers) => boolean
}

/**
 * Keeps the pages that were rendered last, for readers who are nobody in particular.
 *
 * A page is the same for everyone who has no session; it is kept while the data stand still, and half a minute at
 * most. So a popular page costs what it costs to send, and is there while an import has the database.
 */
export function rememberPages({ version, now, isPersonal }: Options): MiddlewareHandler {
  const pages = new Map<string, Page>()
  return async (c, next) => {
    const { method, headers } = c.req.raw
    if (method !== 'GET' || headers.has('authorization') || isPersonal(headers)) return next()
    const key = c.req.url
    const known = pages.get(key)
    if (known && known.version === version() && known.until > now().getTime()) {
      return c.body(known.body, 200, Object.fromEntries(known.headers))
    }
    pages.delete(key)
    const seen = version()
    await next()
    const page = await toPage(c.res, { version: seen, until: now().getTime() + KEPT_MS })
    if (!page) return
    pages.set(key, page)
    const [oldest] = pages.keys()
    if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest)
  }
}

async function toPage(answer: Response, kept: Pick<Page, 'version' | 'until'>): Promise<Page | null> {
  const isPage = answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')
  const isKept = !/no-store/.test(answer.headers.get('cache-control') ?? '')
  if (!isPage || !isKept || answer.headers.has('set-cookie')) return null
  const body = await answer.clone().arrayBuffer()
  return body.byteLength > LARGEST_BYTES ? null : { ...kept, body, headers: [...answer.headers] }
}
