import { type RawBuilder, type Selectable, sql } from 'kysely'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { DemandId } from '#src/modules/needs/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { ParticipantStanding, ProcurementFacts, ProcurementId } from './contract.ts'
import type { JointProcurement, Participant, StepTaken } from './joint-procurement.ts'
import './tables.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`

type Noted = { readonly by: PersonId; readonly at: Date }

/** Writes a new one, without its participants and steps. False when its demand has one under way. */
export async function insertProcurement(
  tx: Database,
  one: JointProcurement,
  { by }: Pick<Noted, 'by'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into joint_procurement (id, title, path, step, lead_id, demand_id, audience, facts, version, gate_round,
      begun_by, begun_at, changed_at)
    values (${one.id}, ${one.title}, ${one.path}, ${one.step}, ${one.lead}, ${one.demand}, ${one.audience},
      ${json(one.facts)}, ${one.version}, ${one.gateRound}, ${by}, ${one.begunAt}, ${one.changedAt})
    on conflict do nothing
  `.execute(tx)
  return numAffectedRows === 1n
}

/**
 * Saves what is common; participants and steps are rows of their own. False when somebody else has saved it since the
 * version it was read at. The new version is one more.
 */
export async function saveProcurement(tx: Database, one: JointProcurement): Promise<boolean> {
  const { ended } = one
  const { numAffectedRows } = await sql`
    update joint_procurement set title = ${one.title}, path = ${one.path}, step = ${one.step},
      outcome = ${ended?.outcome ?? null}, outcome_reason = ${ended?.reason ?? null}, ended_at = ${ended?.at ?? null},
      lead_id = ${one.lead}, audience = ${one.audience}, facts = ${json(one.facts)}, version = version + 1,
      gate_round = ${one.gateRound}, locked_at = ${one.lockedAt}, case_id = ${one.caseId}, draft_id = ${one.draft},
      changed_at = ${one.changedAt}
    where id = ${one.id} and version = ${one.version}
  `.execute(tx)
  return numAffectedRows === 1n
}

/** That something of it has changed, where what is common has not. */
export async function touchProcurement(tx: Database, id: ProcurementId, at: Date): Promise<void> {
  await tx.updateTable('joint_procurement').set({ changed_at: at }).where('id', '=', id).execute()
}

/**
 * False when the organisation is among them already, or when the list is closed: nobody comes in beside the lock, however
 * the row is written.
 */
export async function insertParticipant(tx: Database, id: ProcurementId, one: Participant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into joint_participant (procurement_id, organisation_id, role, status, standing, version, joined_at,
      decided_at)
    select id, ${one.organisation}::uuid, ${one.role}, ${one.status}, ${json(one.standing)}, ${one.version}::integer,
      ${one.joinedAt}::timestamptz, ${one.decidedAt}::timestamptz
    from joint_procurement where id = ${id} and locked_at is null for share
    on conflict do nothing
  `.execute(tx)
  return numAffectedRows === 1n
}

/** False when it has been saved since the version it was read at. */
export async function saveParticipant(tx: Database, id: ProcurementId, one: Participant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update joint_participant set role = ${one.role}, status = ${one.status}, standing = ${json(one.standing)},
      version = version + 1, decided_at = ${one.decidedAt}
    where procurement_id = ${id} and organisation_id = ${one.organisation} and version = ${one.version}
  `.execute(tx)
  return numAffectedRows === 1n
}

export async function insertStep(
  tx: Database,
  id: ProcurementId,
  { step, position, by, at }: Noted & { readonly step: StepTaken; readonly position: number },
): Promise<void> {
  await tx
    .insertInto('joint_step')
    .values({
      procurement_id: id,
      position,
      step: step.step,
      happened_on: step.on.toString(),
      reason: step.reason,
      taken_for: step.takenFor,
      taken_by: by,
      taken_at: at,
    })
    .execute()
}

export async function findProcurement(db: Database, id: ProcurementId): Promise<JointProcurement | null> {
  return (await select(db, sql`id = ${id}`))[0] ?? null
}

/** The same, with what belongs to it kept from being changed by others until the transaction ends. */
export async function lockProcurement(tx: Database, id: ProcurementId): Promise<JointProcurement | null> {
  await sql`select from joint_procurement where id = ${id} for update`.execute(tx)
  return findProcurement(tx, id)
}

/** Those that one of the organisations takes part in or is asked into, the one that was changed last first. */
export function procurementsOf(
  db: Database,
  organisations: Iterable<OrganisationId>,
): Promise<readonly JointProcurement[]> {
  return select(
    db,
    sql`id in (select procurement_id from joint_participant where organisation_id = any(${[...organisations]}::uuid[]))`,
  )
}

/** All there are, the one that was changed last first; whoever shows them asks `mayRead`. */
export function allProcurements(db: Database): Promise<readonly JointProcurement[]> {
  return select(db, sql`true`)
}

export function procurementsOfDemand(db: Database, demand: DemandId): Promise<readonly JointProcurement[]> {
  return select(db, sql`demand_id = ${demand}`)
}

async function select(db: Database, where: RawBuilder<unknown>): Promise<readonly JointProcurement[]> {
  const { rows } = await sql<Selectable<Schema['joint_procurement']>>`
    select * from joint_procurement where ${where} order by changed_at desc, id
  `.execute(db)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const participants = await db
    .selectFrom('joint_participant')
    .selectAll()
    .where('procurement_id', 'in', ids)
    .orderBy('joined_at')
    .orderBy('organisation_id')
    .execute()
  const steps = await db
    .selectFrom('joint_step')
    .selectAll()
    .where('procurement_id', 'in', ids)
    .orderBy('position')
    .execute()
  const participantsOf = Map.groupBy(participants, (one) => one.procurement_id)
  const stepsOf = Map.groupBy(steps, (one) => one.procurement_id)
  return rows.map((row) => ({
    ...toProcurement(row),
    participants: (participantsOf.get(row.id) ?? []).map(toParticipant),
    steps: (stepsOf.get(row.id) ?? []).map(toStep),
  }))
}

function toProcurement(
  row: Selectable<Schema['joint_procurement']>,
): Omit<JointProcurement, 'participants' | 'steps'> {
  return {
    id: ProcurementId.parse(row.id),
    title: row.title,
    path: row.path,
    step: row.step,
    ended:
      row.outcome && row.ended_at
        ? { outcome: row.outcome, reason: row.outcome_reason, at: row.ended_at }
        : null,
    lead: OrganisationId.parse(row.lead_id),
    demand: DemandId.nullable().parse(row.demand_id),
    audience: row.audience,
    facts: ProcurementFacts.parse(row.facts),
    version: row.version,
    gateRound: row.gate_round,
    lockedAt: row.locked_at,
    caseId: CaseId.nullable().parse(row.case_id),
    draft: DraftId.nullable().parse(row.draft_id),
    begunAt: row.begun_at,
    changedAt: row.changed_at,
  }
}

function toParticipant(row: Selectable<Schema['joint_participant']>): Participant {
  return {
    organisation: OrganisationId.parse(row.organisation_id),
    role: row.role,
    status: row.status,
    standing: ParticipantStanding.parse(row.standing),
    version: row.version,
    joinedAt: row.joined_at,
    decidedAt: row.decided_at,
  }
}

function toStep(row: Selectable<Schema['joint_step']>): StepTaken {
  return {
    step: row.step,
    on: row.happened_on,
    reason: row.reason,
    takenFor: OrganisationId.parse(row.taken_for),
  }
}
