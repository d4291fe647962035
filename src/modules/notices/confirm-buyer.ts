import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { renewPrincipalsOf } from './renew-principals.ts'
import { lockNotices } from './store-notices.ts'
import './tables.ts'

export type BuyerConfirmation = {
  /** Public id of the version. */
  readonly id: string
  readonly position: number
  /** Null says that it is nobody we know. */
  readonly organisation: OrganisationId | null
  readonly now: Date
}

/**
 * A person says who a buyer of one notice is; from then on reading the notice anew leaves it so. For a name that means
 * the same in every notice there is `recogniseParty`.
 */
export function confirmBuyer(
  db: Database,
  { id, position, organisation, now }: BuyerConfirmation,
): Promise<Result<null, 'noSuchBuyer'>> {
  return inTransaction(db, async (tx) => {
    await lockNotices(tx)
    const buyer = await tx
      .updateTable('notice_buyer')
      .set({ organisation_id: organisation, confirmed_at: now })
      .where('position', '=', position)
      .where('notice', '=', (one) => one.selectFrom('notice').select('notice.id').where('public_id', '=', id))
      .returning('notice')
      .executeTakeFirst()
    if (!buyer) return fail('noSuchBuyer')
    await recordEvent(tx, { kind: 'notice.changed', subject: id })
    await renewPrincipalsOf(tx, [buyer.notice])
    return ok(null)
  })
}
