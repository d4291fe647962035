import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { addressesAt } from './addresses.ts'
import { documentationPage, documentationStyle } from './documentation.ts'
import { type ApiProgram, circumstances } from './endpoint.ts'
import { endpoints } from './endpoints.ts'
import { entrance } from './entrance.ts'
import { openApiDocument } from './openapi.ts'

const READ_METHODS = ['GET', 'HEAD', 'OPTIONS']
const SEEN_BY_SCRIPTS = ['ETag', 'Link', 'Location', 'Retry-After', 'Content-Disposition', 'X-Request-Id']
const KEPT_WITHOUT_BODY = [
  ...RETAINED_304_HEADERS,
  'link',
  'access-control-allow-origin',
  'access-control-expose-headers',
]

/**
 * The public API, version 1: what is published here, for other programs.
 *
 * It only reads, and needs no key. Every answer comes from `endpoints.ts`, which the OpenAPI document and the
 * documentation page are made from too, so that they cannot say different things. Mount it at `API_PATH`.
 */
export function createApi(program: ApiProgram): Hono {
  const api = new Hono()
  api.use(
    cors({ origin: '*', allowMethods: READ_METHODS, exposeHeaders: SEEN_BY_SCRIPTS, maxAge: 86_400 }),
    etag({ weak: true, retainedHeaders: KEPT_WITHOUT_BODY }),
    keepForAMinute,
  )
  for (const [path, answer] of answers()) {
    api.get(path, (context) => answer(context, program))
    api.all(path, (context) => onlyRead(context, program))
  }
  api.all('*', (context) => nothingHere(context, program))
  api.onError((error, context) => unexpected(error, context, program))
  return api
}

type Answer = (context: Context, program: ApiProgram) => Response | Promise<Response>

function answers(): readonly (readonly [path: string, answer: Answer])[] {
  return [
    ['/', (context, program) => entrance(circumstances(context, program).origin)],
    [
      '/openapi.json',
      (context, program) => context.json(openApiDocument(circumstances(context, program).origin)),
    ],
    ['/docs', (context, program) => documentationPage(circumstances(context, program).origin)],
    ['/docs.css', documentationStyle],
    ...endpoints.map(
      ({ path, respond }) => [path.replace(/\{(\w+)\}/g, ':$1'), afterStart(respond)] as const,
    ),
  ]
}

/** While the program prepares its data an answer would be half of one. */
function afterStart(respond: Answer): Answer {
  return (context, program) =>
    program.preparing() === null
      ? respond(context, program)
      : circumstances(context, program).problem({
          kind: 'starting',
          detail: 'The database is being prepared. Ask again in a few seconds.',
          headers: { 'retry-after': '5' },
        })
}

function onlyRead(context: Context, program: ApiProgram): Response {
  return circumstances(context, program).problem({
    kind: 'method-not-allowed',
    detail: `${context.req.method} is not possible here; use ${READ_METHODS.join(', ')}.`,
    headers: { allow: READ_METHODS.join(', ') },
  })
}

function nothingHere(context: Context, program: ApiProgram): Response {
  const { url, origin, problem } = circumstances(context, program)
  if (url.pathname.endsWith('/')) {
    return context.redirect(`${origin}${url.pathname.replace(/\/+$/, '')}${url.search}`, 308)
  }
  return problem({
    kind: 'unknown-address',
    detail: `There is nothing at ${url.pathname}. ${addressesAt(origin, 'nb').api('docs')} lists what there is.`,
  })
}

function unexpected(error: Error, context: Context, program: ApiProgram): Response {
  const requestId: unknown = context.get('requestId')
  program.log.error({ requestId, err: error }, 'an API request failed')
  return circumstances(context, program).problem({
    kind: 'unexpected',
    detail: 'The fault is ours, and has been written in our log. Asking again later may help.',
    ...(typeof requestId === 'string' ? { requestId } : {}),
  })
}

const keepForAMinute: MiddlewareHandler = async (context, next) => {
  await next()
  const { headers } = context.res
  if (!headers.has('cache-control'))
    headers.set('cache-control', 'public, max-age=60, stale-while-revalidate=600')
}
