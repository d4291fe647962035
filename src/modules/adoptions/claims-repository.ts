import type { Selectable } from 'kysely'
import { SolutionId } from '#src/modules/catalogue/contract.ts'
import { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database, Schema } from '#src/platform/database.ts'
import { ClaimId } from './contract.ts'
import './tables.ts'

/** What a supplier says of its own solution. */
export type Claim = {
  readonly id: ClaimId
  readonly solution: SolutionId
  readonly organisation: OrganisationId
  readonly status: 'asked' | 'accepted' | 'refused' | 'ended'
  readonly words: string
  readonly link: string | null
  readonly askedBy: PersonId
  readonly askedAt: Date
  readonly decidedAt: Date | null
}

/** False when the supplier has one that waits or stands. */
export async function insertClaim(tx: Database, claim: Claim): Promise<boolean> {
  const inserted = await tx
    .insertInto('solution_claim')
    .values({
      id: claim.id,
      solution_id: claim.solution,
      organisation_id: claim.organisation,
      status: claim.status,
      words: claim.words,
      link: claim.link,
      asked_by: claim.askedBy,
      asked_at: claim.askedAt,
      decided_by: null,
      decided_at: null,
      reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function claimsOf(
  db: Database,
  { solution, status }: { readonly solution?: SolutionId; readonly status: Claim['status'] },
): Promise<readonly Claim[]> {
  const rows = await db
    .selectFrom('solution_claim')
    .selectAll()
    .where('status', '=', status)
    .$if(solution !== undefined, (query) => query.where('solution_id', '=', solution ?? ''))
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(toClaim)
}

/** What this supplier has said of it, and waits for or has had accepted. */
export async function claimBy(
  db: Database,
  { solution, organisation }: { readonly solution: SolutionId; readonly organisation: OrganisationId },
): Promise<Claim | null> {
  const row = await db
    .selectFrom('solution_claim')
    .selectAll()
    .where('solution_id', '=', solution)
    .where('organisation_id', '=', organisation)
    .where('status', 'in', ['asked', 'accepted'])
    .executeTakeFirst()
  return row ? toClaim(row) : null
}

export async function lockClaim(tx: Database, id: ClaimId): Promise<Claim | null> {
  const row = await tx
    .selectFrom('solution_claim')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toClaim(row) : null
}

export async function settleClaim(
  tx: Database,
  id: ClaimId,
  decided: {
    readonly status: 'accepted' | 'refused'
    readonly reason: string | null
    readonly by: PersonId
    readonly at: Date
  },
): Promise<void> {
  await tx
    .updateTable('solution_claim')
    .set({ status: decided.status, reason: decided.reason, decided_by: decided.by, decided_at: decided.at })
    .where('id', '=', id)
    .execute()
}

function toClaim(row: Selectable<Schema['solution_claim']>): Claim {
  return {
    id: ClaimId.parse(row.id),
    solution: SolutionId.parse(row.solution_id),
    organisation: OrganisationId.parse(row.organisation_id),
    status: row.status,
    words: row.words,
    link: row.link,
    askedBy: PersonId.parse(row.asked_by),
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
  }
}
