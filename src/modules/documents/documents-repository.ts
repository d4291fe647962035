import type { Selectable } from 'kysely'
import { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { DocumentDescription, DocumentId, type Subject } from './contract.ts'
import type { DocumentVersion, SharedDocument } from './document.ts'
import './tables.ts'

export type NewDocument = {
  readonly id: DocumentId
  readonly organisation: OrganisationId
  readonly subject: Subject | null
  readonly description: DocumentDescription
  readonly by: PersonId
  readonly at: Date
}

export async function insertDocument(tx: Database, document: NewDocument): Promise<void> {
  const { id, organisation, subject, description, by, at } = document
  await tx
    .insertInto('document')
    .values({
      id,
      organisation_id: organisation,
      subject_kind: subject?.kind ?? null,
      subject_id: subject?.id ?? null,
      ...descriptionColumns(description),
      current_version: 1,
      revision: 1,
      added_by: by,
      added_at: at,
      changed_at: at,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_cause: null,
      withdrawn_reason: null,
    })
    .execute()
}

export type NewVersion = Omit<DocumentVersion, 'erasedAt'> & { readonly declaration: number }

export async function insertVersion(tx: Database, document: DocumentId, version: NewVersion): Promise<void> {
  await tx
    .insertInto('document_version')
    .values({
      document_id: document,
      version: version.version,
      sha256: version.sha256,
      size: version.size,
      format: version.format,
      name: version.name,
      original_name: version.originalName,
      note: version.note,
      remarks: [...version.remarks],
      declaration: version.declaration,
      added_by: version.addedBy,
      added_at: version.addedAt,
      erased_at: null,
    })
    .execute()
}

export async function findById(db: Database, id: DocumentId): Promise<SharedDocument | null> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toDocument(row) : null
}

/** The document, locked until the transaction ends, so that two people cannot decide at once. */
export async function lockDocument(tx: Database, id: DocumentId): Promise<SharedDocument | null> {
  const row = await tx.selectFrom('document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toDocument(row) : null
}

/** Every version, the newest first. */
export async function versionsOf(db: Database, id: DocumentId): Promise<readonly DocumentVersion[]> {
  const rows = await db
    .selectFrom('document_version')
    .selectAll()
    .where('document_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toVersion)
}

export async function findVersion(
  db: Database,
  id: DocumentId,
  version: number,
): Promise<DocumentVersion | null> {
  const row = await db
    .selectFrom('document_version')
    .selectAll()
    .where('document_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? toVersion(row) : null
}

export function descriptionColumns(description: DocumentDescription) {
  return {
    title: description.title,
    description: description.description,
    kind: description.kind,
    step: description.step,
    theme_id: description.theme,
    language: description.language,
    visibility: description.visibility,
    rights_owner: description.rightsOwner,
    rights_holder: description.rightsHolder,
    permission: description.permission,
    licence: description.licence,
  }
}

export function toDocument(row: Selectable<Schema['document']>): SharedDocument {
  return {
    id: DocumentId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    subject: row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
    ...DocumentDescription.parse({
      title: row.title,
      description: row.description,
      kind: row.kind,
      step: row.step,
      theme: row.theme_id,
      language: row.language,
      visibility: row.visibility,
      rightsOwner: row.rights_owner,
      rightsHolder: row.rights_holder,
      permission: row.permission,
      licence: row.licence,
    }),
    currentVersion: row.current_version,
    revision: row.revision,
    addedAt: row.added_at,
    changedAt: row.changed_at,
    withdrawn:
      row.withdrawn_at && row.withdrawn_cause
        ? { at: row.withdrawn_at, cause: row.withdrawn_cause, reason: row.withdrawn_reason ?? '' }
        : null,
  }
}

export function toVersion(row: Selectable<Schema['document_version']>): DocumentVersion {
  return {
    version: row.version,
    sha256: row.sha256,
    size: row.size,
    format: row.format,
    name: row.name,
    originalName: row.original_name,
    note: row.note,
    remarks: row.remarks,
    addedBy: PersonId.parse(row.added_by),
    addedAt: row.added_at,
    erasedAt: row.erased_at,
  }
}
