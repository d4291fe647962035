import { readFile } from 'node:fs/promises'
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
} from 'openid-client'
import type { Clock } from '#src/platform/clock.ts'
import type { Config } from '#src/platform/config.ts'
import { StartRefusal } from '#src/platform/start-refusal.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { openidProvider } from './openid-provider.ts'

/** Digdir asks for a day at most; a provider that moves is found again within an hour. */
const RENEW_MS = 60 * 60 * 1000
const RETRY_MS = 60 * 1000
const TIMEOUT_S = 10

/** The provider that the settings name, found by what it publishes of itself. */
export async function discoveredProvider(
  config: Config,
  issuer: string,
  now: Clock,
): Promise<IdentityProvider> {
  const auth = await clientAuth(config)
  const {
    OIDC_NAME = new URL(issuer).host,
    OIDC_SCOPE: scope,
    OIDC_ACR_VALUES,
    OIDC_AUTHORIZATION_DETAILS,
  } = config
  return openidProvider({
    name: OIDC_NAME,
    configuration: renewed(() => discover(config.OIDC_CLIENT_ID ?? '', issuer, auth), now),
    parameters: {
      scope,
      ...(OIDC_ACR_VALUES && { acr_values: OIDC_ACR_VALUES }),
      ...(OIDC_AUTHORIZATION_DETAILS && { authorization_details: OIDC_AUTHORIZATION_DETAILS }),
    },
  })
}

async function discover(client: string, issuer: string, auth: ClientAuth): Promise<Configuration> {
  // The settings let nothing but a loopback address in demo mode be http.
  const insecure = new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : []
  return discovery(new URL(issuer), client, undefined, auth, {
    execute: [enableNonRepudiationChecks, ...insecure],
    timeout: TIMEOUT_S,
  })
}

async function clientAuth({ OIDC_CLIENT_SECRET, OIDC_CLIENT_KEY_FILE }: Config): Promise<ClientAuth> {
  if (!OIDC_CLIENT_KEY_FILE) return ClientSecretBasic(OIDC_CLIENT_SECRET)
  try {
    return PrivateKeyJwt(await readKey(OIDC_CLIENT_KEY_FILE))
  } catch {
    throw new StartRefusal('OIDC_CLIENT_KEY_FILE must name a file with a private key as JWK, RSA or EC.')
  }
}

async function readKey(file: string): Promise<{ key: CryptoKey; kid?: string }> {
  const { kid, ...jwk }: JsonWebKey & { kid?: string } = JSON.parse(await readFile(file, 'utf8'))
  const algorithm =
    jwk.kty === 'EC'
      ? { name: 'ECDSA', namedCurve: jwk.crv ?? 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign'])
  return kid === undefined ? { key } : { key, kid }
}

/**
 * The last answer, asked for anew when it is old. When the provider is silent an old one is better than none, and is
 * used until it has been asked once more.
 */
function renewed(load: () => Promise<Configuration>, now: Clock): () => Promise<Configuration> {
  let known: { readonly value: Configuration; readonly until: number } | null = null
  let loading: Promise<Configuration> | null = null
  const keep = (value: Configuration, forMs: number) => {
    known = { value, until: now().getTime() + forMs }
    return value
  }
  return async () => {
    if (known && known.until > now().getTime()) return known.value
    loading ??= load().finally(() => {
      loading = null
    })
    const old = known?.value
    return loading.then(
      (value) => keep(value, RENEW_MS),
      (error: unknown) => {
        if (!old) throw error
        return keep(old, RETRY_MS)
      },
    )
  }
}
