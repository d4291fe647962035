import { sql } from 'kysely'
import type { PersonId } from '#src/modules/identity/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import type { Assessment } from './contract.ts'
import type { Judgement } from './judgement.ts'
import './tables.ts'

type NewJudgement = Pick<
  Judgement,
  'assessment' | 'reason' | 'found' | 'noticeId' | 'organisation' | 'at'
> & {
  readonly chain: string
  readonly by: PersonId
}

export async function insertJudgement(tx: Database, judgement: NewJudgement): Promise<void> {
  const { chain, noticeId, found, assessment, reason, by, organisation, at } = judgement
  await tx
    .insertInto('notice_judgement')
    .values({
      chain,
      notice_id: noticeId,
      found,
      assessment,
      reason,
      judged_by: by,
      organisation_id: organisation,
      judged_at: at,
    })
    .execute()
}

/** Everything that has been said of the notice this version belongs to, the latest first. */
export async function judgementsOf(db: Database, noticeId: string): Promise<readonly Judgement[]> {
  const { rows } = await sql<{
    assessment: Assessment | null
    reason: string
    found: Assessment
    notice_id: string
    person_name: string | null
    organisation_id: string | null
    organisation_name: string | null
    judged_at: Date
  }>`
    select judgement.assessment, reason, found, judgement.notice_id, person.name as person_name, organisation_id,
      organisation.name as organisation_name, judged_at
    from notice_judgement as judgement
    join person on person.id = judged_by
    left join organisation on organisation.id = organisation_id
    where chain = (select chain from notice where public_id = ${noticeId})
    order by seq desc
  `.execute(db)
  return rows.map((row) => ({
    assessment: row.assessment,
    reason: row.reason,
    found: row.found,
    noticeId: row.notice_id,
    personName: row.person_name,
    organisation: row.organisation_id === null ? null : OrganisationId.parse(row.organisation_id),
    organisationName: row.organisation_name,
    at: row.judged_at,
  }))
}

/** What counts for these notices before what the rules found; nothing where nobody has said anything. */
export async function judgedAssessments(
  db: Database,
  chains: readonly string[],
): Promise<ReadonlyMap<string, Assessment>> {
  const { rows } = await sql<{ chain: string; assessment: Assessment | null }>`
    select distinct on (chain) chain, assessment from notice_judgement
    where chain = any(${[...chains]}::text[])
    order by chain, seq desc
  `.execute(db)
  return new Map(rows.flatMap(({ chain, assessment }) => (assessment ? [[chain, assessment] as const] : [])))
}
