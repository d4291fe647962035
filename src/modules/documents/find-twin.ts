import { sql } from 'kysely'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { DocumentId, type Subject } from './contract.ts'
import './tables.ts'

type Twin = {
  readonly sha256: string
  readonly organisation: OrganisationId
  readonly subject: Subject | null
}

/**
 * The document of the same organisation, in the same place, whose newest file is the same. The file is locked first, so
 * that a form sent twice at once makes one document.
 */
export async function findTwin(
  tx: Database,
  { sha256, organisation, subject }: Twin,
): Promise<DocumentId | null> {
  await tx.selectFrom('large_file').select('sha256').where('sha256', '=', sha256).forUpdate().execute()
  const { rows } = await sql<{ id: string }>`
    select id from document
    join document_version on document_id = id and version = current_version
    where sha256 = ${sha256} and organisation_id = ${organisation} and withdrawn_at is null
      and subject_kind is not distinct from ${subject?.kind ?? null}
      and subject_id is not distinct from ${subject?.id ?? null}
    limit 1
  `.execute(tx)
  return rows[0] ? DocumentId.parse(rows[0].id) : null
}
