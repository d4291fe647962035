import { RemovalRequestId } from '#src/modules/identity/contract.ts'
import { digestOf, newSecret } from '#src/modules/identity/secret.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { Language } from '#src/platform/language.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { insertRemovalRequest } from './removal-requests-repository.ts'

export const LONGEST_PAGE = 500
export const LONGEST_WISH = 4000

export type AskForRemoval = {
  /** Where it stands, in the words of the one who asks. */
  readonly page: string
  readonly wish: string
  /** Where the answer may be sent; nobody has to give one. */
  readonly email: string | null
  readonly language: Language
}

export type AskForRemovalFailure =
  | { readonly kind: 'pageMissing' }
  | { readonly kind: 'wishMissing' }
  | { readonly kind: 'tooLong' }

/**
 * Somebody who is named here asks to have it taken away (GDPR art. 17 and 21). Answers a secret by which the one who
 * asked, and nobody else, can follow what comes of it.
 */
export function askForRemoval(
  { db, now }: { readonly db: Database; readonly now: Clock },
  asked: AskForRemoval,
): Promise<Result<{ readonly id: RemovalRequestId; readonly secret: string }, AskForRemovalFailure>> {
  return inTransaction(db, async (tx) => {
    const [page, wish] = [asked.page.trim(), asked.wish.trim()]
    if (page === '') return fail({ kind: 'pageMissing' })
    if (wish === '') return fail({ kind: 'wishMissing' })
    if (page.length > LONGEST_PAGE || wish.length > LONGEST_WISH) return fail({ kind: 'tooLong' })
    const id = RemovalRequestId.parse(newId())
    const secret = newSecret()
    const email = asked.email?.trim().toLowerCase() || null
    await insertRemovalRequest(tx, {
      id,
      tokenHash: digestOf(secret),
      page,
      wish,
      email,
      language: asked.language,
      askedAt: now(),
    })
    await recordEvent(tx, { kind: 'removal-request.received', subject: id })
    return ok({ id, secret })
  })
}
