import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#src/platform/json.ts'
import type { CaseKind, CaseLevel, PartyRole, RequirementKind, StopReason } from './contract.ts'

type Origin = 'starter' | 'person'
type RecordStatus = 'published' | 'withdrawn' | 'merged'

type CatalogueRecord = {
  id: string
  number: Generated<number>
  public_id: ColumnType<string, never, never>
  origin: Origin
  status: Generated<RecordStatus>
  withdrawn_reason: string | null
  merged_into: string | null
  confirmed_at: ColumnType<Date | null, Date | null | undefined>
  current_version: number
  created_at: Date
  updated_at: Date
}

type ProcurementCaseTable = CatalogueRecord & {
  kind: CaseKind
  level: CaseLevel
  title: string
  from_year: number | null
  to_year: number | null
  owner_id: ColumnType<string | null, string | null | undefined>
}

type VersionTable = {
  version: number
  /** Written as text, since a driver may take an array for one of its own. */
  content: ColumnType<Json, string, never>
  made_by: Origin
  shipped_hash: string | null
  note: string | null
  created_at: Date
}

type NameTable = { position: number; name: string; organisation_id: string | null }

declare module '#src/platform/database.ts' {
  interface Schema {
    procurement_case: ProcurementCaseTable
    case_version: VersionTable & {
      case_id: string
      published_by: ColumnType<string | null, string | null | undefined, never>
      published_for: ColumnType<string | null, string | null | undefined, never>
    }
    case_confirmation: {
      case_id: string
      organisation_id: string
      version: number
      confirmed_by: string
      confirmed_at: Date
    }
    case_contact: {
      case_id: string
      person_id: string
      organisation_id: string
      shows_email: boolean
      until: ColumnType<Temporal.PlainDate, string, string>
      chosen_at: Date
    }
    case_notice: { case_id: string; notice_id: string }
    case_party: NameTable & {
      case_id: string
      role: PartyRole
      count: number | null
      within_id: string | null
    }
    case_supplier: NameTable & { case_id: string; role: string | null }
    case_requirement: {
      case_id: string
      hash: string
      position: number
      kind: RequirementKind
      text: string
      strength: 'must' | 'should' | null
      measured_by: string | null
      weight: string | null
      from_case: string | null
      from_version: number | null
    }
    case_stop_reason: { case_id: string; reason: StopReason }
    case_theme: { case_id: string; theme_id: string }
    case_source: {
      case_id: string
      position: number
      url: string | null
      title: string
      seen_on: ColumnType<Temporal.PlainDate | null, string | null>
    }
    solution: CatalogueRecord & { name: string }
    solution_version: VersionTable & { solution_id: string }
    solution_supplier: NameTable & { solution_id: string; role: string | null }
    solution_adopter: NameTable & { solution_id: string; from_year: number | null; within_id: string | null }
    solution_case: { solution_id: string; case_id: string }
  }
}
