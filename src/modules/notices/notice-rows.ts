import { READER_VERSION } from '#src/modules/notices/eforms/read-notice.ts'
import { assessInnovation } from '#src/modules/notices/innovation/assess-innovation.ts'
import { INNOVATION_RULES_VERSION } from '#src/modules/notices/innovation/rule.ts'
import type { Original } from './arrival.ts'
import { contractEnds } from './contract-end.ts'
import type { LinkedOrganisations } from './link-organisations.ts'
import type { Notice } from './notice.ts'
import type { NoticeBuyerRow } from './tables.ts'

/** One row to write, new or anew. */
export type NoticeRecord = {
  readonly key: string
  readonly isNew: boolean
  readonly publicId: string
  readonly chain: string
  readonly current: boolean
  readonly arrival: { readonly notice: Notice; readonly sha256: string }
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
  const innovation = assessInnovation(arrival.notice)
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
    listed_on:
      content.publishedOn ?? content.dispatchedAt?.slice(0, 10) ?? receivedAt.toISOString().slice(0, 10),
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

export function buyerRows({ key, linked }: NoticeRecord, confirmed: readonly ConfirmedBuyer[] = []) {
  return linked.buyers.map(({ buyer, organisation }, position) => {
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
      country: buyer.country,
      lead: buyer.lead,
      confirmed_at: said?.confirmed_at ?? null,
    }
  })
}

export function winnerRows({ key, linked }: NoticeRecord) {
  return linked.winners.map(({ winner, lot, organisation }, position) => ({
    notice: key,
    position,
    lot,
    organisation_id: organisation,
    name: winner.name,
    organisasjonsnummer: winner.organisationNumber,
    value_amount: winner.value?.amount ?? null,
    value_currency: winner.value?.currency ?? null,
  }))
}

export function contractEndRows({ key, arrival }: NoticeRecord) {
  return contractEnds(arrival.notice).map((end, position) => ({
    notice: key,
    position,
    lot: end.lot,
    title: end.title,
    starts_on: end.startsOn,
    ends_on: end.endsOn,
    latest_ends_on: end.latestEndsOn,
    basis: end.basis,
    options: end.options,
    renewals: end.renewals,
    renewals_text: end.renewalsText,
  }))
}
