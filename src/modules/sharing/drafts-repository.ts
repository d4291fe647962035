import { type RawBuilder, type Selectable, sql } from 'kysely'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { DraftId, type DraftStatus } from './contract.ts'
import { type Draft, hasEnded } from './draft.ts'
import type { TypedContent } from './typed-content.ts'
import './tables.ts'

export async function findDraft(db: Database, id: DraftId): Promise<Draft | null> {
  const row = await db.selectFrom('case_draft').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toDraft(row) : null
}

/** The draft, locked until the transaction ends, so that two who save at once take turns. */
export async function lockDraft(tx: Database, id: DraftId): Promise<Draft | null> {
  const row = await tx
    .selectFrom('case_draft')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toDraft(row) : null
}

/** False when there is such a draft already, or one of the same case or notice for the same organisation. */
export async function insertDraft(tx: Database, draft: Draft): Promise<boolean> {
  const row = await tx
    .insertInto('case_draft')
    .values({ id: draft.id, created_by: draft.createdBy, created_at: draft.createdAt, ...columns(draft) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await keepState(tx, draft)
  return row !== undefined
}

/** Saves a draft that is locked, as the version after the one it was read at. */
export async function saveDraft(tx: Database, draft: Draft): Promise<Draft> {
  const saved = { ...draft, version: draft.version + 1 }
  await tx.updateTable('case_draft').set(columns(saved)).where('id', '=', draft.id).execute()
  if (hasEnded(saved.status)) {
    await tx.deleteFrom('case_draft_state').where('draft_id', '=', saved.id).execute()
    await tx.deleteFrom('case_draft_unsettled').where('draft_id', '=', saved.id).execute()
  } else await keepState(tx, saved)
  return saved
}

/** What the draft was at that version; null when it never was, or has ended. */
export async function contentAt(
  db: Database,
  { id, version }: { readonly id: DraftId; readonly version: number },
): Promise<TypedContent | null> {
  const row = await db
    .selectFrom('case_draft_state')
    .select('content')
    .where('draft_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? (row.content as TypedContent) : null
}

/** The open draft that corrects the case, or tells of the notice, for that organisation. */
export async function findOpenDraft(
  db: Database,
  organisation: OrganisationId,
  about: { readonly caseId: CaseId } | { readonly notice: string },
): Promise<Draft | null> {
  const open = db
    .selectFrom('case_draft')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('ended_at', 'is', null)
  const row = await ('caseId' in about
    ? open.where('case_id', '=', about.caseId)
    : open.where('origin_kind', '=', 'notice').where('origin_id', '=', about.notice)
  ).executeTakeFirst()
  return row ? toDraft(row) : null
}

/** The open drafts of these organisations, the one written in last first. */
export async function openDraftsOf(
  db: Database,
  organisations: readonly OrganisationId[],
): Promise<readonly Draft[]> {
  if (organisations.length === 0) return []
  const rows = await openDrafts(db).where('organisation_id', 'in', organisations).execute()
  return rows.map(toDraft)
}

/** The open drafts of everybody that are in one of these states. */
export async function draftsIn(db: Database, statuses: readonly DraftStatus[]): Promise<readonly Draft[]> {
  const rows = await openDrafts(db).where('status', 'in', statuses).execute()
  return rows.map(toDraft)
}

function openDrafts(db: Database) {
  return db
    .selectFrom('case_draft')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('saved_at', 'desc')
    .orderBy('id')
}

async function keepState(tx: Database, { id, version, content, savedBy, savedAt }: Draft): Promise<void> {
  await tx
    .insertInto('case_draft_state')
    .values({ draft_id: id, version, content: jsonb(content), saved_by: savedBy, saved_at: savedAt })
    .execute()
}

function columns(draft: Draft) {
  return {
    organisation_id: draft.organisation,
    size: draft.size,
    status: draft.status,
    content: jsonb(draft.content),
    version: draft.version,
    case_id: draft.caseId,
    based_on: draft.basedOn,
    origin_kind: draft.origin.kind,
    origin_id: draft.origin.id,
    saved_by: draft.savedBy,
    saved_at: draft.savedAt,
    submitted_by: draft.submittedBy,
    submitted_at: draft.submittedAt,
    ended_at: hasEnded(draft.status) ? draft.savedAt : null,
  }
}

function toDraft(row: Selectable<Schema['case_draft']>): Draft {
  return {
    id: DraftId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    size: row.size,
    status: row.status,
    content: row.content as TypedContent,
    version: row.version,
    caseId: row.case_id === null ? null : CaseId.parse(row.case_id),
    basedOn: row.based_on,
    origin: { kind: row.origin_kind, id: row.origin_id },
    createdBy: PersonId.parse(row.created_by),
    createdAt: row.created_at,
    savedBy: PersonId.parse(row.saved_by),
    savedAt: row.saved_at,
    submittedBy: row.submitted_by === null ? null : PersonId.parse(row.submitted_by),
    submittedAt: row.submitted_at,
  }
}

function jsonb(value: TypedContent): RawBuilder<string> {
  return sql<string>`${JSON.stringify(value)}::text::jsonb`
}
