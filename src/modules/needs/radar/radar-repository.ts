import { sql } from 'kysely'
import type { Firmness, NeedAudience } from '#src/modules/needs/contract.ts'
import { NeedId } from '#src/modules/needs/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import '#src/modules/needs/tables.ts'

/** Of an announced need, as much as the radar shows and counts. */
export type RadarNeed = {
  readonly id: NeedId
  readonly organisation: OrganisationId
  readonly status: 'announced'
  readonly audience: NeedAudience
  readonly announcedAt: Date
  readonly changedAt: Date
  readonly title: string
  readonly language: string
  readonly cpv: readonly string[]
  readonly themes: readonly string[]
  /** First and last day it is wanted to be bought between. */
  readonly from: string | null
  readonly until: string | null
  readonly firmness: Firmness | null
}

type Row = {
  id: string
  organisation_id: string
  audience: NeedAudience
  announced_at: Date
  changed_at: Date
  title: string
  language: string
  cpv: string[]
  themes: string[]
  from: string | null
  until: string | null
  firmness: Firmness | null
}

/** Every need that is announced now; whoever shows them asks `mayReadNeed`. */
export async function radarNeeds(db: Database): Promise<readonly RadarNeed[]> {
  const { rows } = await sql<Row>`
    select id, organisation_id, audience, announced_at, changed_at, content ->> 'title' as title,
      content ->> 'language' as language, content -> 'cpv' as cpv, content -> 'themes' as themes,
      content ->> 'from' as "from", content ->> 'until' as until, content ->> 'firmness' as firmness
    from need where status = 'announced' order by announced_at desc, id
  `.execute(db)
  return rows.map(({ id, organisation_id, announced_at, changed_at, ...row }) => ({
    ...row,
    id: NeedId.parse(id),
    organisation: OrganisationId.parse(organisation_id),
    status: 'announced',
    announcedAt: announced_at,
    changedAt: changed_at,
  }))
}
