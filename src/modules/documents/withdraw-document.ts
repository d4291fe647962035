import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type DocumentId, erases, type WithdrawalCause } from './contract.ts'
import { lockDocument, versionsOf } from './documents-repository.ts'
import { cleanFileName } from './file-name.ts'
import { maySee, mayWithdraw } from './policy.ts'

export type WithdrawDocument = {
  readonly id: DocumentId
  readonly cause: WithdrawalCause
  readonly reason: string
}

export type WithdrawDocumentFailure =
  | { readonly kind: 'documentNotFound' }
  | { readonly kind: 'mayNotWithdraw' }
  | { readonly kind: 'alreadyWithdrawn' }

/**
 * Takes a document back: its address stays and says so. Where it held personal data, secrets or somebody else's work the
 * files and their names are taken away for good.
 */
export function withdrawDocument(
  { db, now }: { readonly db: Database; readonly now: Clock },
  actor: Actor,
  { id, cause, reason }: WithdrawDocument,
): Promise<Result<null, WithdrawDocumentFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await lockDocument(tx, id)
    if (!found || !maySee(actor, found)) return fail({ kind: 'documentNotFound' })
    if (!mayWithdraw(actor, found)) return fail({ kind: 'mayNotWithdraw' })
    if (found.withdrawn) return fail({ kind: 'alreadyWithdrawn' })
    const at = now()
    await tx
      .updateTable('document')
      .set({
        withdrawn_at: at,
        withdrawn_by: actor.personId,
        withdrawn_cause: cause,
        withdrawn_reason: reason,
        changed_at: at,
      })
      .where('id', '=', id)
      .execute()
    const erased = erases(cause)
    if (erased) await eraseContent(tx, id, at)
    await recordAudit(tx, actor, {
      action: 'document.withdrawn',
      subject: id,
      organisation: found.organisation,
      details: { cause, reason, erased },
      at,
    })
    await recordEvents(tx, [
      { kind: 'document.withdrawn', subject: id },
      { kind: 'document.changed', subject: id },
    ])
    return ok(null)
  })
}

/** The files themselves go when the store is tidied and nothing else refers to them. */
async function eraseContent(tx: Database, id: DocumentId, at: Date): Promise<void> {
  for (const { version, format, erasedAt } of await versionsOf(tx, id)) {
    if (erasedAt) continue
    await tx
      .updateTable('document_version')
      .set({ sha256: null, erased_at: at, name: cleanFileName('', format), original_name: '' })
      .where('document_id', '=', id)
      .where('version', '=', version)
      .execute()
  }
}
