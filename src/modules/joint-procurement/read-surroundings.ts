import { sql } from 'kysely'
import { dayOf } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Life, Surroundings } from './conditions.ts'
import type { JointProcurement } from './joint-procurement.ts'
import './tables.ts'

type Found = {
  readonly passed: readonly string[]
  readonly summary: boolean
  readonly contracts: number
  readonly rolled_out: readonly string[]
  readonly measured: boolean
}

/** The procurement with what its next step is judged by. */
export async function readLife(db: Database, joint: JointProcurement, at: Date): Promise<Life> {
  return { joint, around: await readSurroundings(db, joint, at) }
}

async function readSurroundings(
  db: Database,
  { id, gateRound, demand }: JointProcurement,
  at: Date,
): Promise<Surroundings> {
  const { rows } = await sql<Found>`
    select
      (select coalesce(jsonb_agg(organisation_id), '[]') from gate_pass
        where procurement_id = ${id} and round = ${gateRound}) as passed,
      exists (select from dialogue_summary where demand_id = ${demand}) as summary,
      (select count(*) from joint_contract where procurement_id = ${id} and signed_on is not null) as contracts,
      (select coalesce(jsonb_agg(organisation_id), '[]') from (
        select distinct on (organisation_id) organisation_id, status from roll_out_step
        where procurement_id = ${id} order by organisation_id, position desc
      ) as latest where status in ('in-use', 'stopped')) as rolled_out,
      exists (select from benefit_measurement where procurement_id = ${id}) as measured
  `.execute(db)
  const found = rows[0]
  return {
    today: Temporal.PlainDate.from(dayOf(at)),
    passed: organisations(found?.passed),
    dialogueSummary: found?.summary ?? false,
    signedContracts: found?.contracts ?? 0,
    rolledOut: organisations(found?.rolled_out),
    measured: found?.measured ?? false,
  }
}

function organisations(ids: readonly string[] = []): ReadonlySet<OrganisationId> {
  return new Set(ids.map((id) => OrganisationId.parse(id)))
}
