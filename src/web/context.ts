import { createContext } from 'react-router'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Program } from '#src/program.ts'

/** What the pages use of the one program; given to every loader by the server. */
export type WebProgram = Pick<
  Program,
  'config' | 'db' | 'log' | 'metrics' | 'now' | 'preparing' | 'renewing' | 'search'
>
export const programContext = createContext<WebProgram>()

/** What belongs to one request: its id for the log, and the nonce that lets the page's own scripts run. */
export type RequestFacts = { readonly requestId: string; readonly nonce: string; readonly origin: string }
export const requestContext = createContext<RequestFacts>()

/** Who sends the request; null for a reader who has not signed in. */
export const actorContext = createContext<Actor | null>(null)
