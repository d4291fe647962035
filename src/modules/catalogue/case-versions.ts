import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Origin } from './case.ts'
import { CaseContent, CaseId } from './contract.ts'
import './tables.ts'

/** A state that a case has had; the person who published it is in the audit and not here. */
export type CaseVersion = {
  readonly version: number
  readonly current: boolean
  readonly madeBy: Origin
  readonly note: string | null
  readonly at: Date
  /** For whom it was published; null for what ships with the program, and for a curator's correction. */
  readonly organisation: Organisation | null
  readonly content: CaseContent
}

/** Every version of a published case, the newest first; empty for one that is gone or never was. */
export async function caseVersions(db: Database, id: CaseId): Promise<readonly CaseVersion[]> {
  return readVersions(db, id, null)
}

/** One version of a published case. */
export async function findCaseVersion(
  db: Database,
  id: CaseId,
  version: number,
): Promise<CaseVersion | null> {
  const [found] = await readVersions(db, id, version)
  return found ?? null
}

async function readVersions(db: Database, id: CaseId, only: number | null): Promise<readonly CaseVersion[]> {
  const rows = await db
    .selectFrom('procurement_case')
    .innerJoin('case_version', 'case_version.case_id', 'procurement_case.id')
    .select(['version', 'current_version', 'made_by', 'note', 'case_version.created_at', 'published_for'])
    .select('content')
    .where('public_id', '=', id)
    .where('status', '=', 'published')
    .$if(only !== null, (all) => all.where('version', '=', only))
    .orderBy('version', 'desc')
    .execute()
  const ids = rows.flatMap(({ published_for }) => published_for ?? [])
  const organisations = await organisationsByIds(
    db,
    ids.map((one) => OrganisationId.parse(one)),
  )
  return rows.map((row) => ({
    version: row.version,
    current: row.version === row.current_version,
    madeBy: row.made_by,
    note: row.note,
    at: row.created_at,
    organisation: row.published_for
      ? (organisations.get(OrganisationId.parse(row.published_for)) ?? null)
      : null,
    content: CaseContent.parse(row.content),
  }))
}

export type PublishedVersion = {
  readonly id: CaseId
  readonly title: string
  readonly language: string
  readonly version: number
  readonly at: Date
  /** For whom; null for a curator's own. */
  readonly organisation: string | null
}

/** What people have published last, a new version as well as a new case. */
export async function recentlyPublished(db: Database, limit: number): Promise<readonly PublishedVersion[]> {
  const rows = await db
    .selectFrom('case_version')
    .innerJoin('procurement_case', 'procurement_case.id', 'case_version.case_id')
    .leftJoin('organisation', 'organisation.id', 'case_version.published_for')
    .select(['public_id', 'content', 'version', 'case_version.created_at', 'organisation.name'])
    .where('made_by', '=', 'person')
    .where('status', '=', 'published')
    .orderBy('case_version.created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const { identity, language } = CaseContent.parse(row.content)
    return {
      id: CaseId.parse(row.public_id),
      title: identity.title,
      language,
      version: row.version,
      at: row.created_at,
      organisation: row.name,
    }
  })
}
