import type { Actor } from '#src/modules/identity/actor.ts'
import type { SessionId } from '#src/modules/identity/contract.ts'
import type { Choice } from '#src/modules/identity/standing.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Config } from '#src/platform/config.ts'

/** How long one stays signed in. */
export type SessionLimits = {
  /** Without doing anything. */
  readonly idleMs: number
  /** Whatever one does. */
  readonly longestMs: number
}

export function sessionLimits({
  SESSION_IDLE_MINUTES,
  SESSION_HOURS,
}: Pick<Config, 'SESSION_IDLE_MINUTES' | 'SESSION_HOURS'>): SessionLimits {
  return { idleMs: SESSION_IDLE_MINUTES * 60_000, longestMs: SESSION_HOURS * 3_600_000 }
}

/** One signed-in browser, as its owner sees it. */
export type Session = {
  readonly id: SessionId
  /** The browser and what it runs on, in plain words; empty when it did not say. */
  readonly device: string
  readonly beganAt: Date
  readonly seenAt: Date
}

/** The session that a request comes with. */
export type SignedIn = {
  readonly session: SessionId
  readonly actor: Actor
  /** The organisations the person may choose to act for. */
  readonly choices: readonly Choice[]
}

/** What signing out at the provider takes. */
export type ProviderSession = {
  /** The key to the token that lies encrypted with the browser. */
  readonly idTokenKey: string | null
  readonly providerSession: string | null
}

/** Writing when somebody was last here costs more than it tells, so that is done once a minute at most. */
export const SEEN_EVERY_MS = 60_000

/** For whom a person acts: the one chosen while it holds, or the only one there is. */
export function actsFor(chosen: OrganisationId | null, choices: readonly Choice[]): OrganisationId | null {
  if (choices.some(({ id }) => id === chosen)) return chosen
  const [only] = choices
  return choices.length === 1 && only ? only.id : null
}
