import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { DocumentId, type Subject } from './contract.ts'
import './tables.ts'

/**
 * Moves documents along when what they belong to becomes something else, as a draft becomes a case; to be called in the
 * transaction of that. From then on they are seen by those they are meant for. Where it becomes nothing they stand in
 * the bank by themselves, for their organisation alone until somebody decides otherwise.
 */
export async function moveDocuments(
  tx: Database,
  actor: Actor,
  { from, to, at }: { readonly from: Subject; readonly to: Subject | null; readonly at: Date },
): Promise<number> {
  const moved = await tx
    .updateTable('document')
    .set({
      subject_kind: to?.kind ?? null,
      subject_id: to?.id ?? null,
      changed_at: at,
      ...(to ? {} : { visibility: 'organisation' }),
    })
    .where('subject_kind', '=', from.kind)
    .where('subject_id', '=', from.id)
    .returning(['id', 'organisation_id'])
    .execute()
  for (const row of moved) {
    const id = DocumentId.parse(row.id)
    await recordAudit(tx, actor, { action: 'document.moved', subject: id, details: { from, to }, at })
    await recordEvent(tx, { kind: 'document.changed', subject: id })
  }
  return moved.length
}
