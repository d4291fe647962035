import type { Language } from '#src/platform/language.ts'
import type { Result } from '#src/platform/result.ts'

/** What ties the answer of a provider to the question: each is made for one sign-in and used once. */
export type SignInChecks = {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Whom the provider vouches for. A national identity number (`pid`) is never among it. */
export type ProvenIdentity = {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  /** In lower case, and only one that the provider has verified. */
  readonly email: string | null
  /** The organisations the person has shown there that they may represent. */
  readonly organisasjonsnumre: readonly string[]
  readonly idToken: string
  readonly providerSession: string | null
}

export type ProviderFailure = {
  /** Whether the person said no there, the provider did not answer, or what it answered cannot be trusted. */
  readonly kind: 'refusedThere' | 'providerDown' | 'notTrusted'
  /** A code for the log: never what the provider wrote, which may hold a national identity number. */
  readonly reason: string
}

/** A provider of sign-in by OpenID Connect: authorisation code, PKCE, state, nonce. */
export type IdentityProvider = {
  /** What people know it as. */
  readonly name: string
  /** Where to send the browser. */
  readonly begin: (
    checks: SignInChecks,
    to: { readonly callback: URL; readonly language: Language },
  ) => Promise<Result<URL, ProviderFailure>>
  /** Who came back; `callback` is the address they came back to, with what the provider put in it. */
  readonly finish: (callback: URL, checks: SignInChecks) => Promise<Result<ProvenIdentity, ProviderFailure>>
  /** Where one signs out at the provider too; null when it offers nothing of the kind. */
  readonly signOutAddress: (idToken: string | null, returnTo: URL) => Promise<URL | null>
  /** Only where the program itself is the provider, for a demonstration. */
  readonly demo: DemoDoor | null
  readonly close: () => Promise<void>
}

/** How the site lets a browser be one of the demo people. */
export type DemoDoor = {
  /** Where the provider listens, on this machine only; the site passes on to it what comes for `path`. */
  readonly address: string
  readonly path: string
  /** Whether a browser is waiting to say who it is. */
  readonly isWaiting: (sign: string) => Promise<boolean>
  /** The browser is that person; where to send it, or null when it waits no longer or nobody has the key. */
  readonly become: (sign: string, key: string) => Promise<string | null>
}
