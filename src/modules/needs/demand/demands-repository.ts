import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { DemandId, type DemandNeedStatus, NeedId } from '#src/modules/needs/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { type DemandNeed, type JointDemand, joinedIn, narrowest } from './joint-demand.ts'
import { Statement } from './statement.ts'
import '#src/modules/needs/tables.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`

export async function insertDemand(
  tx: Database,
  demand: Omit<JointDemand, 'needs'>,
  by: PersonId,
): Promise<void> {
  await sql`
    insert into joint_demand (id, title, status, audience, lead_id, statement, version, begun_by, begun_at, changed_at)
    values (${demand.id}, ${demand.title}, ${demand.status}, ${demand.audience}, ${demand.lead},
      ${json(demand.statement)}, ${demand.version}, ${by}, ${demand.begunAt}, ${demand.changedAt})
  `.execute(tx)
  await keepDemandVersion(tx, demand, { by, at: demand.begunAt })
}

type Kept = { readonly by: PersonId; readonly at: Date }
type Stated = Pick<JointDemand, 'id' | 'title' | 'statement' | 'version'>

export async function keepDemandVersion(tx: Database, demand: Stated, { by, at }: Kept): Promise<void> {
  await sql`
    insert into joint_demand_version (demand_id, version, title, statement, saved_by, saved_at)
    values (${demand.id}, ${demand.version}, ${demand.title}, ${json(demand.statement)}, ${by}, ${at})
  `.execute(tx)
}

/**
 * Saves everything of a demand that is locked but its needs and who may read it, which is read narrower than it is kept
 * while a need in it is told to fewer. The version is as it is given.
 */
export async function saveDemand(
  tx: Database,
  demand: Omit<JointDemand, 'needs' | 'audience'>,
): Promise<void> {
  await sql`
    update joint_demand set title = ${demand.title}, status = ${demand.status}, lead_id = ${demand.lead},
      statement = ${json(demand.statement)}, version = ${demand.version}, changed_at = ${demand.changedAt},
      dialogue_closed_at = ${demand.dialogueClosedAt}, ended_at = ${demand.endedAt}
    where id = ${demand.id}
  `.execute(tx)
}

