import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { ProcurementId } from '#src/modules/joint-procurement/contract.ts'
import '#src/modules/joint-procurement/tables.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { ContractTerms, JointContractId } from './contract-forms.ts'
import type { Deviation, JointContract } from './contract-of-joint.ts'

type Noted = { readonly by: PersonId; readonly at: Date }

/** False for one that is there already: a form that was sent twice. */
export async function insertContract(tx: Database, one: JointContract, { by, at }: Noted): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into joint_contract (id, procurement_id, organisation_id, supplier_name, signed_on, starts_on, ends_on,
      latest_ends_on, terms, version, noted_by, noted_at)
    values (${one.id}, ${one.procurement}, ${one.organisation}, ${one.supplierName},
      ${one.signedOn?.toString() ?? null}, ${one.startsOn.toString()}, ${one.endsOn.toString()},
      ${one.latestEndsOn?.toString() ?? null}, ${JSON.stringify(one.terms)}::text::jsonb, 1, ${by}, ${at})
    on conflict do nothing
  `.execute(tx)
  return numAffectedRows === 1n
}

/** False when somebody has saved it since the version it was read at. */
export async function saveContract(tx: Database, one: JointContract): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update joint_contract set organisation_id = ${one.organisation}, supplier_name = ${one.supplierName},
      signed_on = ${one.signedOn?.toString() ?? null}, starts_on = ${one.startsOn.toString()},
      ends_on = ${one.endsOn.toString()}, latest_ends_on = ${one.latestEndsOn?.toString() ?? null},
      terms = ${JSON.stringify(one.terms)}::text::jsonb, version = version + 1
    where id = ${one.id} and version = ${one.version}
  `.execute(tx)
  return numAffectedRows === 1n
}

/** Those of a joint procurement, the one that ends first first. */
export function contractsOf(db: Database, procurement: ProcurementId): Promise<readonly JointContract[]> {
  return select(db, sql`procurement_id = ${procurement}`)
}

/** Those of any, that end, or can be ended or prolonged, in the days from the first to the last. */
export function contractsEnding(
  db: Database,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Promise<readonly JointContract[]> {
  const first = from.toString()
  const last = to.toString()
  return select(
    db,
    sql`ends_on between ${first}::date and ${last}::date
      or latest_ends_on between ${first}::date and ${last}::date
      or terms ->> 'optionNoticeOn' between ${first} and ${last}`,
  )
}

export async function findContract(
  db: Database,
  { procurement, id }: { readonly procurement: ProcurementId; readonly id: JointContractId },
): Promise<JointContract | null> {
  return (await select(db, sql`id = ${id} and procurement_id = ${procurement}`))[0] ?? null
}

export async function insertDeviation(
  tx: Database,
  { contract, one, by, at }: Noted & { readonly contract: JointContractId; readonly one: Deviation },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('joint_deviation')
    .values({
      id: one.id,
      contract_id: contract,
      organisation_id: one.organisation,
      happened_on: one.happenedOn.toString(),
      words: one.words,
      noted_by: by,
      noted_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** False when it has been settled already. */
export async function settleDeviation(
  tx: Database,
  { id, on, how }: { readonly id: JointContractId; readonly on: string; readonly how: string },
): Promise<boolean> {
  const settled = await tx
    .updateTable('joint_deviation')
    .set({ settled_on: on, settled_how: how })
    .where('id', '=', id)
    .where('settled_on', 'is', null)
    .executeTakeFirst()
  return settled.numUpdatedRows === 1n
}

async function select(db: Database, where: RawBuilder<unknown>): Promise<readonly JointContract[]> {
  const { rows } = await sql<Selectable<Schema['joint_contract']>>`
    select * from joint_contract where ${where} order by ends_on, id
  `.execute(db)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const deviations = await db
    .selectFrom('joint_deviation')
    .selectAll()
    .where('contract_id', 'in', ids)
    .orderBy('happened_on', 'desc')
    .orderBy('id')
    .execute()
  const deviationsOf = Map.groupBy(deviations, (one) => one.contract_id)
  return rows.map((row) => ({
    id: JointContractId.parse(row.id),
    procurement: ProcurementId.parse(row.procurement_id),
    organisation: OrganisationId.nullable().parse(row.organisation_id),
    supplierName: row.supplier_name,
    signedOn: row.signed_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    latestEndsOn: row.latest_ends_on,
    terms: ContractTerms.parse(row.terms),
    version: row.version,
    deviations: (deviationsOf.get(row.id) ?? []).map(toDeviation),
  }))
}

function toDeviation(row: Selectable<Schema['joint_deviation']>): Deviation {
  return {
    id: JointContractId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    happenedOn: row.happened_on,
    words: row.words,
    settled: row.settled_on && row.settled_how ? { on: row.settled_on, how: row.settled_how } : null,
  }
}
