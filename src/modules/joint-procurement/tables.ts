import type { ColumnType } from 'kysely'
import type {
  MeetingKind,
  Outcome,
  ParticipantRole,
  ParticipantStatus,
  Path,
  ProcurementAudience,
  RollOutStatus,
  Step,
} from './contract.ts'

/** A value that is set when the row is written, and never again. */
type Fixed<Value> = ColumnType<Value, Value, never>
type FixedDay<Value = never> = ColumnType<Temporal.PlainDate | Value, string | Value, never>
/** Json is written through `sql`. */
type Json = ColumnType<unknown, never, never>

declare module '#src/platform/database.ts' {
  interface Schema {
    joint_procurement: {
      id: Fixed<string>
      title: string
      path: Path
      step: Step
      outcome: Outcome | null
      outcome_reason: string | null
      lead_id: string
      demand_id: Fixed<string | null>
      audience: ProcurementAudience
      facts: Json
      version: number
      gate_round: number
      locked_at: Date | null
      case_id: string | null
      draft_id: string | null
      begun_by: Fixed<string>
      begun_at: Fixed<Date>
      changed_at: Date
      ended_at: Date | null
    }
    joint_participant: {
      procurement_id: Fixed<string>
      organisation_id: Fixed<string>
      role: ParticipantRole
      status: ParticipantStatus
      standing: Json
      version: number
      joined_at: Fixed<Date>
      decided_at: Date | null
    }
    joint_step: {
      procurement_id: Fixed<string>
      position: Fixed<number>
      step: Fixed<Step>
      happened_on: FixedDay
      reason: Fixed<string | null>
      taken_for: Fixed<string>
      taken_by: Fixed<string>
      taken_at: Fixed<Date>
    }
    gate_pass: {
      procurement_id: Fixed<string>
      round: Fixed<number>
      organisation_id: Fixed<string>
      passed_by: Fixed<string>
      title: Fixed<string>
      authority: Fixed<string>
      digest: Fixed<string>
      passed_at: Fixed<Date>
    }
    gate_draft_notice: {
      procurement_id: Fixed<string>
      name: string
      sha256: string
      found: Json
      read_by: string
      read_at: Date
    }
    joint_withdrawal: {
      procurement_id: Fixed<string>
      organisation_id: Fixed<string>
      position: Fixed<number>
      decided_on: FixedDay
      decided_by_body: Fixed<string>
      reason: Fixed<string>
      archive_reference: Fixed<string | null>
      step: Fixed<Step>
      consequence: Json
      noted_by: Fixed<string>
      noted_at: Fixed<Date>
    }
    joint_decision: {
      id: Fixed<string>
      procurement_id: Fixed<string>
      decided_on: FixedDay
      title: Fixed<string>
      words: Fixed<string>
      decided_by: Fixed<string>
      archive_reference: Fixed<string | null>
      noted_for: Fixed<string>
      noted_by: Fixed<string>
      noted_at: Fixed<Date>
    }
    joint_task: {
      id: Fixed<string>
      procurement_id: Fixed<string>
      organisation_id: string | null
      title: string
      due_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
      version: number
      added_by: Fixed<string>
      added_at: Fixed<Date>
      done_by: string | null
      done_at: Date | null
    }
    joint_question: {
      id: Fixed<string>
      procurement_id: Fixed<string>
      words: Fixed<string>
      answer_by: FixedDay<null>
      asked_for: Fixed<string>
      asked_by: Fixed<string>
      asked_at: Fixed<Date>
    }
    joint_reply: {
      question_id: Fixed<string>
      organisation_id: Fixed<string>
      words: string
      replied_by: string
      replied_at: Date
    }
    joint_meeting: {
      id: Fixed<string>
      procurement_id: Fixed<string>
      kind: MeetingKind
      title: string
      starts_at: Date
      ends_at: Date
      place: string
      link: string | null
      agenda: string
      sequence: number
      called_by: Fixed<string>
      called_at: Fixed<Date>
      changed_at: Date
      cancelled_at: Date | null
    }
    joint_contract: {
      id: Fixed<string>
      procurement_id: Fixed<string>
      organisation_id: string | null
      supplier_id: string | null
      supplier_name: string
      signed_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
      starts_on: ColumnType<Temporal.PlainDate, string, string>
      ends_on: ColumnType<Temporal.PlainDate, string, string>
      latest_ends_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
      terms: Json
      version: number
      noted_by: Fixed<string>
      noted_at: Fixed<Date>
    }
    joint_deviation: {
      id: Fixed<string>
      contract_id: Fixed<string>
      organisation_id: Fixed<string>
      happened_on: FixedDay
      words: Fixed<string>
      settled_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
      settled_how: string | null
      noted_by: Fixed<string>
      noted_at: Fixed<Date>
    }
    roll_out_step: {
      procurement_id: Fixed<string>
      organisation_id: Fixed<string>
      position: Fixed<number>
      status: Fixed<RollOutStatus>
      happened_on: FixedDay
      words: Fixed<string | null>
      noted_by: Fixed<string>
      noted_at: Fixed<Date>
    }
    benefit_measurement: {
      procurement_id: Fixed<string>
      organisation_id: Fixed<string>
      months: Fixed<number>
      measured: Json
      version: number
      measured_on: ColumnType<Temporal.PlainDate, string, string>
      noted_by: string
      noted_at: Date
    }
    joint_reminder: {
      procurement_id: Fixed<string>
      organisation_id: Fixed<string>
      occasion: Fixed<string>
      reminded_at: Fixed<Date>
    }
  }
}
