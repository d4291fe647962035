import { interactionPolicy, type JWK, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import { newSecret } from '#src/modules/identity/secret.ts'
import { LANGUAGES } from '#src/platform/language.ts'
import { isLoopback } from '#src/platform/loopback.ts'
import { DEMO_ISSUER, DEMO_PEOPLE } from './demo-people.ts'
import { demoProviderStorage } from './demo-provider-storage.ts'

/** Where the site shows the demo provider; the rest of the address is the provider's own. */
export const DEMO_PROVIDER_PATH = '/demo-innlogging/oidc'
export const DEMO_CLIENT = 'spydspiss'
/** Where people come back to. */
const CALLBACK = '/logg-inn/tilbake'
const SESSION_COOKIE = 'demo-innlogging-okt'
const SCOPE = 'openid profile email'

type Making = {
  readonly secret: string
  /** The address people use. */
  readonly baseUrl: string
  readonly key: JWK
  readonly onError: (error: Error) => void
}

/** A provider that asks nobody for consent, remembers nobody in the browser, and lets our own page ask who one is. */
export function createDemoProvider({ secret, baseUrl, key, onError }: Making): Provider {
  const provider = new Provider(DEMO_ISSUER, {
    adapter: demoProviderStorage,
    jwks: { keys: [key] },
    clients: [
      {
        client_id: DEMO_CLIENT,
        client_secret: secret,
        redirect_uris: [`http://localhost${CALLBACK}`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: {
      keys: [newSecret()],
      names: { session: SESSION_COOKIE, interaction: 'demo-innlogging', resume: 'demo-innlogging-videre' },
    },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => {
      const person = DEMO_PEOPLE.find((one) => one.key === id)
      if (!person) return undefined
      const { name, email } = person
      return { accountId: id, claims: () => ({ sub: id, name, email, email_verified: true }) }
    },
    interactions: { policy: onlyWho(), url: (_, { uid, params }) => pagePath(params.ui_locales, uid) },
    loadExistingGrant: grantEverything,
    pkce: { required: () => true },
    renderError: beginAnew,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  })
  provider.proxy = true
  provider.Client.prototype.redirectUriAllowed = (value) => isOurCallback(value, baseUrl)
  provider.on('server_error', (_, error) => onError(error))
  provider.use((ctx, next) => {
    // Whoever signs in anew is asked anew.
    ctx.req.headers.cookie = without(SESSION_COOKIE, ctx.req.headers.cookie ?? '')
    return next()
  })
  return provider
}

/** A key of this run of the program only. */
export async function newDemoKey(): Promise<JWK> {
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  )
  const { kty, n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey('jwk', privateKey)
  return { kty, n, e, d, p, q, dp, dq, qi, use: 'sig', alg: 'RS256' } as JWK
}

/** Only who one is, since there is nothing to consent to. */
function onlyWho(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}

async function grantEverything(ctx: KoaContextWithOIDC) {
  const { provider, client, session } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(SCOPE)
  await grant.save()
  return grant
}

/** What it cannot go on with, such as a sign-in that is too old, leads back to where one begins. */
function beginAnew(ctx: KoaContextWithOIDC): void {
  ctx.redirect('/logg-inn?feil=unknownSignIn')
}

/** The site itself; on this machine under whatever name and port it was asked at. */
function isOurCallback(value: string, baseUrl: string): boolean {
  if (!URL.canParse(value)) return false
  const { origin, hostname, pathname } = new URL(value)
  const isHere = origin === baseUrl || (isLoopback(new URL(baseUrl).hostname) && isLoopback(hostname))
  return isHere && pathname === CALLBACK
}

function pagePath(locales: unknown, uid: string): string {
  const language = LANGUAGES.find((one) => one === locales) ?? 'nb'
  return `${language === 'nb' ? '' : `/${language}`}/demo-innlogging/${uid}`
}

function without(name: string, cookies: string): string {
  return cookies
    .split(';')
    .filter((cookie) => !cookie.trim().startsWith(name))
    .join(';')
}
