import {
  assessInnovation,
  type InnovationAssessment,
} from '#src/modules/notices/innovation/assess-innovation.ts'
import type { Database } from '#src/platform/database.ts'
import { toBoughtThrough } from './bought-through.ts'
import type { NoticeId } from './contract.ts'
import type { ContactPerson, Notice } from './notice.ts'
import { principalsOfNotices } from './principals-repository.ts'
import {
  municipalityOf,
  type OriginalInfo,
  readOrganisationsOf,
  type StoredBuyer,
  type StoredNotice,
} from './stored-notice.ts'
import type { NoticeRow } from './tables.ts'

type Content = Omit<Notice, 'contacts'>

/** The version with this public id, or the current version of the notice with this notice id. */
export async function findNotice(db: Database, id: string): Promise<StoredNotice | null> {
  const row = await findRow(db, id)
  return row ? toStoredNotice(db, row) : null
}

export type NoticeVersion = {
  readonly id: NoticeId
  readonly version: string
  readonly current: boolean
  readonly formType: string | null
  readonly publishedOn: string | null
  readonly publicationNumber: string | null
  readonly title: string
}

const VERSION_COLUMNS = [
  'public_id',
  'version',
  'current',
  'form_type',
  'published_on',
  'publication_number',
  'title',
] as const

function toVersion(row: Pick<NoticeRow, (typeof VERSION_COLUMNS)[number]>): NoticeVersion {
  return {
    id: row.public_id as NoticeId,
    version: row.version,
    current: row.current,
    formType: row.form_type,
    publishedOn: row.published_on?.toString() ?? null,
    publicationNumber: row.publication_number,
    title: row.title,
  }
}

/** Every version of the notice that this id belongs to, newest first. */
export async function noticeVersions(db: Database, id: string): Promise<readonly NoticeVersion[]> {
  const row = await findRow(db, id)
  if (!row) return []
  const rows = await db
    .selectFrom('notice')
    .select(VERSION_COLUMNS)
    .where('chain', '=', row.chain)
    .orderBy('current', 'desc')
    .orderBy('listed_on', 'desc')
    .orderBy('public_id', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** Other notices of the same procedure: the competition before a result, the result after it. */
export async function noticesOfProcedure(
  db: Database,
  notice: StoredNotice,
): Promise<readonly NoticeVersion[]> {
  if (!notice.procedureId) return []
  const rows = await db
    .selectFrom('notice')
    .select(VERSION_COLUMNS)
    .where('procedure_id', '=', notice.procedureId)
    .where('current', '=', true)
    .where('public_id', '<>', notice.currentId)
    .orderBy('listed_on')
    .orderBy('public_id')
    .limit(50)
    .execute()
  return rows.map(toVersion)
}

/**
 * The contact persons of a notice while somebody may need them: until its last deadline, in its current version.
 * Afterwards there is no reason left to show them (GDPR art. 5, storage limitation).
 */
export async function contactPersons(db: Database, id: string, now: Date): Promise<readonly ContactPerson[]> {
  const row = await findRow(db, id)
  if (!row?.current || !row.last_deadline_at || row.last_deadline_at <= now) return []
  return row.contacts as readonly ContactPerson[]
}

async function findRow(db: Database, id: string): Promise<NoticeRow | undefined> {
  const byPublicId = await db.selectFrom('notice').selectAll().where('public_id', '=', id).executeTakeFirst()
  if (byPublicId) return byPublicId
  const byChain = await db
    .selectFrom('notice')
    .selectAll()
    .where('chain', '=', id)
    .where('current', '=', true)
    .executeTakeFirst()
  return byChain ?? findTied(db, id)
}

/** The eForms notice that a release with this id is an original of. */
function findTied(db: Database, id: string): Promise<NoticeRow | undefined> {
  return db
    .selectFrom('notice')
    .innerJoin('notice_original as file', 'file.notice', 'notice.id')
    .innerJoin('notice_release as release', 'release.sha256', 'file.sha256')
    .selectAll('notice')
    .where('release.public_id', '=', id)
    .executeTakeFirst()
}

async function toStoredNotice(db: Database, row: NoticeRow): Promise<StoredNotice> {
  const content = row.content as Content
  const current = await db
    .selectFrom('notice')
    .select('public_id')
    .where('chain', '=', row.chain)
    .where('current', '=', true)
    .executeTakeFirst()
  return {
    ...content,
    id: row.public_id as NoticeId,
    current: row.current,
    currentId: (current?.public_id ?? row.public_id) as NoticeId,
    ...(await readParties(db, row, content)),
    innovation: { ...content.innovation, ...assessmentOf(row, content) },
    originals: await readOriginals(db, row),
    changedAt: row.changed_at,
  }
}

/** As it is stored; a notice that has not been made anew since the rules came is assessed here and now. */
function assessmentOf(row: NoticeRow, content: Content): InnovationAssessment {
  if (row.innovation) return row.innovation as InnovationAssessment
  return assessInnovation({ ...content, contacts: [] })
}

async function readParties(
  db: Database,
  row: NoticeRow,
  content: Content,
): Promise<Pick<StoredNotice, 'buyers' | 'boughtFor'>> {
  const links = await db
    .selectFrom('notice_buyer')
    .select(['position', 'organisation_id'])
    .where('notice', '=', row.id)
    .execute()
  const { register, organisations } = await readOrganisationsOf(
    db,
    links.map((one) => one.organisation_id),
  )
  const byPosition = new Map(links.map((one) => [one.position, one.organisation_id]))
  const buyers = content.buyers.map((buyer, position): StoredBuyer => {
    const organisation = organisations.get(byPosition.get(position) ?? '') ?? null
    return { ...buyer, organisation, municipality: municipalityOf(register, organisation) }
  })
  return { buyers, boughtFor: toBoughtThrough(register, await principalsOfNotices(db, [row.id])) }
}

async function readOriginals(db: Database, row: NoticeRow): Promise<OriginalInfo[]> {
  const rows = await db
    .selectFrom('notice_original')
    .select(['sha256', 'source', 'received_at'])
    .where('notice', '=', row.id)
    .orderBy('received_at')
    .orderBy('sha256')
    .execute()
  return rows
    .map((one) => ({ sha256: one.sha256, source: one.source, receivedAt: one.received_at }))
    .toSorted((one, other) => Number(other.sha256 === row.original) - Number(one.sha256 === row.original))
}
