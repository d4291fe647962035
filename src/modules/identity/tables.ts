import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#src/platform/json.ts'
import type { Language } from '#src/platform/language.ts'
import type { MembershipStatus, RemovalOutcome, Role, TokenScope } from './contract.ts'

type Day = ColumnType<Temporal.PlainDate, string, string>
type MaybeDay = ColumnType<Temporal.PlainDate | null, string | null | undefined, string | null>

type PersonTable = {
  id: string
  name: string | null
  email: string | null
  language: Generated<Language>
  created_at: Date
  left_at: Date | null
}

type MembershipTable = {
  id: string
  person_id: string
  organisation_id: string | null
  role: Role
  status: MembershipStatus
  message: string | null
  title: string | null
  delegation: string | null
  independence_on: MaybeDay
  claimed_number: string | null
  claimed_name: string | null
  starts_on: MaybeDay
  ends_on: MaybeDay
  asked_at: Date
  decided_at: Date | null
  decided_by: string | null
  ended_at: Date | null
  end_reason: string | null
}

type MandateTable = {
  id: string
  body_id: string
  principal_id: string
  starts_on: Day
  ends_on: MaybeDay
  decision: string
  given_by: string
  given_at: Date
  withdrawn_at: Date | null
  withdrawn_by: string | null
}

type AdviserAccessTable = {
  id: string
  organisation_id: string
  adviser_id: string
  scope: string
  purpose: string
  opened_by: string
  opened_at: Date
  ends_on: Day
  closed_at: Date | null
  closed_by: string | null
}

type SignInTable = {
  state_hash: string
  browser_hash: string
  nonce: string
  code_verifier: string
  return_to: string
  began_at: Date
}

type NewcomerTable = {
  token_hash: string
  issuer: string
  subject: string
  email: string | null
  organisasjonsnumre: string[]
  id_token_key: string | null
  provider_session: string | null
  return_to: string
  began_at: Date
}

type SessionTable = {
  token_hash: string
  id: string
  person_id: string
  organisation_id: string | null
  id_token_key: string | null
  provider_session: string | null
  device: Generated<string>
  began_at: Date
  seen_at: Date
  ends_at: Date
}

type ApiTokenTable = {
  id: string
  token_hash: string
  person_id: string
  organisation_id: string
  name: string
  scopes: TokenScope[]
  created_at: Date
  expires_at: Date
  used_at: Date | null
  revoked_at: Date | null
}

type ApiAnswerTable = {
  token_id: string
  key: string
  request_hash: string
  status: number
  headers: ColumnType<Json, string, never>
  body: string
  answered_at: Date
}

type RemovalRequestTable = {
  id: string
  token_hash: string
  page: string | null
  wish: string | null
  email: string | null
  language: Language
  asked_at: Date
  outcome: RemovalOutcome | null
  answer: string | null
  decided_by: string | null
  decided_at: Date | null
  emptied_at: Date | null
  answer_mail: 'ready' | 'handed-over' | 'given-up' | null
  answer_mail_tries: Generated<number>
  answer_mail_after: Date | null
}

type AuditEntryTable = {
  seq: Generated<number>
  at: Date
  person_id: string | null
  organisation_id: string | null
  action: string
  subject: string
  from_version: number | null
  to_version: number | null
  details: ColumnType<Json, string | undefined, never>
}

declare module '#src/platform/database.ts' {
  interface Schema {
    person: PersonTable
    person_login: { issuer: string; subject: string; person_id: string }
    membership: MembershipTable
    mandate: MandateTable
    adviser_access: AdviserAccessTable
    sign_in: SignInTable
    newcomer: NewcomerTable
    session: SessionTable
    api_token: ApiTokenTable
    api_answer: ApiAnswerTable
    removal_request: RemovalRequestTable
    audit_entry: AuditEntryTable
  }
}
