import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { type ImportRun, latestRuns } from './import-runs-repository.ts'
import './tables.ts'

/** What is in the database, from when and where, and what was refused: the figures of `/om-data`. */
export type DataStatus = {
  /** Notices in their current version; all versions; all files they came in. */
  readonly notices: number
  readonly versions: number
  readonly originals: number
  readonly oldestPublishedOn: string | null
  readonly newestPublishedOn: string | null
  readonly lastReceivedAt: Date | null
  readonly sources: readonly {
    readonly source: string
    readonly originals: number
    readonly lastReceivedAt: Date
  }[]
  readonly formTypes: readonly { readonly formType: string | null; readonly notices: number }[]
  readonly declaredInnovative: number
  /** Norwegian buyers that nobody is known by; a person has to look at them. */
  readonly buyersWithoutOrganisation: number
  readonly quarantined: number
  readonly quarantineReasons: readonly { readonly code: string; readonly count: number }[]
  readonly remarks: readonly { readonly code: string; readonly notices: number }[]
  readonly runs: readonly ImportRun[]
}

export async function dataStatus(db: Database): Promise<DataStatus> {
  const { rows: totals } = await sql<Totals>`
    select count(*) filter (where current) as notices, count(*) as versions,
      (select count(*) from notice_original) as originals,
      min(published_on) as oldest, max(published_on) as newest,
      count(*) filter (where current and assessment = 'declared') as declared,
      (select count(*) from notice_buyer as buyer join notice as of_current on of_current.id = buyer.notice
        where of_current.current and organisation_id is null and not recognised and confirmed_at is null
          and coalesce(country, 'NOR') in ('NOR', 'NO')) as unmatched,
      (select count(*) from quarantine) as quarantined
    from notice`.execute(db)
  const sources = await readSources(db)
  const total = totals[0]
  return {
    notices: Number(total?.notices ?? 0),
    versions: Number(total?.versions ?? 0),
    originals: Number(total?.originals ?? 0),
    oldestPublishedOn: total?.oldest?.toString() ?? null,
    newestPublishedOn: total?.newest?.toString() ?? null,
    lastReceivedAt:
      sources.map((one) => one.lastReceivedAt).toSorted((one, other) => Number(other) - Number(one))[0] ??
      null,
    sources,
    formTypes: await readFormTypes(db),
    declaredInnovative: Number(total?.declared ?? 0),
    buyersWithoutOrganisation: Number(total?.unmatched ?? 0),
    quarantined: Number(total?.quarantined ?? 0),
    quarantineReasons: await readQuarantineReasons(db),
    remarks: await readRemarks(db),
    runs: await latestRuns(db),
  }
}

type Totals = {
  notices: number
  versions: number
  originals: number
  oldest: Temporal.PlainDate | null
  newest: Temporal.PlainDate | null
  declared: number
  unmatched: number
  quarantined: number
}

async function readSources(db: Database): Promise<DataStatus['sources']> {
  const { rows } = await sql<{ source: string; originals: number; last: Date }>`
    select source, count(*) as originals, max(received_at) as last
    from notice_original group by source order by source`.execute(db)
  return rows.map((row) => ({
    source: row.source,
    originals: Number(row.originals),
    lastReceivedAt: row.last,
  }))
}

async function readFormTypes(db: Database): Promise<DataStatus['formTypes']> {
  const { rows } = await sql<{ form_type: string | null; notices: number }>`
    select form_type, count(*) as notices from notice where current
    group by form_type order by notices desc, form_type`.execute(db)
  return rows.map((row) => ({ formType: row.form_type, notices: Number(row.notices) }))
}

async function readQuarantineReasons(db: Database): Promise<DataStatus['quarantineReasons']> {
  const { rows } = await sql<{ code: string; count: number }>`
    select problem ->> 'code' as code, count(*) as count
    from quarantine, jsonb_array_elements(problems) as problem
    group by 1 order by 2 desc, 1`.execute(db)
  return rows.map(({ code, count }) => ({ code, count: Number(count) }))
}

async function readRemarks(db: Database): Promise<DataStatus['remarks']> {
  const { rows } = await sql<{ code: string; notices: number }>`
    select code, count(*) as notices from notice, unnest(remark_codes) as code where current
    group by 1 order by 2 desc, 1`.execute(db)
  return rows.map(({ code, notices }) => ({ code, notices: Number(notices) }))
}
