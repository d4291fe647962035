import { type Actor, recordAudit } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import type { LargeFiles } from '#src/platform/files/index.ts'
import { newId } from '#src/platform/ids.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { type DocumentDescription, DocumentId, type Subject } from './contract.ts'
import { DECLARATION, type Upload } from './document.ts'
import { insertDocument, insertVersion } from './documents-repository.ts'
import { findTwin } from './find-twin.ts'
import { mayAdd, mayShowTo } from './policy.ts'
import { type ReceivedFile, receiveFile, type UploadFailure } from './receive-file.ts'
import { type RightsProblem, rightsProblems } from './rights.ts'
import type { SubjectSource } from './subject-source.ts'

export type DocumentsOn = { readonly db: Database; readonly now: Clock; readonly files: LargeFiles }

export type AddDocument = {
  readonly organisation: OrganisationId
  readonly subject: Subject | null
  readonly description: DocumentDescription
  /** Whoever sends it has declared that it holds no personal data and no secrets. */
  readonly upload: Upload
}

export type AddDocumentFailure =
  | { readonly kind: 'mayNotAdd' }
  | { readonly kind: 'coordinatorNeeded' }
  | { readonly kind: 'rights'; readonly problems: readonly RightsProblem[] }
  | { readonly kind: 'subjectNotFound' }
  | { readonly kind: 'subjectOfOthers' }
  | { readonly kind: 'alreadyThere'; readonly id: DocumentId }
  | UploadFailure

/** Takes in a document for an organisation. The file is kept for good before the row that refers to it is written. */
export async function addDocument(
  deps: DocumentsOn & { readonly subjects: readonly SubjectSource[] },
  actor: Actor,
  given: AddDocument,
): Promise<Result<DocumentId, AddDocumentFailure>> {
  const refusal = await whyNot(deps, actor, given)
  if (refusal) return fail(refusal)
  const received = await receiveFile(deps.files, given.upload)
  if (!received.ok) return received
  return inTransaction(deps.db, (tx) => save(tx, actor, { ...given, file: received.value, at: deps.now() }))
}

async function whyNot(
  { db, subjects }: { readonly db: Database; readonly subjects: readonly SubjectSource[] },
  actor: Actor,
  { organisation, subject, description }: AddDocument,
): Promise<AddDocumentFailure | null> {
  if (!mayAdd(actor, organisation)) return { kind: 'mayNotAdd' }
  if (!mayShowTo(actor, organisation, description.visibility)) return { kind: 'coordinatorNeeded' }
  const problems = rightsProblems(description)
  if (problems.length > 0) return { kind: 'rights', problems }
  if (!subject) return null
  const found = await subjects.find(({ kind }) => kind === subject.kind)?.find(db, actor, subject.id)
  if (!found) return { kind: 'subjectNotFound' }
  return found.organisations.has(organisation) ? null : { kind: 'subjectOfOthers' }
}

async function save(
  tx: Database,
  actor: Actor,
  { organisation, subject, description, file, at }: AddDocument & { file: ReceivedFile; at: Date },
): Promise<Result<DocumentId, AddDocumentFailure>> {
  const twin = await findTwin(tx, { sha256: file.sha256, organisation, subject })
  if (twin) return fail({ kind: 'alreadyThere', id: twin })
  const id = DocumentId.parse(newId())
  await insertDocument(tx, { id, organisation, subject, description, by: actor.personId, at })
  await insertVersion(tx, id, {
    ...file,
    version: 1,
    note: '',
    declaration: DECLARATION,
    addedBy: actor.personId,
    addedAt: at,
  })
  const details = { visibility: description.visibility, licence: description.licence, subject }
  await recordAudit(tx, actor, {
    action: 'document.added',
    subject: id,
    organisation,
    toVersion: 1,
    details,
    at,
  })
  await recordEvents(tx, [
    { kind: 'document.added', subject: id, payload: { organisation, belongsTo: subject } },
    { kind: 'document.changed', subject: id },
  ])
  return ok(id)
}
