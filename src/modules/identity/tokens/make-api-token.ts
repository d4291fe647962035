import type { Actor } from '#src/modules/identity/actor.ts'
import { ApiTokenId, type TokenScope } from '#src/modules/identity/contract.ts'
import { lockPerson } from '#src/modules/identity/joining/members-repository.ts'
import { recordAudit } from '#src/modules/identity/record-audit.ts'
import { digestOf } from '#src/modules/identity/secret.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { newTokenSecret } from './token-secret.ts'
import { countLiveTokens, insertToken } from './tokens-repository.ts'

export const LONGEST_TOKEN_DAYS = 365
export const MOST_TOKENS = 20
const DAY_MS = 24 * 60 * 60 * 1000

export type MakeApiToken = {
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly days: number
}

export type MakeApiTokenFailure =
  | { readonly kind: 'noOrganisation' }
  | { readonly kind: 'nameMissing' }
  | { readonly kind: 'scopesMissing' }
  | { readonly kind: 'daysNotPossible' }
  | { readonly kind: 'tooMany' }

/** The secret is told here and never again. */
export type MadeApiToken = { readonly id: ApiTokenId; readonly secret: string; readonly expiresAt: Date }

/** Makes a key by which a program acts as the person, for the organisation the person acts for now. */
export function makeApiToken(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { name, scopes, days }: MakeApiToken,
): Promise<Result<MadeApiToken, MakeApiTokenFailure>> {
  return inTransaction(db, async (tx) => {
    const createdAt = now()
    const { organisation, personId: person } = actor
    if (organisation === null) return fail({ kind: 'noOrganisation' })
    if (name.trim() === '') return fail({ kind: 'nameMissing' })
    if (scopes.length === 0) return fail({ kind: 'scopesMissing' })
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_TOKEN_DAYS)
      return fail({ kind: 'daysNotPossible' })
    await lockPerson(tx, person)
    if ((await countLiveTokens(tx, { person, at: createdAt })) >= MOST_TOKENS)
      return fail({ kind: 'tooMany' })

    const id = ApiTokenId.parse(newId())
    const secret = newTokenSecret()
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS)
    const token = { id, person, organisation, name: name.trim(), scopes, createdAt, expiresAt }
    await insertToken(tx, { ...token, tokenHash: digestOf(secret) })
    const details = { scopes: [...scopes], to: expiresAt.toISOString() }
    await recordAudit(tx, actor, { action: 'api-token.made', subject: id, details, at: createdAt })
    return ok({ id, secret, expiresAt })
  })
}
