import { createServer as createHttpServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { type IdentityProvider, sessionLimits } from '#src/modules/identity/index.ts'
import { casePapers } from '#src/web/papers/case-papers.ts'
import { jointPapers } from '#src/web/papers/joint-papers.ts'
import { marketPapers } from '#src/web/papers/market-papers.ts'
import {
  actorContext,
  programContext,
  requestContext,
  signedInContext,
  signInContext,
  type WebProgram,
} from './context.ts'
import { demoProviderProxy } from './demo-provider-proxy.ts'
import { documentFiles } from './document-files.ts'
import { formSizes, hurryForms, UPLOAD_MS } from './form-limits.ts'
import { gettingReady } from './getting-ready.ts'
import { healthRoutes } from './health.ts'
import { publicOrigin } from './public-origin.ts'
import { rateLimits } from './rate-limits.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import { rememberPages } from './remember-pages.ts'
import { requestLog } from './request-log.ts'
import { type SecurityVariables, securityHeaders } from './security-headers.ts'
import { seoFiles } from './seo-files.ts'
import { isPersonal, type SessionVariables, sessions } from './sessions.ts'

const BUILD = 'build/web'

export type { WebProgram }

export type WebOptions = {
  /** The public API, mounted under `/api/v1`. */
  readonly api?: Hono
  /** By whom people sign in; without one nobody does. */
  readonly provider?: IdentityProvider | null
}

type App = Hono<{ Variables: SecurityVariables & SessionVariables }>

/**
 * The whole site as one Hono app: health, files, the API, and pages for everything else.
 *
 * The pages are read from the build, while all they call is read from source, so that there is one copy of it.
 */
export async function createWeb(
  program: WebProgram,
  { api, provider = null }: WebOptions = {},
): Promise<App> {
  const app: App = new Hono()
  app.use(requestLog(program))
  app.use(securityHeaders({ https: program.config.BASE_URL.startsWith('https:') }))
  app.use(compress({ threshold: 1024 }))
  app.route('/', healthRoutes(program))
  serveBuiltFiles(app)
  const limits = rateLimits(program.config)
  app.use('/api/v1/*', limits.api)
  if (api) app.route('/api/v1', api)
  app.use(gettingReady(program))
  app.use(refuseCrossSite(program.config))
  app.use(limits.forms)
  if (provider?.demo) app.route('/', demoProviderProxy(program, provider.demo))
  app.use(sessions(program))
  app.use(limits.formsOfPerson)
  app.use(
    rememberPages({
      version: program.search.generation,
      now: program.now,
      isPersonal: isPersonal(program.config),
    }),
  )
  app.route('/', seoFiles(program))
  app.route('/', casePapers(program))
  app.route('/', jointPapers(program))
  app.route('/', documentFiles(program))
  app.route('/', marketPapers(program))
  app.use(formSizes())
  await servePages(app, program, provider)
  app.onError((error, c) => {
    program.log.error({ requestId: c.get('requestId'), err: error }, 'request failed')
    return c.text(`Noe gikk galt hos oss. Referanse: ${c.get('requestId')}`, 500)
  })
  return app
}

function serveBuiltFiles(app: App): void {
  const root = `${BUILD}/client`
  app.use(
    '/assets/*',
    serveStatic({
      root,
      precompressed: true,
      onFound: (_, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.all('/assets/*', (c) => c.text('Not found', 404))
  for (const file of ['favicon.svg', 'og.png']) {
    app.get(
      `/${file}`,
      serveStatic({ root, onFound: (_, c) => c.header('cache-control', 'public, max-age=86400') }),
    )
  }
}

async function servePages(app: App, program: WebProgram, provider: IdentityProvider | null): Promise<void> {
  const build: ServerBuild = await import(pathToFileURL(resolve(BUILD, 'server/index.js')).href)
  const handle = createRequestHandler(build, 'production')
  const signIn = { provider, limits: sessionLimits(program.config) }
  app.all('*', (c) => {
    const url = new URL(c.req.url)
    const origin = publicOrigin(program.config, url)
    const context = new RouterContextProvider()
    context.set(programContext, program)
    context.set(requestContext, { requestId: c.get('requestId'), nonce: c.get('nonce'), origin })
    context.set(signInContext, signIn)
    context.set(signedInContext, c.get('signedIn'))
    context.set(actorContext, c.get('signedIn')?.actor ?? null)
    return handle(fromOrigin(c.req.raw, origin, url), context)
  })
}

/** Behind a proxy the request carries an inner address; the origin check of forms must see the public one. */
function fromOrigin(request: Request, origin: string, url: URL): Request {
  return origin === url.origin ? request : new Request(`${origin}${url.pathname}${url.search}`, request)
}

export type RunningWeb = { readonly url: string; readonly stop: (graceSeconds?: number) => Promise<void> }

/** Listens; `stop` takes no new requests, lets those under way finish, and cuts what is left after the grace. */
export async function startWeb(
  app: Pick<Hono, 'fetch'>,
  { host, port }: { host: string; port: number },
): Promise<RunningWeb> {
  const answer = getRequestListener(app.fetch)
  const server = createHttpServer((request, response) => {
    hurryForms(request)
    return answer(request, response)
  })
  server.requestTimeout = UPLOAD_MS
  server.headersTimeout = 10_000
  server.keepAliveTimeout = 65_000
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, listening)
  })
  const bound = server.address()
  const actualPort = typeof bound === 'object' && bound ? bound.port : port
  const shownHost = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${shownHost}:${actualPort}`,
    stop: (graceSeconds = 10) => drain(server, graceSeconds),
  }
}

function drain(server: Server, graceSeconds: number): Promise<void> {
  return new Promise((done) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000)
    // A connection whose last answer is sent would else be kept open for a next request.
    const hangUp = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(hangUp)
      done()
    })
  })
}
