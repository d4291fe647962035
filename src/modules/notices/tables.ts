import type { Generated } from 'kysely'
import type { Assessment, PrincipalBasis } from './contract.ts'

type NoticeRow = {
  id: string
  public_id: string
  notice_id: string | null
  version: string
  chain: string
  current: boolean
  procedure_id: string | null
  publication_number: string | null
  subtype: string | null
  form_type: string | null
  notice_type: string | null
  procedure_type: string | null
  language: string
  title: string
  published_on: Temporal.PlainDate | null
  listed_on: Temporal.PlainDate
  deadline_at: Date | null
  last_deadline_at: Date | null
  value_amount: string | null
  value_currency: string | null
  cpv: string[]
  nuts: string[]
  assessment: Assessment | null
  innovation: unknown
  rules_version: number | null
  remark_codes: string[]
  content: unknown
  contacts: unknown
  original: string
  reader_version: number
  created_at: Date
  changed_at: Date
}

type NoticeOriginalRow = {
  sha256: string
  notice: string
  name: string
  source: string
  publication_number: string | null
  size: number
  received_at: Date
}

type NoticeReleaseRow = {
  sha256: string
  public_id: string
  names: string[]
}

type NoticeBuyerRow = {
  notice: string
  position: number
  organisation_id: string | null
  name: string
  organisasjonsnummer: string | null
  number_as_written: string | null
  country: string | null
  lead: boolean
  confirmed_at: Date | null
  recognised: boolean
}

type NoticePrincipalRow = {
  notice: string
  position: number
  organisation_id: string
  body_id: string
  basis: PrincipalBasis
}

type NoticeDerivedRow = { what: 'principals'; made_from: string; made_at: Date }

type PartyIdentityRow = {
  party: 'buyer' | 'winner'
  name_key: string
  number_as_written: string
  organisation_id: string | null
  said_at: Date
}

type NoticeWinnerRow = {
  notice: string
  position: number
  lot: string | null
  organisation_id: string | null
  name: string
  organisasjonsnummer: string | null
  number_as_written: string | null
  country: string | null
  recognised: boolean
  value_amount: string | null
  value_currency: string | null
}

type NoticeContractEndRow = {
  notice: string
  position: number
  lot: string
  title: string
  cpv: string[]
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate
  latest_ends_on: Temporal.PlainDate | null
  basis: 'period' | 'start' | 'contract' | 'published'
  options: string | null
  renewals: number | null
  renewals_text: string | null
  duration_from: string | null
}

type QuarantineRow = {
  id: string
  sha256: string | null
  name: string
  source: string
  size: number | null
  problems: unknown
  received_at: Date
  tried_at: Date
  reader_version: Generated<number>
}

type ImportRunRow = {
  id: string
  source: string
  started_at: Date
  finished_at: Date | null
  report: unknown
}

type ReprocessRunRow = {
  id: string
  reader_version: number
  reached: string | null
  started_at: Date
  finished_at: Date | null
  report: unknown
}

type NoticeJudgementRow = {
  seq: Generated<number>
  chain: string
  notice_id: string
  found: Assessment
  assessment: Assessment | null
  reason: string
  judged_by: string
  organisation_id: string | null
  judged_at: Date
}

declare module '#src/platform/database.ts' {
  interface Schema {
    notice: NoticeRow
    notice_judgement: NoticeJudgementRow
    notice_original: NoticeOriginalRow
    notice_release: NoticeReleaseRow
    notice_buyer: NoticeBuyerRow
    notice_winner: NoticeWinnerRow
    notice_principal: NoticePrincipalRow
    notice_derived: NoticeDerivedRow
    party_identity: PartyIdentityRow
    notice_contract_end: NoticeContractEndRow
    quarantine: QuarantineRow
    import_run: ImportRunRow
    reprocess_run: ReprocessRunRow
  }
}

export type {
  NoticeBuyerRow,
  NoticeContractEndRow,
  NoticeOriginalRow,
  NoticePrincipalRow,
  NoticeRow,
  NoticeWinnerRow,
  QuarantineRow,
}
