import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { addressesAt } from './addresses.ts'
import { documentationPage, documentationStyle } from './documentation.ts'
import { type ApiProgram, circumstances } from './endpoint.ts'
import { endpoints } from './endpoints.ts'
import { entrance } from './entrance.ts'
import { openApiDocument } from './openapi.ts'
import { LARGEST_BODY } from './read-body.ts'

const CORS_METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PATCH']
const SEEN_BY_SCRIPTS = [
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'Content-Disposition',
  'Idempotency-Replayed',
  'WWW-Authenticate',
  'X-Request-Id',
]
const KEPT_WITHOUT_BODY = [
  ...RETAINED_304_HEADERS,
  'link',
  'access-control-allow-origin',
  'access-control-expose-headers',
]

/**
 * The API, version 1: what is published here, for other programs, and what they write for those who give them a key.
 *
 * What is published needs no key. Every answer comes from `endpoints.ts`, which the OpenAPI document and the
 * documentation page are made from too, so that they cannot say different things. Mount it at `API_PATH`.
 */
export function createApi(program: ApiProgram): Hono {
  const api = new Hono()
  api.use(
    // A key is sent by the program itself and never by a browser, so pages on other sites may do what it may.
    cors({ origin: '*', allowMethods: CORS_METHODS, exposeHeaders: SEEN_BY_SCRIPTS, maxAge: 86_400 }),
    etag({ weak: true, retainedHeaders: KEPT_WITHOUT_BODY }),
    keepWhatIsOpen,
    bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => tooLarge(context, program) }),
  )
  for (const [path, methods] of Map.groupBy(answers(), ([path]) => path)) {
    for (const [, method, answer] of methods) api.on(method, path, (context) => answer(context, program))
    const allowed = methods.flatMap(([, method]) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    api.all(path, (context) => notPossible(context, program, [...allowed, 'OPTIONS']))
  }
  api.all('*', (context) => nothingHere(context, program))
  api.onError((error, context) => unexpected(error, context, program))
  return api
}

type Answer = (context: Context, program: ApiProgram) => Response | Promise<Response>

function answers(): readonly (readonly [path: string, method: string, answer: Answer])[] {
  return [
    ['/', 'GET', (context, program) => entrance(circumstances(context, program).origin)],
    [
      '/openapi.json',
      'GET',
      (context, program) => context.json(openApiDocument(circumstances(context, program).origin)),
    ],
    ['/docs', 'GET', (context, program) => documentationPage(circumstances(context, program).origin)],
    ['/docs.css', 'GET', documentationStyle],
    ...endpoints.map(
      ({ path, method, respond }) =>
        [path.replace(/\{(\w+)\}/g, ':$1'), method.toUpperCase(), afterStart(respond)] as const,
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

function notPossible(context: Context, program: ApiProgram, allowed: readonly string[]): Response {
  return circumstances(context, program).problem({
    kind: 'method-not-allowed',
    detail: `${context.req.method} is not possible here; use ${allowed.join(', ')}.`,
    headers: { allow: allowed.join(', ') },
  })
}

function tooLarge(context: Context, program: ApiProgram): Response {
  const detail = `The body may be at most ${LARGEST_BODY} bytes.`
  return circumstances(context, program).problem({ kind: 'body-too-large', detail })
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

/** What is open to everybody may be kept for a minute; what somebody is shown by a key is kept by nobody. */
const keepWhatIsOpen: MiddlewareHandler = async (context, next) => {
  await next()
  const { headers } = context.res
  headers.append('vary', 'Authorization')
  const isOpen =
    context.req.header('authorization') === undefined && ['GET', 'HEAD'].includes(context.req.method)
  if (headers.get('cache-control') === 'no-store') return
  if (!isOpen) headers.set('cache-control', 'private, no-store')
  else if (!headers.has('cache-control'))
    headers.set('cache-control', 'public, max-age=60, stale-while-revalidate=600')
}
