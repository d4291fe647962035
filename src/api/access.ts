import type { Role, TokenScope } from '#src/modules/identity/contract.ts'
import { actorOfToken, hasOneOf, type TokenActor } from '#src/modules/identity/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { Program } from '#src/program.ts'
import type { ProblemFacts } from './problem.ts'

/** Who may ask at all; what they may see and do is decided beside each rule. */
export type Access = 'everyone' | 'signedIn' | readonly Role[]

export const METHODS = ['get', 'post', 'patch'] as const
export type Method = (typeof METHODS)[number]

const BEARER = /^Bearer +(\S+)$/i
const REALM = 'Bearer realm="Spydspiss"'

type Door = { readonly access: Access; readonly method: Method }

/**
 * Who asks, by the key in `Authorization`; null for one who comes without, where everybody may come.
 *
 * A key that is not good is told also where none is needed: a program that sends one counts on it.
 */
export async function admit(
  program: Pick<Program, 'db' | 'now'>,
  authorization: string | undefined,
  { access, method }: Door,
): Promise<Result<TokenActor | null, ProblemFacts>> {
  if (authorization === undefined) return access === 'everyone' ? ok(null) : fail(KEY_MISSING)
  const secret = BEARER.exec(authorization)?.[1]
  const known = secret ? await actorOfToken(program, secret) : null
  if (!known) return fail(KEY_INVALID)
  const needed = scopeFor(method)
  if (!known.scopes.has(needed)) return fail(scopeMissing(needed))
  const mayEnter = typeof access === 'string' || hasOneOf(known.actor, access)
  return mayEnter ? ok(known) : fail(roleMissing(access))
}

export function scopeFor(method: Method): TokenScope {
  return method === 'get' ? 'read' : 'write'
}

const KEY_MISSING: ProblemFacts = {
  kind: 'key-missing',
  detail:
    'This needs a key: send it as `Authorization: Bearer …`. One makes keys on the page /mine-api-nokler.',
  headers: { 'www-authenticate': REALM },
}

const KEY_INVALID: ProblemFacts = {
  kind: 'key-invalid',
  detail:
    'The key is wrong, has expired or been revoked, or whoever made it does not act for the organisation any more.',
  headers: { 'www-authenticate': `${REALM}, error="invalid_token"` },
}

function scopeMissing(needed: TokenScope): ProblemFacts {
  return {
    kind: 'scope-missing',
    detail: `The key does not have the scope ${needed}.`,
    headers: { 'www-authenticate': `${REALM}, error="insufficient_scope", scope="${needed}"` },
  }
}

function roleMissing(roles: readonly Role[]): ProblemFacts {
  return {
    kind: 'role-missing',
    detail: `Whoever made the key must have one of these roles in the organisation: ${roles.join(', ')}.`,
  }
}
