import { sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import type { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { DraftFindings } from './draft-findings.ts'
import '#src/modules/joint-procurement/tables.ts'

/** That somebody with authority has passed the check for an organisation. */
export type GatePass = {
  readonly organisation: OrganisationId
  readonly round: number
  readonly title: string
  readonly authority: string
  readonly digest: string
  readonly at: Date
}

export async function insertPass(
  tx: Database,
  id: ProcurementId,
  { pass, by }: { readonly pass: GatePass; readonly by: PersonId },
): Promise<void> {
  await tx
    .insertInto('gate_pass')
    .values({
      procurement_id: id,
      round: pass.round,
      organisation_id: pass.organisation,
      passed_by: by,
      title: pass.title,
      authority: pass.authority,
      digest: pass.digest,
      passed_at: pass.at,
    })
    .execute()
}

type Which = { readonly round: number; readonly organisation: OrganisationId }

/** False when there is none in this round. */
export async function deletePass(tx: Database, id: ProcurementId, which: Which): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('gate_pass')
    .where('procurement_id', '=', id)
    .where('round', '=', which.round)
    .where('organisation_id', '=', which.organisation)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Those of the round, in the order they passed. */
export async function passesOf(db: Database, id: ProcurementId, round: number): Promise<readonly GatePass[]> {
  const rows = await db
    .selectFrom('gate_pass')
    .selectAll()
    .where('procurement_id', '=', id)
    .where('round', '=', round)
    .orderBy('passed_at')
    .orderBy('organisation_id')
    .execute()
  return rows.map((row) => ({
    organisation: OrganisationId.parse(row.organisation_id),
    round: row.round,
    title: row.title,
    authority: row.authority,
    digest: row.digest,
    at: row.passed_at,
  }))
}

/** What was found in the draft of the notice; the file itself is not kept. */
export type DraftRead = {
  readonly name: string
  readonly sha256: string
  readonly found: DraftFindings
  readonly at: Date
}

/** The one that was read last takes the place of the one before. */
export async function saveDraft(
  tx: Database,
  id: ProcurementId,
  { draft, by }: { readonly draft: DraftRead; readonly by: PersonId },
): Promise<void> {
  await sql`
    insert into gate_draft_notice (procurement_id, name, sha256, found, read_by, read_at)
    values (${id}, ${draft.name}, ${draft.sha256}, ${JSON.stringify(draft.found)}::text::jsonb, ${by}, ${draft.at})
    on conflict (procurement_id) do update set name = excluded.name, sha256 = excluded.sha256,
      found = excluded.found, read_by = excluded.read_by, read_at = excluded.read_at
  `.execute(tx)
}

export async function findDraft(db: Database, id: ProcurementId): Promise<DraftRead | null> {
  const row = await db
    .selectFrom('gate_draft_notice')
    .selectAll()
    .where('procurement_id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return { name: row.name, sha256: row.sha256, found: DraftFindings.parse(row.found), at: row.read_at }
}

export async function deleteDraft(tx: Database, id: ProcurementId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('gate_draft_notice')
    .where('procurement_id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
