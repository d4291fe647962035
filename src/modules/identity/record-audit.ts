import { sql } from 'kysely'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Json } from '#src/platform/json.ts'
import type { Actor } from './actor.ts'
import './tables.ts'

export type AuditFact = {
  /** Noun and what was done to it (`case.published`). */
  readonly action: string
  /** The public id of what it was done to (`case-1001`). */
  readonly subject: string
  /** For whom, where that is not the organisation the person acts for. */
  readonly organisation?: OrganisationId | null
  readonly fromVersion?: number | null
  readonly toVersion?: number | null
  readonly details?: Json
}

/** Notes who did what for whom, in the transaction of the change itself. Nothing can be changed or removed afterwards. */
export async function recordAudit(
  tx: Database,
  actor: Pick<Actor, 'personId' | 'organisation'> | null,
  { at, ...fact }: AuditFact & { readonly at: Date },
): Promise<void> {
  const { organisation = actor?.organisation ?? null, details = {} } = fact
  await tx
    .insertInto('audit_entry')
    .values({
      at,
      person_id: actor?.personId ?? null,
      organisation_id: organisation,
      action: fact.action,
      subject: fact.subject,
      from_version: fact.fromVersion ?? null,
      to_version: fact.toVersion ?? null,
      details: sql<string>`${JSON.stringify(details)}::text::jsonb`,
    })
    .execute()
}
