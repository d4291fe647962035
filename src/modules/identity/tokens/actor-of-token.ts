import { type Actor, mintActor } from '#src/modules/identity/actor.ts'
import { type ApiTokenId, type Role, SITE_ROLES, type TokenScope } from '#src/modules/identity/contract.ts'
import { findActor } from '#src/modules/identity/find-actor.ts'
import { digestOf } from '#src/modules/identity/secret.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { looksLikeToken } from './token-secret.ts'
import { findToken, markTokenUsed } from './tokens-repository.ts'

/** Who a program acts as, and how far it may go. */
export type TokenActor = {
  readonly token: ApiTokenId
  readonly actor: Actor
  readonly scopes: ReadonlySet<TokenScope>
}

/** Writing when a key was used last costs more than it tells, so that is done once a minute at most. */
const NOTED_EVERY_MS = 60_000

/**
 * The one who a key belongs to, acting for the key's organisation with the roles that hold there now. Null for a key
 * that is wrong, has expired or been taken back, and when the person does not act for the organisation any more.
 *
 * The roles held for the platform are left out: a key that has strayed should not be able to change everybody's.
 */
export async function actorOfToken(
  { db, now }: { readonly db: Database; readonly now: Clock },
  secret: string,
): Promise<TokenActor | null> {
  if (!looksLikeToken(secret)) return null
  const at = now()
  const token = await findToken(db, { hash: digestOf(secret) })
  if (!token || token.revokedAt || token.expiresAt <= at) return null
  const person = await findActor(db, { person: token.person, organisation: token.organisation, at })
  if (!person || person.organisation !== token.organisation) return null
  if (!token.usedAt || at.getTime() - token.usedAt.getTime() >= NOTED_EVERY_MS)
    await markTokenUsed(db, token.id, at)
  const site: readonly Role[] = SITE_ROLES
  const roles = new Set([...person.roles].filter((role) => !site.includes(role)))
  return { token: token.id, actor: mintActor({ ...person, roles }), scopes: new Set(token.scopes) }
}
