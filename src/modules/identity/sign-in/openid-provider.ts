import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type {
  DemoDoor,
  IdentityProvider,
  ProvenIdentity,
  ProviderFailure,
  SignInChecks,
} from './identity-provider.ts'
import { readIdentity } from './read-identity.ts'

type Settings = {
  readonly name: string
  /** What the provider says of itself; `callback` is where it will send people back. */
  readonly configuration: (callback: URL) => Promise<Configuration>
  /** What else the question to the provider holds (`scope`, `acr_values`, `authorization_details`). */
  readonly parameters: Readonly<Record<string, string>>
  readonly demo?: DemoDoor
  readonly close?: () => Promise<void>
}

/** A provider by OpenID Connect, whatever it is. */
export function openidProvider({ name, configuration, parameters, demo, close }: Settings): IdentityProvider {
  return {
    name,
    begin: async ({ state, nonce, codeVerifier }, { callback, language }) => {
      const challenge = await calculatePKCECodeChallenge(codeVerifier)
      return trying(async () =>
        buildAuthorizationUrl(await configuration(callback), {
          ...parameters,
          redirect_uri: callback.href,
          ui_locales: language,
          state,
          nonce,
          code_challenge: challenge,
          code_challenge_method: 'S256',
        }),
      )
    },
    finish: (callback, checks) =>
      trying(async () => exchange(await configuration(callback), callback, checks)),
    signOutAddress: async (idToken, returnTo) => {
      const known = await trying(() => configuration(returnTo))
      if (!known.ok || !known.value.serverMetadata().end_session_endpoint) return null
      return buildEndSessionUrl(known.value, {
        post_logout_redirect_uri: returnTo.href,
        ...(idToken && { id_token_hint: idToken }),
      })
    },
    demo: demo ?? null,
    close: close ?? (async () => {}),
  }
}

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers

/** The code against tokens; state, nonce, issuer, audience, times and signature are checked on the way. */
async function exchange(
  configuration: Configuration,
  callback: URL,
  { state, nonce, codeVerifier }: SignInChecks,
): Promise<ProvenIdentity> {
  const tokens = await authorizationCodeGrant(configuration, callback, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || !tokens.id_token) throw new Error('There is no ID token where one was demanded')
  return readIdentity({ ...(await moreClaims(configuration, tokens, claims)), ...claims }, tokens.id_token)
}

/** Many providers tell the name in an answer of its own. One that tells none is asked of the person. */
async function moreClaims(
  configuration: Configuration,
  tokens: Tokens,
  { sub, name }: { readonly sub: string; readonly name?: unknown },
): Promise<Readonly<Record<string, unknown>>> {
  if (name !== undefined || !configuration.serverMetadata().userinfo_endpoint) return {}
  return fetchUserInfo(configuration, tokens.access_token, sub)
}

async function trying<Value>(work: () => Promise<Value>): Promise<Result<Value, ProviderFailure>> {
  try {
    return ok(await work())
  } catch (error) {
    return fail(toFailure(error))
  }
}

const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])
const SAID_NO = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required'])

/** Only codes are taken out of an error: its cause may hold the whole ID token. */
function toFailure(error: unknown): ProviderFailure {
  if (error instanceof AuthorizationResponseError) {
    const kind = SAID_NO.has(error.error)
      ? 'refusedThere'
      : /^(server_error|temporarily_unavailable)$/.test(error.error)
        ? 'providerDown'
        : 'notTrusted'
    return { kind, reason: code(error.error) }
  }
  const reason = error instanceof Error && 'code' in error ? code(error.code) : 'unknown'
  // Without a code it is the network: a name that is not found, a connection that is refused.
  const isUnreachable = UNREACHABLE.has(reason) || (error instanceof TypeError && reason === 'unknown')
  return { kind: isUnreachable ? 'providerDown' : 'notTrusted', reason }
}

function code(text: unknown): string {
  return typeof text === 'string' && /^[\w-]{1,60}$/.test(text) ? text : 'unknown'
}
