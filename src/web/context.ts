import { createContext } from 'react-router'
import type { Actor, IdentityProvider, SessionLimits, SignedIn } from '#src/modules/identity/index.ts'
import type { Program } from '#src/program.ts'

/** What the pages use of the one program; given to every loader by the server. */
export type WebProgram = Pick<
  Program,
  'config' | 'db' | 'files' | 'log' | 'metrics' | 'now' | 'preparing' | 'remember' | 'renewing' | 'search'
>
export const programContext = createContext<WebProgram>()

/** What belongs to one request: its id for the log, and the nonce that lets the page's own scripts run. */
export type RequestFacts = { readonly requestId: string; readonly nonce: string; readonly origin: string }
export const requestContext = createContext<RequestFacts>()

/** Who sends the request; null for a reader who has not signed in. */
export const actorContext = createContext<Actor | null>(null)

/** The session that the request comes with, for the pages that are about signing in. */
export const signedInContext = createContext<SignedIn | null>(null)

export type WebSignIn = {
  /** Null where nobody can sign in. */
  readonly provider: IdentityProvider | null
  readonly limits: SessionLimits
}
export const signInContext = createContext<WebSignIn>()
