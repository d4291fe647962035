import { type Selectable, sql } from 'kysely'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { DraftId } from '#src/modules/sharing/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import type { Adoption, AdoptionStep } from './adoption.ts'
import { AdoptionId } from './contract.ts'
import './tables.ts'

type Noted = { readonly by: PersonId; readonly at: Date }

/** False when the organisation has one of the same case under way. */
export async function insertAdoption(tx: Database, adoption: Adoption, { by, at }: Noted): Promise<boolean> {
  const inserted = await tx
    .insertInto('adoption')
    .values({
      id: adoption.id,
      organisation_id: adoption.organisation,
      case_id: adoption.caseId,
      case_version: adoption.caseVersion,
      status: adoption.status,
      audience: adoption.audience,
      differences: adoption.differences,
      volume_there: adoption.volumes?.there ?? null,
      volume_here: adoption.volumes?.here ?? null,
      draft_id: adoption.draft,
      version: adoption.version,
      begun_by: by,
      begun_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false
  for (const step of adoption.steps) await insertStep(tx, adoption.id, { step, position: 0, by, at })
  return true
}

/** The draft is written after, so that two who begin at once leave no draft behind. */
export async function beginWithDraft(tx: Database, id: AdoptionId, draft: DraftId): Promise<void> {
  await tx.updateTable('adoption').set({ draft_id: draft }).where('id', '=', id).execute()
}

/** Saves what was read at `adoption.version`; false when somebody has saved since. */
export async function saveAdoption(tx: Database, adoption: Adoption): Promise<boolean> {
  const saved = await tx
    .updateTable('adoption')
    .set({
      status: adoption.status,
      audience: adoption.audience,
      differences: adoption.differences,
      version: adoption.version + 1,
    })
    .where('id', '=', adoption.id)
    .where('version', '=', adoption.version)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

export async function insertStep(
  tx: Database,
  adoption: AdoptionId,
  { step, position, by, at }: Noted & { readonly step: AdoptionStep; readonly position: number },
): Promise<void> {
  await tx
    .insertInto('adoption_step')
    .values({
      adoption_id: adoption,
      position,
      status: step.status,
      happened_on: step.on.toString(),
      reason: step.reason,
      noted_by: by,
      noted_at: at,
    })
    .execute()
}

export async function findAdoption(db: Database, id: AdoptionId): Promise<Adoption | null> {
  const [found] = await select(db, sql`adoption.id = ${id}`)
  return found ?? null
}

/** The adoption, locked until the transaction ends. */
export async function lockAdoption(tx: Database, id: AdoptionId): Promise<Adoption | null> {
  await sql`select from adoption where id = ${id} for update`.execute(tx)
  return findAdoption(tx, id)
}

/** The one under way; an organisation has one of each case at most. */
export async function adoptionUnderWay(
  db: Database,
  { organisation, caseId }: { readonly organisation: OrganisationId; readonly caseId: CaseId },
): Promise<Adoption | null> {
  const [found] = await select(
    db,
    sql`adoption.organisation_id = ${organisation} and adoption.case_id = ${caseId}
      and adoption.status not in ('replaced', 'abandoned')`,
  )
  return found ?? null
}

export function adoptionsBy(
  db: Database,
  organisations: readonly OrganisationId[],
): Promise<readonly Adoption[]> {
  return select(db, sql`adoption.organisation_id = any(${[...organisations]}::uuid[])`)
}

export function adoptionsOfCases(db: Database, cases: readonly CaseId[]): Promise<readonly Adoption[]> {
  return select(db, sql`adoption.case_id = any(${[...cases]}::text[])`)
}

type Row = Selectable<Schema['adoption']> & { own_case: string | null }

async function select(db: Database, condition: ReturnType<typeof sql>): Promise<readonly Adoption[]> {
  const { rows } = await sql<Row>`
    select adoption.*, case when case_draft.status = 'published' then case_draft.case_id end as own_case
    from adoption
    left join case_draft on case_draft.id = adoption.draft_id
    where ${condition}
    order by adoption.begun_at, adoption.id
  `.execute(db)
  if (rows.length === 0) return []
  const steps = await db
    .selectFrom('adoption_step')
    .selectAll()
    .where(
      'adoption_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const byAdoption = Map.groupBy(steps, (step) => step.adoption_id)
  return rows.map((row) => toAdoption(row, byAdoption.get(row.id) ?? []))
}

function toAdoption(row: Row, steps: readonly Selectable<Schema['adoption_step']>[]): Adoption {
  return {
    id: AdoptionId.parse(row.id),
    organisation: OrganisationId.parse(row.organisation_id),
    caseId: CaseId.parse(row.case_id),
    caseVersion: row.case_version,
    status: row.status,
    audience: row.audience,
    differences: row.differences,
    volumes:
      row.volume_there !== null && row.volume_here !== null
        ? { there: row.volume_there, here: row.volume_here }
        : null,
    draft: row.draft_id === null ? null : DraftId.parse(row.draft_id),
    ownCase: row.own_case === null ? null : CaseId.parse(row.own_case),
    version: row.version,
    begunAt: row.begun_at,
    steps: steps.map(({ status, happened_on, reason }) => ({ status, on: happened_on, reason })),
  }
}
