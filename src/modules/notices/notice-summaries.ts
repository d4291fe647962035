import type { Database } from '#src/platform/database.ts'
import { toBoughtThrough } from './bought-through.ts'
import type { NoticeId } from './contract.ts'
import { principalsOfNotices } from './principals-repository.ts'
import {
  municipalityOf,
  type NoticeSummary,
  type Organisations,
  readOrganisationsOf,
} from './stored-notice.ts'
import type { NoticeRow } from './tables.ts'

export const SUMMARY_COLUMNS = [
  'id',
  'public_id',
  'title',
  'language',
  'form_type',
  'notice_type',
  'procedure_id',
  'procedure_type',
  'publication_number',
  'published_on',
  'listed_on',
  'deadline_at',
  'value_amount',
  'value_currency',
  'cpv',
  'assessment',
  'current',
  'version',
  'changed_at',
] as const

export type SummaryRow = Pick<NoticeRow, (typeof SUMMARY_COLUMNS)[number]>

/** What lists show of these rows, with who the buyers are. */
export async function toSummaries(db: Database, rows: readonly SummaryRow[]): Promise<NoticeSummary[]> {
  if (rows.length === 0) return []
  const keys = rows.map((row) => row.id)
  const buyers = await db
    .selectFrom('notice_buyer')
    .selectAll()
    .where('notice', 'in', keys)
    .orderBy('position')
    .execute()
  const principals = Map.groupBy(await principalsOfNotices(db, keys), (one) => one.notice)
  const known = await readOrganisationsOf(
    db,
    buyers.map((one) => one.organisation_id),
  )
  const byNotice = Map.groupBy(buyers, (one) => one.notice)
  return rows.map((row) =>
    toSummary(row, {
      buyers: (byNotice.get(row.id) ?? []).map((buyer) => toBuyer(buyer, known)),
      boughtFor: toBoughtThrough(known.register, principals.get(row.id) ?? []),
    }),
  )
}

function toBuyer(
  row: { readonly name: string; readonly organisation_id: string | null; readonly lead: boolean },
  { register, organisations }: Organisations,
): NoticeSummary['buyers'][number] {
  const organisation = organisations.get(row.organisation_id ?? '') ?? null
  return {
    name: row.name,
    organisation,
    municipality: municipalityOf(register, organisation),
    lead: row.lead,
  }
}

function toSummary(row: SummaryRow, parties: Pick<NoticeSummary, 'buyers' | 'boughtFor'>): NoticeSummary {
  return {
    id: row.public_id as NoticeId,
    title: row.title,
    language: row.language,
    formType: row.form_type,
    noticeType: row.notice_type,
    procedureId: row.procedure_id,
    procedureType: row.procedure_type,
    publicationNumber: row.publication_number,
    publishedOn: row.published_on?.toString() ?? null,
    listedOn: row.listed_on.toString(),
    deadline: row.deadline_at ? toInstant(row.deadline_at) : null,
    value:
      row.value_amount && row.value_currency
        ? { amount: row.value_amount, currency: row.value_currency }
        : null,
    cpv: row.cpv,
    assessment: row.assessment,
    current: row.current,
    version: row.version,
    changedAt: row.changed_at,
    ...parties,
  }
}

/** As the reader writes instants: whole seconds, UTC. */
function toInstant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z')
}
