import { createServer, type RequestListener } from 'node:http'
import type { Provider } from 'oidc-provider'
import {
  allowInsecureRequests,
  ClientSecretBasic,
  Configuration,
  enableNonRepudiationChecks,
} from 'openid-client'
import { newSecret } from '#src/modules/identity/secret.ts'
import type { DemoDoor, IdentityProvider } from '#src/modules/identity/sign-in/identity-provider.ts'
import { openidProvider } from '#src/modules/identity/sign-in/openid-provider.ts'
import { createDemoProvider, DEMO_CLIENT, DEMO_PROVIDER_PATH, newDemoKey } from './create-demo-provider.ts'
import { DEMO_ISSUER, DEMO_PEOPLE } from './demo-people.ts'

type Starting = {
  /** The address people use. */
  readonly baseUrl: string
  readonly onError: (error: Error) => void
}

/** A provider of sign-in that lets anyone be one of the demo people; there is none in production. */
export async function startDemoProvider({ baseUrl, onError }: Starting): Promise<IdentityProvider> {
  const secret = newSecret()
  const provider = createDemoProvider({ secret, baseUrl, key: await newDemoKey(), onError })
  const server = createServer(requestListener(provider, onError))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  return openidProvider({
    name: 'Spydspiss',
    configuration: async ({ origin }) => configuration({ origin, address, secret }),
    parameters: { scope: 'openid profile email', prompt: 'login' },
    demo: { address, path: DEMO_PROVIDER_PATH, ...door(provider) },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  })
}

/** The provider knows its own part of an address by what the whole address has and the request has not. */
function requestListener(provider: Provider, onError: Starting['onError']): RequestListener {
  const answer = provider.callback()
  return (request, response) => {
    const whole = request.url ?? '/'
    Object.assign(request, { originalUrl: whole })
    request.url = whole.startsWith(DEMO_PROVIDER_PATH) ? whole.slice(DEMO_PROVIDER_PATH.length) || '/' : '/'
    answer(request, response).catch(onError)
  }
}

function door(provider: Provider): Pick<DemoDoor, 'isWaiting' | 'become'> {
  return {
    isWaiting: async (sign) => (await provider.Interaction.find(sign)) !== undefined,
    become: async (sign, key) => {
      const waiting = await provider.Interaction.find(sign)
      if (!waiting || !DEMO_PEOPLE.some((person) => person.key === key)) return null
      waiting.result = { login: { accountId: key, remember: false } }
      await waiting.persist()
      return waiting.returnTo
    },
  }
}

type Addresses = { readonly origin: string; readonly address: string; readonly secret: string }

/** The browser is sent to the site itself, wherever it was asked; the program speaks with the provider directly. */
function configuration({ origin, address, secret }: Addresses): Configuration {
  const behind = `${address}${DEMO_PROVIDER_PATH}`
  const known = new Configuration(
    {
      issuer: DEMO_ISSUER,
      authorization_endpoint: `${origin}${DEMO_PROVIDER_PATH}/auth`,
      token_endpoint: `${behind}/token`,
      userinfo_endpoint: `${behind}/me`,
      jwks_uri: `${behind}/jwks`,
      authorization_response_iss_parameter_supported: true,
    },
    DEMO_CLIENT,
    undefined,
    ClientSecretBasic(secret),
  )
  allowInsecureRequests(known)
  enableNonRepudiationChecks(known)
  return known
}