/** False where that is what was chosen before. The demand must be locked. */
export async function saveDemandAudience(
  tx: Database,
  { id, audience, changedAt }: Pick<JointDemand, 'id' | 'audience' | 'changedAt'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update joint_demand set audience = ${audience}, changed_at = ${changedAt}
    where id = ${id} and audience <> ${audience}
  `.execute(tx)
  return numAffectedRows === 1n
}

type Placed = Kept & { readonly need: NeedId; readonly status: 'asked' | 'joined' }

/** Of a demand that is locked and whose statement nobody has written on: the first version is made anew. */
export async function replaceFirstStatement(tx: Database, id: DemandId, statement: Statement): Promise<void> {
  await sql`update joint_demand set statement = ${json(statement)} where id = ${id} and version = 1`.execute(
    tx,
  )
  await sql`
    update joint_demand_version set statement = ${json(statement)} where demand_id = ${id} and version = 1
  `.execute(tx)
}

/** A row more; the demand must be locked. */
export async function addDemandNeed(
  tx: Database,
  demand: DemandId,
  { need, status, by, at }: Placed,
): Promise<void> {
  const decided = status === 'joined' ? { by, at } : { by: null, at: null }
  await sql`
    insert into joint_demand_need (demand_id, position, need_id, status, asked_by, asked_at, decided_by, decided_at)
    select ${demand}, coalesce(max(position) + 1, 0), ${need}, ${status}, ${by}, ${at}, ${decided.by}::uuid,
      ${decided.at}::timestamptz
    from joint_demand_need where demand_id = ${demand}
  `.execute(tx)
}

type Settled = Kept & { readonly status: Exclude<DemandNeedStatus, 'asked'>; readonly reason: string | null }

export async function settleDemandNeed(
  tx: Database,
  { demand, position }: { readonly demand: DemandId; readonly position: number },
  { status, reason, by, at }: Settled,
): Promise<void> {
  await sql`
    update joint_demand_need
    set status = ${status}, reason = ${reason}, decided_by = ${by}, decided_at = ${at}
    where demand_id = ${demand} and position = ${position}
  `.execute(tx)
}

export async function findDemand(db: Database, id: DemandId): Promise<JointDemand | null> {
  return (await select(db, sql`joint_demand.id = ${id}`))[0] ?? null
}

/** The demand, locked until the transaction ends; whoever changes it, its needs or its market waits here. */
export async function lockDemand(tx: Database, id: DemandId): Promise<JointDemand | null> {
  await sql`select from joint_demand where id = ${id} for update`.execute(tx)
  return findDemand(tx, id)
}

/** All that are not over, the one that was changed last first; whoever shows them asks `mayReadDemand`. */
export function openDemands(db: Database): Promise<readonly JointDemand[]> {
  return select(db, sql`joint_demand.status <> 'dissolved'`)
}

/** Those that a need is asked into, is in, or was in. */
export function demandsOfNeed(db: Database, need: NeedId): Promise<readonly JointDemand[]> {
  return select(db, sql`joint_demand.id in (select demand_id from joint_demand_need where need_id = ${need})`)
}

/** The one a need is in; a need is in one at a time. */
export async function demandJoinedBy(db: Database, need: NeedId): Promise<DemandId | null> {
  const { rows } = await sql<{ demand_id: string }>`
    select demand_id from joint_demand_need where need_id = ${need} and status = 'joined'
  `.execute(db)
  return rows[0] ? DemandId.parse(rows[0].demand_id) : null
}

/** Which of these needs are in a demand now. */
export async function needsInDemands(db: Database, needs: readonly NeedId[]): Promise<ReadonlySet<NeedId>> {
  const { rows } = await sql<{ need_id: string }>`
    select need_id from joint_demand_need where need_id = any(${[...needs]}::uuid[]) and status = 'joined'
  `.execute(db)
  return new Set(rows.map(({ need_id }) => NeedId.parse(need_id)))
}

export type DemandVersion = Pick<JointDemand, 'title' | 'statement' | 'version'> & { readonly savedAt: Date }

/** Everything the statement has said, the first first. */
export async function demandVersions(db: Database, id: DemandId): Promise<readonly DemandVersion[]> {
  const { rows } = await sql<Selectable<Schema['joint_demand_version']>>`
    select * from joint_demand_version where demand_id = ${id} order by version
  `.execute(db)
  return rows.map(({ title, statement, version, saved_at }) => ({
    title,
    statement: Statement.parse(statement),
    version,
    savedAt: saved_at,
  }))
}

type DemandRow = Selectable<Schema['joint_demand']>
type NeedRow = Selectable<Schema['joint_demand_need']> &
  Pick<Selectable<Schema['need']>, 'organisation_id' | 'closed_cause'> & {
    need_status: DemandNeed['needStatus']
    need_audience: DemandNeed['needAudience']
  }

async function select(db: Database, where: RawBuilder<unknown>): Promise<readonly JointDemand[]> {
  const { rows } = await sql<DemandRow>`
    select * from joint_demand where ${where} order by changed_at desc, id
  `.execute(db)
  if (rows.length === 0) return []
  const { rows: needs } = await sql<NeedRow>`
    select joint_demand_need.*, need.organisation_id, need.status as need_status, need.audience as need_audience,
      need.closed_cause
    from joint_demand_need join need on need.id = joint_demand_need.need_id
    where demand_id = any(${rows.map(({ id }) => id)}::uuid[])
    order by position
  `.execute(db)
  const byDemand = Map.groupBy(needs, (one) => one.demand_id)
  return rows.map((row) => toDemand(row, (byDemand.get(row.id) ?? []).map(toDemandNeed)))
}

function toDemand(row: DemandRow, needs: readonly DemandNeed[]): JointDemand {
  return {
    id: DemandId.parse(row.id),
    title: row.title,
    status: row.status,
    audience: narrowest(row.audience, ...joinedIn({ needs }).map(({ needAudience }) => needAudience)),
    lead: OrganisationId.parse(row.lead_id),
    statement: Statement.parse(row.statement),
    version: row.version,
    begunAt: row.begun_at,
    changedAt: row.changed_at,
    dialogueClosedAt: row.dialogue_closed_at,
    endedAt: row.ended_at,
    needs,
  }
}

function toDemandNeed(row: NeedRow): DemandNeed {
  return {
    position: row.position,
    need: NeedId.parse(row.need_id),
    organisation: OrganisationId.parse(row.organisation_id),
    status: row.status,
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    reason: row.reason,
    needStatus: row.need_status,
    needAudience: row.need_audience,
    closedCause: row.closed_cause,
  }
}
