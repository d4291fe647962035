import { sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import {
  BENEFIT_MONTHS,
  type BenefitMonths,
  type ProcurementId,
} from '#src/modules/joint-procurement/contract.ts'
import '#src/modules/joint-procurement/tables.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Measurement, RollOutStep } from './benefit.ts'
import { Measured } from './benefit-forms.ts'

type Noted<One> = {
  readonly procurement: ProcurementId
  readonly one: One
  readonly by: PersonId
  readonly at: Date
}

/** Adds a step; those before it stay as they are. */
export async function insertRollOutStep(
  tx: Database,
  { procurement, one, by, at }: Noted<RollOutStep>,
): Promise<void> {
  await sql`
    insert into roll_out_step (procurement_id, organisation_id, position, status, happened_on, words, noted_by, noted_at)
    select ${procurement}::uuid, ${one.organisation}::uuid, count(*), ${one.status}, ${one.on.toString()}::date,
      ${one.words}, ${by}::uuid, ${at}::timestamptz
    from roll_out_step
    where procurement_id = ${procurement} and organisation_id = ${one.organisation}
  `.execute(tx)
}

/** What all have noted, in the order it was noted. */
export async function rollOutsOf(db: Database, procurement: ProcurementId): Promise<readonly RollOutStep[]> {
  const rows = await db
    .selectFrom('roll_out_step')
    .selectAll()
    .where('procurement_id', '=', procurement)
    .orderBy('organisation_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    organisation: OrganisationId.parse(row.organisation_id),
    status: row.status,
    on: row.happened_on,
    words: row.words,
  }))
}

/**
 * What is told again takes the place of what was told before; the audit keeps that it was changed. False where it says the
 * same: a form that was sent twice.
 */
export async function saveMeasurement(
  tx: Database,
  { procurement, one, by, at }: Noted<Omit<Measurement, 'version'>>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into benefit_measurement as known (procurement_id, organisation_id, months, measured, version, measured_on,
      noted_by, noted_at)
    values (${procurement}, ${one.organisation}, ${one.months}, ${JSON.stringify(one.measured)}::text::jsonb, 1,
      ${one.on.toString()}, ${by}, ${at})
    on conflict (procurement_id, organisation_id, months) do update
      set measured = excluded.measured, version = known.version + 1, measured_on = excluded.measured_on,
        noted_by = excluded.noted_by, noted_at = excluded.noted_at
      where (known.measured, known.measured_on) is distinct from (excluded.measured, excluded.measured_on)
  `.execute(tx)
  return numAffectedRows === 1n
}

export async function measurementsOf(
  db: Database,
  procurement: ProcurementId,
): Promise<readonly Measurement[]> {
  const rows = await db
    .selectFrom('benefit_measurement')
    .selectAll()
    .where('procurement_id', '=', procurement)
    .orderBy('organisation_id')
    .orderBy('months')
    .execute()
  return rows.map((row) => ({
    organisation: OrganisationId.parse(row.organisation_id),
    months: toMonths(row.months),
    measured: Measured.parse(row.measured),
    on: row.measured_on,
    version: row.version,
  }))
}

export function toMonths(number: number): BenefitMonths {
  const known = BENEFIT_MONTHS.find((months) => months === number)
  if (!known) throw new Error(`Benefit is not measured after ${number} months`)
  return known
}
