import { READER_VERSION } from '#src/modules/notices/eforms/read-notice.ts'
import { INNOVATION_RULES_VERSION } from '#src/modules/notices/innovation/rule.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Register } from '#src/modules/organisations/index.ts'
import type { Original } from './arrival.ts'
import { type Competition, type ContractEnd, contractEnds } from './contract-end.ts'
import type { LinkedOrganisations } from './link-organisations.ts'
import { type Principal, principalsOf } from './principals.ts'
import type { Assessed } from './read-original.ts'
import type { NoticeBuyerRow } from './tables.ts'

/** One row to write, new or anew. */
export type NoticeRecord = {
  readonly key: string
  readonly isNew: boolean
  readonly publicId: string
  readonly chain: string
  readonly current: boolean
  readonly arrival: Assessed & { readonly sha256: string }
  readonly linked: LinkedOrganisations
  /** When it first came, where that is not now. */
  readonly receivedAt?: Date
}

export type OriginalRecord = Original & {
  readonly notice: string
  readonly name: string
  readonly source: string
}

export function noticeRow(record: NoticeRecord, now: Date) {
  const { key, publicId, chain, current, arrival, receivedAt = now } = record
  const { contacts, ...content } = arrival.notice
  const { innovation } = arrival
  return {
    id: key,
    public_id: publicId,
    notice_id: content.noticeId,
    version: content.version,
    chain,
    current,
    procedure_id: content.procedureId,
    publication_number: content.publicationNumber,
    subtype: content.subtype,
    form_type: content.formType,
    notice_type: content.noticeType,
    procedure_type: content.procedureType,
    language: content.language,
    title: content.title,
    published_on: content.publishedOn,
    listed_on: listedOn(record, now),
    deadline_at: content.deadline,
    last_deadline_at: content.lastDeadline,
    value_amount: content.value?.amount ?? null,
    value_currency: content.value?.currency ?? null,
    cpv: content.cpv,
    nuts: content.nuts,
    assessment: innovation.assessment,
    innovation,
    rules_version: INNOVATION_RULES_VERSION,
    remark_codes: [...new Set(content.remarks.map((remark) => remark.code))],
    content,
    contacts,
    original: arrival.sha256,
    reader_version: READER_VERSION,
    created_at: receivedAt,
    changed_at: now,
  }
}

/** Published, or else dispatched, or else received. */
function listedOn({ arrival: { notice }, receivedAt }: NoticeRecord, now: Date): string {
  return (
    notice.publishedOn ?? notice.dispatchedAt?.slice(0, 10) ?? (receivedAt ?? now).toISOString().slice(0, 10)
  )
}

export function originalRow(
  { sha256, notice, name, source, publicationNumber, size }: OriginalRecord,
  now: Date,
) {
  return { sha256, notice, name, source, publication_number: publicationNumber, size, received_at: now }
}

/** What a person has said about a buyer, and about which. */
export type ConfirmedBuyer = Pick<
  NoticeBuyerRow,
  'notice' | 'name' | 'organisasjonsnummer' | 'organisation_id' | 'confirmed_at'
>

export function buyerRows({ key, linked }: NoticeRecord, confirmed: readonly ConfirmedBuyer[]) {
  return linked.buyers.map(({ buyer, organisation, recognised }, position) => {
    const said = confirmed.find(
      (one) =>
        one.notice === key && one.name === buyer.name && one.organisasjonsnummer === buyer.organisationNumber,
    )
    return {
      notice: key,
      position,
      organisation_id: said ? said.organisation_id : organisation,
      name: buyer.name,
      organisasjonsnummer: buyer.organisationNumber,
      number_as_written: buyer.numberAsWritten,
      country: buyer.country,
      lead: buyer.lead,
      confirmed_at: said?.confirmed_at ?? null,
      recognised,
    }
  })
}

export function winnerRows({ key, linked }: NoticeRecord) {
  return linked.winners.map(({ winner, lot, organisation, recognised }, position) => ({
    notice: key,
    position,
    lot,
    organisation_id: organisation,
    name: winner.name,
    organisasjonsnummer: winner.organisationNumber,
    number_as_written: winner.numberAsWritten,
    country: winner.country,
    recognised,
    value_amount: winner.value?.amount ?? null,
    value_currency: winner.value?.currency ?? null,
  }))
}

/** What the rows of a notice are made of beside the notice itself. */
export type Surroundings = {
  readonly register: Register
  readonly confirmed: readonly ConfirmedBuyer[]
  readonly competitions: readonly Competition[]
  /** The time of a notice that does not tell any. */
  readonly now: Date
}

export function noticePrincipalRows(record: NoticeRecord, { register, confirmed, now }: Surroundings) {
  const buyers = buyerRows(record, confirmed).map((row) => row.organisation_id as OrganisationId | null)
  const bought = { notice: record.arrival.notice, buyers, day: listedOn(record, now) }
  return principalRows(record.key, principalsOf(register, bought))
}

export function principalRows(key: string, principals: readonly Principal[]) {
  return principals.map(({ organisation, body, basis }, position) => ({
    notice: key,
    position,
    organisation_id: organisation,
    body_id: body,
    basis,
  }))
}

export function noticeContractEndRows({ key, arrival: { notice } }: NoticeRecord, around: Surroundings) {
  const competitions = around.competitions.filter((one) => one.procedureId === notice.procedureId)
  return contractEndRows(key, contractEnds(notice, competitions))
}

export function contractEndRows(key: string, ends: readonly ContractEnd[]) {
  return ends.map((end, position) => ({
    notice: key,
    position,
    lot: end.lot,
    title: end.title,
    cpv: end.cpv,
    starts_on: end.startsOn,
    ends_on: end.endsOn,
    latest_ends_on: end.latestEndsOn,
    basis: end.basis,
    options: end.options,
    renewals: end.renewals,
    renewals_text: end.renewalsText,
    duration_from: end.durationFrom,
  }))
}
