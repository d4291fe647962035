import { digestOf, newSecret } from '#src/modules/identity/secret.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { ok, type Result } from '#src/platform/result.ts'
import type { IdentityProvider, ProviderFailure } from './identity-provider.ts'
import { ownPath } from './return-to.ts'
import { insertSignIn } from './sign-ins-repository.ts'

export type SignInDeps = { readonly db: Database; readonly now: Clock; readonly provider: IdentityProvider }

type Wish = { readonly returnTo: string; readonly callback: URL; readonly language: Language }

export type BegunSignIn = {
  /** Where to send the browser. */
  readonly address: URL
  readonly state: string
  /** What the browser keeps, so that only it can come back with the state. */
  readonly browserSecret: string
}

/** Ten minutes to prove who one is; Digdir's own limit is about as long. */
export const SIGN_IN_MS = 10 * 60 * 1000
export const SIGN_IN_SECONDS = SIGN_IN_MS / 1000

/** Begins to sign in: what the answer will be checked against is stored, and used once. */
export async function beginSignIn(
  { db, now, provider }: SignInDeps,
  { returnTo, callback, language }: Wish,
): Promise<Result<BegunSignIn, ProviderFailure>> {
  const [state, nonce, codeVerifier, browserSecret] = [newSecret(), newSecret(), newSecret(), newSecret()]
  const address = await provider.begin({ state, nonce, codeVerifier }, { callback, language })
  if (!address.ok) return address
  await insertSignIn(db, {
    stateHash: digestOf(state),
    browserHash: digestOf(browserSecret),
    nonce,
    codeVerifier,
    returnTo: ownPath(returnTo),
    beganAt: now(),
  })
  return ok({ address: address.value, state, browserSecret })
}
