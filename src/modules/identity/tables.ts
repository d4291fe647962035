import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#src/platform/json.ts'
import type { Language } from '#src/platform/language.ts'
import type { MembershipStatus, Role, TokenScope } from './contract.ts'

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
}

type SignInTable = {
  state_hash: string
  browser_hash: string
  nonce: string
  code_verifier: string
  return_to: string
  began_at: Date
}

type SessionTable = {
  token_hash: string
  id: string
  person_id: string
  organisation_id: string | null
  id_token: string | null
  device: Generated<string>
  began_at: Date
  seen_at: Date
  ends_at: Date
}

type ApiTokenTable = {
  id: string
  token_hash: string
  person_id: string
  organisation_id: string | null
  name: string
  scopes: TokenScope[]
  created_at: Date
  expires_at: Date
  used_at: Date | null
  revoked_at: Date | null
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
    session: SessionTable
    api_token: ApiTokenTable
    audit_entry: AuditEntryTable
  }
}
