import { type Actor, seeAsAdviser } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { DocumentId, Subject } from './contract.ts'
import type { DocumentVersion, SharedDocument } from './document.ts'
import { findById, findVersion, versionsOf } from './documents-repository.ts'
import { ADVISER_SCOPE, maySee, type Reader } from './policy.ts'

export type DocumentWithVersions = SharedDocument & { readonly versions: readonly DocumentVersion[] }

export type ReadingOn = {
  readonly db: Database
  readonly now: Clock
  /** Whether the reader sees everything that belongs to this, whoever it is shown to besides. */
  readonly isOpened?: (db: Database, reader: Actor, subject: Subject) => Promise<boolean>
}

/** The document with its versions, the newest first; null for what is not there and for what the reader may not know of. */
export async function findDocument(
  on: ReadingOn,
  reader: Reader,
  id: DocumentId,
): Promise<DocumentWithVersions | null> {
  const found = await findSeen(on, reader, id)
  return found && { ...found, versions: await versionsOf(on.db, id) }
}

export type DocumentFile =
  | {
      readonly kind: 'file'
      readonly document: SharedDocument
      readonly file: DocumentVersion & { sha256: string }
    }
  | { readonly kind: 'withdrawn' }

/**
 * The file to give out for a version, or for the newest; null for what the reader may not know of. What has been withdrawn
 * is given out to nobody.
 */
export async function findDocumentFile(
  on: ReadingOn,
  reader: Reader,
  { id, version }: { readonly id: DocumentId; readonly version: number | 'newest' },
): Promise<DocumentFile | null> {
  const document = await findSeen(on, reader, id)
  if (!document) return null
  const file = await findVersion(on.db, id, version === 'newest' ? document.currentVersion : version)
  if (!file) return null
  if (document.withdrawn || file.sha256 === null) return { kind: 'withdrawn' }
  return { kind: 'file', document, file: { ...file, sha256: file.sha256 } }
}

/** What an organisation has opened to an adviser is seen by that adviser until the day it said, and each time is noted. */
async function findSeen(
  { db, now, isOpened }: ReadingOn,
  reader: Reader,
  id: DocumentId,
): Promise<SharedDocument | null> {
  const found = await findById(db, id)
  if (!found || maySee(reader, found)) return found
  if (!reader || found.subject?.kind === 'draft') return null
  if (found.subject && (await isOpened?.(db, reader, found.subject))) return found
  const { organisation } = found
  const asked = { organisation, scope: ADVISER_SCOPE, subject: id, at: now() }
  return (await inTransaction(db, (tx) => seeAsAdviser(tx, reader, asked))) ? found : null
}
