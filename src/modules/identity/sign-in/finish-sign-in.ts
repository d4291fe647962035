import type { PersonId } from '#src/modules/identity/contract.ts'
import { digestOf, newSecret } from '#src/modules/identity/secret.ts'
import { beginSession } from '#src/modules/identity/sessions/begin-session.ts'
import type { SessionDeps } from '#src/modules/identity/sessions/find-session.ts'
import type { ProviderSession } from '#src/modules/identity/sessions/session.ts'
import { inTransaction } from '#src/platform/database.ts'
import type { Language } from '#src/platform/language.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { knownPerson, newPerson, standingOnArrival } from './admit-person.ts'
import { SIGN_IN_MS } from './begin-sign-in.ts'
import type { IdentityProvider, ProvenIdentity, ProviderFailure } from './identity-provider.ts'
import { insertNewcomer } from './newcomers-repository.ts'
import { sealIdToken } from './seal-id-token.ts'
import { type SignIn, takeSignIn } from './sign-ins-repository.ts'

export type FinishDeps = SessionDeps & { readonly provider: IdentityProvider }

export type ReturnedBrowser = {
  /** The address it came back to, with what the provider put in it. */
  readonly callback: URL
  /** What it has kept since it began. */
  readonly browserSecret: string | null
  readonly device: string
  readonly language: (returnTo: string) => Language
}

export type FinishedSignIn = {
  /** Signed in with a session, or proven to be somebody who must first say what to be called. */
  readonly kind: 'signedIn' | 'newcomer'
  readonly person: PersonId | null
  readonly token: string
  /** The ID token for the browser to keep, encrypted. */
  readonly sealedIdToken: string | null
  readonly returnTo: string
  readonly mustChoose: boolean
}

export type SignInFailure = {
  readonly kind: 'unknownSignIn' | 'otherBrowser' | 'tooLate' | ProviderFailure['kind']
  /** A code for the log. */
  readonly reason: string
  /** Null when nothing is known of how it began. */
  readonly returnTo: string | null
}

/** Ends a sign-in that has come back from the provider: a session for who is known, a greeting for who is not. */
export async function finishSignIn(
  deps: FinishDeps,
  browser: ReturnedBrowser,
): Promise<Result<FinishedSignIn, SignInFailure>> {
  const state = browser.callback.searchParams.get('state') ?? ''
  const begun = await takeSignIn(deps.db, digestOf(state))
  if (!begun) return fail({ kind: 'unknownSignIn', reason: 'state', returnTo: null })
  const { returnTo } = begun
  if (browser.browserSecret === null || digestOf(browser.browserSecret) !== begun.browserHash) {
    return fail({ kind: 'otherBrowser', reason: 'cookie', returnTo })
  }
  if (deps.now().getTime() - begun.beganAt.getTime() >= SIGN_IN_MS) {
    return fail({ kind: 'tooLate', reason: 'time', returnTo })
  }
  const { nonce, codeVerifier } = begun
  const identity = await deps.provider.finish(browser.callback, { state, nonce, codeVerifier })
  if (!identity.ok) return fail({ ...identity.failure, returnTo })
  return ok(await admit(deps, identity.value, { begun, browser }))
}

function admit(
  deps: FinishDeps,
  identity: ProvenIdentity,
  { begun: { returnTo }, browser }: { begun: SignIn; browser: ReturnedBrowser },
): Promise<FinishedSignIn> {
  const sealed = sealIdToken(identity.idToken)
  const { providerSession, organisasjonsnumre } = identity
  const ending: ProviderSession = { idTokenKey: sealed?.key ?? null, providerSession }
  const common = { sealedIdToken: sealed?.sealed ?? null, returnTo }
  return inTransaction(deps.db, async (tx) => {
    const at = deps.now()
    const language = browser.language(returnTo)
    const known = await knownPerson(tx, identity)
    if (!known && identity.name === null) {
      const token = newSecret()
      await insertNewcomer(tx, { ...identity, ...ending, tokenHash: digestOf(token), returnTo, beganAt: at })
      return { kind: 'newcomer', person: null, token, mustChoose: false, ...common }
    }
    const person = known ?? (await newPerson(tx, identity, { name: identity.name ?? '', language, at }))
    const { mustChoose } = await standingOnArrival(tx, person, { organisasjonsnumre, at })
    const token = await beginSession({ ...deps, db: tx }, { person, device: browser.device, ...ending })
    return { kind: 'signedIn', person, token, mustChoose, ...common }
  })
}
