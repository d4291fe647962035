import type { TokenScope } from '#src/modules/identity/contract.ts'
import type { ApiToken } from '#src/modules/identity/index.ts'

/** A key to the API as its owner sees it. */
export type TokenView = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly state: 'live' | 'expired' | 'revoked'
}

export function toTokenView(token: ApiToken, at: Date): TokenView {
  const { id, name, organisationName, scopes, createdAt, expiresAt, usedAt, revokedAt } = token
  const state = revokedAt ? 'revoked' : expiresAt <= at ? 'expired' : 'live'
  return { id, name, organisation: organisationName, scopes, createdAt, expiresAt, usedAt, state }
}
