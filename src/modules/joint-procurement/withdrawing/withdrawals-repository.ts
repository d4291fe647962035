import { sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { ProcurementId, type Step } from '#src/modules/joint-procurement/contract.ts'
import '#src/modules/joint-procurement/tables.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { Consequence } from './consequence.ts'

/** That somebody withdrew, with what was shown of what follows. */
export type Withdrawal = {
  readonly procurement: ProcurementId
  readonly organisation: OrganisationId
  readonly decidedOn: Temporal.PlainDate
  readonly decidedBy: string
  readonly reason: string
  readonly archiveReference: string | null
  /** Where the procurement was. */
  readonly step: Step
  readonly consequence: Consequence
  readonly notedAt: Date
}

export async function insertWithdrawal(
  tx: Database,
  one: Withdrawal,
  { by }: { readonly by: PersonId },
): Promise<void> {
  await sql`
    insert into joint_withdrawal (procurement_id, organisation_id, position, decided_on, decided_by_body, reason,
      archive_reference, step, consequence, noted_by, noted_at)
    select ${one.procurement}::uuid, ${one.organisation}::uuid, count(*), ${one.decidedOn.toString()}::date,
      ${one.decidedBy}, ${one.reason}, ${one.archiveReference}, ${one.step},
      ${JSON.stringify(one.consequence)}::text::jsonb, ${by}::uuid, ${one.notedAt}::timestamptz
    from joint_withdrawal
    where procurement_id = ${one.procurement} and organisation_id = ${one.organisation}
  `.execute(tx)
}

/** Who has withdrawn from a joint procurement, the last first. */
export async function withdrawalsOf(
  db: Database,
  procurement: ProcurementId,
): Promise<readonly Withdrawal[]> {
  const rows = await db
    .selectFrom('joint_withdrawal')
    .selectAll()
    .where('procurement_id', '=', procurement)
    .orderBy('noted_at', 'desc')
    .execute()
  return rows.map((row) => ({
    procurement: ProcurementId.parse(row.procurement_id),
    organisation: OrganisationId.parse(row.organisation_id),
    decidedOn: row.decided_on,
    decidedBy: row.decided_by_body,
    reason: row.reason,
    archiveReference: row.archive_reference,
    step: row.step,
    consequence: Consequence.parse(row.consequence),
    notedAt: row.noted_at,
  }))
}
