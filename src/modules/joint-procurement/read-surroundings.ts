import { sql } from 'kysely'
import { dayOf } from '#src/modules/identity/index.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Life } from './conditions.ts'
import type { JointProcurement } from './joint-procurement.ts'
import './tables.ts'

type Found = {
  readonly id: string
  readonly passed: readonly string[]
  readonly summary: boolean
  readonly contracts: number
  readonly rolled_out: readonly string[]
  readonly measured: boolean
}

/** The procurement with what its next step is judged by. */
export async function readLife(db: Database, joint: JointProcurement, at: Date): Promise<Life> {
  const [life] = await readLives(db, [joint], at)
  if (!life) throw new Error(`${joint.id} has no surroundings`)
  return life
}

/** The same for several, in the order they are given, with one query for them all. */
export async function readLives(
  db: Database,
  joints: readonly JointProcurement[],
  at: Date,
): Promise<readonly Life[]> {
  const { rows } = await sql<Found>`
    select one.id,
      (select coalesce(jsonb_agg(organisation_id), '[]') from gate_pass
        where procurement_id = one.id and round = one.gate_round) as passed,
      exists (select from dialogue_summary where demand_id = one.demand_id) as summary,
      (select count(*) from joint_contract where procurement_id = one.id and signed_on is not null) as contracts,
      (select coalesce(jsonb_agg(organisation_id), '[]') from (
        select distinct on (organisation_id) organisation_id, status from roll_out_step
        where procurement_id = one.id order by organisation_id, position desc
      ) as latest where status in ('in-use', 'stopped')) as rolled_out,
      exists (select from benefit_measurement where procurement_id = one.id) as measured
    from unnest(${joints.map(({ id }) => id)}::uuid[], ${joints.map(({ gateRound }) => gateRound)}::integer[],
      ${joints.map(({ demand }) => demand)}::uuid[]) as one (id, gate_round, demand_id)
  `.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const today = Temporal.PlainDate.from(dayOf(at))
  return joints.map((joint) => {
    const found = byId.get(joint.id)
    const around = {
      today,
      passed: organisations(found?.passed),
      dialogueSummary: found?.summary ?? false,
      signedContracts: found?.contracts ?? 0,
      rolledOut: organisations(found?.rolled_out),
      measured: found?.measured ?? false,
    }
    return { joint, around }
  })
}

function organisations(ids: readonly string[] = []): ReadonlySet<OrganisationId> {
  return new Set(ids.map((id) => OrganisationId.parse(id)))
}
