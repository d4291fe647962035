import { createServer } from 'node:http'
import { type AdapterPayload, interactionPolicy, type JWK, Provider } from 'oidc-provider'
import { newDemoKey } from '#src/modules/identity/demo/create-demo-provider.ts'
import { demoProviderStorage } from '#src/modules/identity/demo/demo-provider-storage.ts'
import { type Config, readConfig } from '#src/platform/config.ts'
import { freePort } from './running-site.ts'

export const SITE = 'http://localhost:3999'
const CLIENT = { id: 'the-site', secret: 'a secret of this test' }

/** Who signs in at the provider, and what it says of them. */
export type Account = { readonly sub: string } & Readonly<Record<string, unknown>>

export type TestProvider = {
  readonly issuer: string
  /** The settings of a site that people sign in to here. */
  readonly config: Config
  /** The next to sign in; null says no. */
  readonly next: (account: Account | null) => void
  /** What a browser does that is sent there: it comes back with this address. */
  readonly follow: (start: URL) => Promise<URL>
  readonly stop: () => Promise<void>
}

/**
 * A real provider of OpenID Connect on this machine: found by its issuer, with state, nonce, PKCE and signatures as any.
 * Its claims lie in the ID token, as those of Ansattporten do.
 */
export async function startProvider(
  settings: Record<string, string> = {},
  clientKey?: JWK,
): Promise<TestProvider> {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  let account: Account | null = null
  const provider = await createProvider(issuer, () => account, clientKey)
  const answer = provider.callback()
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const result = account
      ? { login: { accountId: account.sub } }
      : { error: 'access_denied', error_description: 'The person said no' }
    void provider.interactionFinished(request, response, result)
  })
  await new Promise<void>((listening) => server.listen(port, 'localhost', listening))
  return {
    issuer,
    config: readConfig({
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Prøveporten',
      OIDC_SCOPE: 'openid profile',
      ...settings,
    }),
    next: (one) => {
      account = one
    },
    follow,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}

async function createProvider(
  issuer: string,
  account: () => Account | null,
  clientKey: JWK | undefined,
): Promise<Provider> {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  const provider = new Provider(issuer, {
    adapter: demoProviderStorage,
    jwks: { keys: [await newDemoKey()] },
    clients: [
      {
        client_id: CLIENT.id,
        ...(clientKey
          ? { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [publicHalf(clientKey)] } }
          : { client_secret: CLIENT.secret }),
        redirect_uris: [`${SITE}/logg-inn/tilbake`],
        post_logout_redirect_uris: [`${SITE}/logg-ut`],
      },
    ],
    cookies: { keys: ['of this test'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'pid', 'sid', 'name', 'email', 'email_verified', 'authorization_details'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ ...account(), sub: id }) as AdapterPayload & Account,
    }),
    interactions: { policy, url: (_, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    features: { devInteractions: { enabled: false } },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  })
  return provider
}

function publicHalf({ kty, n, e, use, alg }: JWK): JWK {
  return { kty, n, e, use, alg, kid: 'key-1' } as JWK
}

/** Goes where it is sent, with cookies, until it is sent back to the site. */
async function follow(start: URL): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = start
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`)
    at = new URL(location, at)
    if (at.origin === SITE) return at
  }
  throw new Error('The provider sends people in circles')
}
