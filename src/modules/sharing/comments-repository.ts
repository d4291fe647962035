import type { Selectable } from 'kysely'
import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { ChangeRequest, DraftId, StepName } from './contract.ts'
import './tables.ts'

/** What somebody has asked to have changed, and whether it has been looked at. */
export type Comment = {
  readonly id: string
  readonly block: StepName
  readonly text: string
  readonly askedBy: PersonId
  readonly askedAt: Date
  readonly resolvedAt: Date | null
  /** The organisation that suggests it, of a published case; null when the editors ask. */
  readonly askedFor: OrganisationId | null
}

type Asked = ChangeRequest & { readonly by: PersonId; readonly at: Date }
type Resolved = { readonly by: PersonId; readonly at: Date }

export async function insertDraftComment(tx: Database, draft: DraftId, asked: Asked): Promise<void> {
  await tx
    .insertInto('draft_comment')
    .values({ draft_id: draft, ...columns(asked) })
    .execute()
}

export async function insertCaseComment(
  tx: Database,
  found: { readonly id: CaseId; readonly version: number },
  { askedFor = null, ...asked }: Asked & { readonly askedFor?: OrganisationId | null },
): Promise<void> {
  await tx
    .insertInto('case_comment')
    .values({ case_id: found.id, version: found.version, asked_for: askedFor, ...columns(asked) })
    .execute()
}

export async function commentsOfDraft(db: Database, draft: DraftId): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom('draft_comment')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(toComment)
}

export async function commentsOfCase(db: Database, id: CaseId): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom('case_comment')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(toComment)
}

/** False when there is no such open comment in the draft. */
export async function resolveDraftComment(
  tx: Database,
  { draft, id }: { readonly draft: DraftId; readonly id: string },
  { by, at }: Resolved,
): Promise<boolean> {
  const row = await tx
    .updateTable('draft_comment')
    .set({ resolved_by: by, resolved_at: at })
    .where('draft_id', '=', draft)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was asked of a draft has been answered when it is published, and what was asked of its case as well. */
export async function resolveAll(
  tx: Database,
  { draft, caseId }: { readonly draft: DraftId; readonly caseId: CaseId },
  { by, at }: Resolved,
): Promise<void> {
  const resolved = { resolved_by: by, resolved_at: at }
  await tx
    .updateTable('draft_comment')
    .set(resolved)
    .where('draft_id', '=', draft)
    .where('resolved_at', 'is', null)
    .execute()
  await tx
    .updateTable('case_comment')
    .set(resolved)
    .where('case_id', '=', caseId)
    .where('resolved_at', 'is', null)
    .execute()
}

function columns({ block, text, by, at }: Asked) {
  return { id: newId(), block, text, asked_by: by, asked_at: at, resolved_by: null, resolved_at: null }
}

function toComment(row: Selectable<Schema['draft_comment'] | Schema['case_comment']>): Comment {
  return {
    id: row.id,
    block: row.block,
    text: row.text,
    askedBy: PersonId.parse(row.asked_by),
    askedAt: row.asked_at,
    resolvedAt: row.resolved_at,
    askedFor: 'asked_for' in row && row.asked_for !== null ? OrganisationId.parse(row.asked_for) : null,
  }
}
