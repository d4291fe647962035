import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { recordEvent } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import type { DocumentsOn } from './add-document.ts'
import type { DocumentId } from './contract.ts'
import { DECLARATION, type SharedDocument, type Upload } from './document.ts'
import { findById, findVersion, insertVersion, lockDocument } from './documents-repository.ts'
import { mayChange, maySee } from './policy.ts'
import { type ReceivedFile, receiveFile, type UploadFailure } from './receive-file.ts'

export type AddVersion = {
  readonly id: DocumentId
  readonly note: string
  /** Declared anew, as with the first. */
  readonly upload: Upload
}

export type AddVersionFailure =
  | { readonly kind: 'documentNotFound' }
  | { readonly kind: 'mayNotChange' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'sameAsBefore' }
  | UploadFailure

/** Adds a version; those before it stay as they are, at their own addresses. */
export async function addVersion(
  deps: DocumentsOn,
  actor: Actor,
  { id, note, upload }: AddVersion,
): Promise<Result<number, AddVersionFailure>> {
  const refusal = whyNotChange(actor, await findById(deps.db, id))
  if (refusal) return fail(refusal)
  const received = await receiveFile(deps.files, upload)
  if (!received.ok) return received
  return inTransaction(deps.db, (tx) => save(tx, actor, { id, note, file: received.value, at: deps.now() }))
}

type Saving = {
  readonly id: DocumentId
  readonly note: string
  readonly file: ReceivedFile
  readonly at: Date
}

async function save(
  tx: Database,
  actor: Actor,
  { id, note, file, at }: Saving,
): Promise<Result<number, AddVersionFailure>> {
  const found = await lockDocument(tx, id)
  const refusal = whyNotChange(actor, found)
  if (!found || refusal) return fail(refusal ?? { kind: 'documentNotFound' })
  const before = await findVersion(tx, id, found.currentVersion)
  if (before?.sha256 === file.sha256) return fail({ kind: 'sameAsBefore' })
  const version = found.currentVersion + 1
  await insertVersion(tx, id, {
    ...file,
    version,
    note,
    declaration: DECLARATION,
    addedBy: actor.personId,
    addedAt: at,
  })
  await tx
    .updateTable('document')
    .set({ current_version: version, changed_at: at })
    .where('id', '=', id)
    .execute()
  await recordAudit(tx, actor, {
    action: 'document.version-added',
    subject: id,
    organisation: found.organisation,
    fromVersion: found.currentVersion,
    toVersion: version,
    at,
  })
  await recordEvent(tx, { kind: 'document.changed', subject: id })
  return ok(version)
}

export type ChangeRefusal = Extract<
  AddVersionFailure,
  { kind: 'documentNotFound' | 'mayNotChange' | 'withdrawn' }
>

/** What one may not know of is not there; what one may see and not change is told. */
export function whyNotChange(actor: Actor, found: SharedDocument | null): ChangeRefusal | null {
  if (!found || !maySee(actor, found)) return { kind: 'documentNotFound' }
  if (!mayChange(actor, found)) return { kind: 'mayNotChange' }
  return found.withdrawn ? { kind: 'withdrawn' } : null
}
