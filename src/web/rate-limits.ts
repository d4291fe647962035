import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { messagesIn } from '#src/messages/index.ts'
import type { Config } from '#src/platform/config.ts'
import { clientAddress } from './client-address.ts'
import { inLanguage, languageOf, pageAt } from './paths.ts'
import { plainPage } from './plain-page.ts'
import type { SessionVariables } from './sessions.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * How much is taken from one sender in a minute, in each process; of wishes to have something removed, which need no
 * sign-in and each take the time of an editor, in an hour. Far above what a town hall does behind one address,
 * and far below what would keep others waiting.
 */
export const LIMITS = {
  signIns: 120,
  forms: 300,
  formsOfPerson: 240,
  api: 1200,
  removals: 20,
} as const

type Limits = {
  /** By address: forms of whatever kind, and sign-ins most of all. */
  readonly forms: MiddlewareHandler
  /** By person, wherever they sit. */
  readonly formsOfPerson: MiddlewareHandler<{ Variables: SessionVariables }>
  readonly api: MiddlewareHandler
}

export function rateLimits({ TRUSTED_PROXIES }: Pick<Config, 'TRUSTED_PROXIES'>): Limits {
  const addressOf = clientAddress(TRUSTED_PROXIES)
  const [signIns, forms, people, api, removals] = [
    limiter(LIMITS.signIns),
    limiter(LIMITS.forms),
    limiter(LIMITS.formsOfPerson),
    limiter(LIMITS.api),
    limiter(LIMITS.removals, HOUR),
  ]
  return {
    forms: async (c, next) => {
      const kinds = [
        ...(isSignIn(c) ? [signIns] : []),
        ...(isForm(c) ? [forms] : []),
        ...(isRemoval(c) ? [removals] : []),
      ]
      for (const kind of kinds) {
        const seconds = await secondsToWait(kind, addressOf(c))
        if (seconds !== null) return tooMany(c, seconds)
      }
      return next()
    },
    formsOfPerson: async (c, next) => {
      const person = c.get('signedIn')?.actor.personId
      const seconds = person && isForm(c) ? await secondsToWait(people, person) : null
      return seconds === null ? next() : tooMany(c, seconds)
    },
    api: async (c, next) => {
      const seconds = await secondsToWait(api, addressOf(c))
      return seconds === null ? next() : tooManyOverApi(c, seconds)
    },
  }
}

function limiter(points: number, duration = MINUTE): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration })
}

async function secondsToWait(kind: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await kind.consume(key)
    return null
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
  }
}

function isForm({ req }: Context): boolean {
  return req.method !== 'GET' && req.method !== 'HEAD'
}

/** Beginning to sign in, or coming back: each asks the database, and most of them the provider. */
function isSignIn(c: Context): boolean {
  const path = inLanguage(c.req.path, 'nb')
  return path === '/logg-inn' ? isForm(c) : path.startsWith('/logg-inn/')
}

function isRemoval(c: Context): boolean {
  return isForm(c) && pageAt(c.req.path) === 'askForRemoval'
}

function tooMany(c: Context, seconds: number): Response | Promise<Response> {
  const language = languageOf(c.req.path)
  const { t } = messagesIn(language)
  const html = plainPage(language, {
    title: t('site.refused.tooMany.title'),
    text: t('site.refused.tooMany', { seconds }),
  })
  return c.html(html, 429, { 'retry-after': String(seconds), 'cache-control': 'no-store' })
}

function tooManyOverApi(c: Context, seconds: number): Response {
  return c.json(
    {
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail: `Try again in ${seconds} seconds.`,
    },
    429,
    { 'content-type': 'application/problem+json', 'retry-after': String(seconds) },
  )
}
