import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  type Organisation,
  organisation,
  organisationsByIds,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { SearchDocument, SearchSource } from '#src/modules/search/contract.ts'
import { cpvDivision, nutsCounty } from '#src/modules/vocabulary/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Assessment } from './contract.ts'
import { judgedAssessments } from './judgements-repository.ts'
import type { Lot, Notice } from './notice.ts'
import { principalsOfNotices } from './principals-repository.ts'
import { municipalityOf } from './stored-notice.ts'
import type { NoticeRow } from './tables.ts'

/** What of a notice can be found, by whom: everything public in its current version, and no contact persons. */
export function noticeSearchSource(db: Database): SearchSource {
  return {
    type: 'notice',
    listIds: async () => {
      const rows = await db
        .selectFrom('notice')
        .select('public_id')
        .where('current', '=', true)
        .orderBy('public_id')
        .execute()
      return rows.map((row) => row.public_id)
    },
    load: (ids) => loadDocuments(db, ids),
  }
}

async function loadDocuments(db: Database, ids: readonly string[]): Promise<readonly SearchDocument[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('public_id', 'in', ids)
    .where('current', '=', true)
    .execute()
  if (rows.length === 0) return []
  const buyers = await db
    .selectFrom('notice_buyer')
    .select(['notice', 'organisation_id'])
    .where(
      'notice',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  const register = await readRegister(db)
  const linked = buyers.flatMap((one) => one.organisation_id ?? []) as OrganisationId[]
  const known = await organisationsByIds(db, linked)
  const byNotice = Map.groupBy(buyers, (one) => one.notice)
  const links = await principalsOfNotices(
    db,
    rows.map((row) => row.id),
  )
  const principalsByNotice = Map.groupBy(links, (one) => one.notice)
  const judged = await judgedAssessments(
    db,
    rows.map((row) => row.chain),
  )
  return rows.map((row) => {
    const organisations = (byNotice.get(row.id) ?? []).flatMap(
      (one) => known.get(one.organisation_id as OrganisationId) ?? [],
    )
    const principals = (principalsByNotice.get(row.id) ?? []).flatMap(
      (one) => organisation(register, one.organisation) ?? [],
    )
    return toDocument(row, { register, organisations, principals, judged: judged.get(row.chain) ?? null })
  })
}

type Known = {
  readonly register: Register
  /** The buyers it names. */
  readonly organisations: readonly Organisation[]
  /** Those it was bought for and does not name. */
  readonly principals: readonly Organisation[]
  /** What somebody who knows it has said of how innovative it is. */
  readonly judged: Assessment | null
}

function toDocument(row: NoticeRow, known: Known): SearchDocument {
  const notice = row.content as Omit<Notice, 'contacts'>
  return {
    id: row.public_id,
    type: 'notice',
    language: row.language,
    title: row.title || row.public_id,
    summary: notice.description.slice(0, 500),
    body: bodyOf(notice),
    names: namesOf(notice, known.organisations),
    facets: facetsOf(row, { notice, known }),
    boughtFor: placesOf(known.register, known.principals),
    prior: priorOf(notice),
    publishedOn: row.listed_on.toString(),
    deadlineAt: row.last_deadline_at,
    valueNok: row.value_currency === 'NOK' && row.value_amount ? Number(row.value_amount) : null,
    audience: 'public',
  }
}

/** Every text a reader of the page would see; a hundred lots repeat themselves, so each text stands once. */
function bodyOf(notice: Omit<Notice, 'contacts'>): string {
  const texts = [
    notice.description,
    notice.procedureDescription,
    ...notice.translations
      .filter((one) => /^(nb|nn|en)$/.test(one.language))
      .flatMap((one) => [one.title, one.description]),
    ...[...notice.lots, ...notice.parts].flatMap(textsOfLot),
    ...notice.changes.map((change) => change.description),
  ]
  return [...new Set(texts.filter(Boolean))].join('\n').slice(0, 100_000)
}

function textsOfLot(lot: Lot): (string | null)[] {
  return [
    lot.title,
    lot.description,
    ...lot.awardCriteria.flatMap((criterion) => [criterion.name, criterion.description]),
    lot.options?.description ?? null,
  ]
}

function namesOf(notice: Omit<Notice, 'contacts'>, organisations: readonly Organisation[]): string[] {
  const winners = [...notice.lots, ...notice.resultsWithoutLot].flatMap((lot) =>
    lot.winners.map((one) => one.name),
  )
  const names = [...notice.buyers.map((one) => one.name), ...organisations.map((one) => one.name), ...winners]
  return [...new Set(names)].filter((name) => name !== '')
}

function facetsOf(row: NoticeRow, { notice, known }: { notice: Omit<Notice, 'contacts'>; known: Known }) {
  const { county: byBuyer, municipality } = placesOf(known.register, known.organisations)
  const counties = byBuyer.length > 0 ? byBuyer : row.nuts.flatMap((code) => nutsCounty(code) ?? [])
  const divisions = row.cpv.flatMap((code) => cpvDivision(code)?.slice(0, 2) ?? [])
  return {
    county: [...new Set(counties)],
    municipality,
    cpv: [...new Set([...divisions, ...row.cpv])],
    ...(row.procedure_type && { procedure: [row.procedure_type] }),
    year: [row.listed_on.toString().slice(0, 4)],
    innovation: [known.judged ?? row.assessment ?? 'none'],
    joint: [
      String(
        known.principals.length > 0 ||
          notice.buyers.length > 1 ||
          notice.buyers.some((buyer) => buyer.lead || buyer.acquiresForOthers),
      ),
    ],
  }
}

function placesOf(register: Register, organisations: readonly Organisation[]) {
  const numbers = organisations.flatMap((one) => municipalityOf(register, one)?.number ?? [])
  return {
    municipality: [...new Set(numbers)],
    county: [...new Set(organisations.flatMap((one) => one.fylkesnummer ?? []))],
  }
}

/** A notice stands behind a curated case; one that declares innovation, or that nothing is odd about, a little before. */
function priorOf(notice: Omit<Notice, 'contacts'>): number {
  if (notice.remarks.some((remark) => remark.code === 'looksLikeTest')) return 0.05
  const declared = notice.innovation.declared
  return declared.strategicProcurement.length + declared.innovativeAcquisition.length > 0 ? 0.4 : 0.3
}
