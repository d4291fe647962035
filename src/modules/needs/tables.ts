import type { ColumnType } from 'kysely'
import type {
  AnswerKind,
  ClosedCause,
  DemandNeedStatus,
  DemandStatus,
  LevellingDecision,
  NeedAudience,
  NeedStatus,
  Openness,
} from './contract.ts'

/** A value that is set when the row is written, and never again. */
type Fixed<Value> = ColumnType<Value, Value, never>

/** What one row is about: a need, or a demand of several. */
type OfNeedOrDemand = { need_id: Fixed<string | null>; demand_id: Fixed<string | null> }

declare module '#src/platform/database.ts' {
  interface Schema {
    need: {
      id: Fixed<string>
      organisation_id: Fixed<string>
      status: NeedStatus
      audience: NeedAudience
      content: ColumnType<unknown, never, never>
      version: number
      notice_id: Fixed<string | null>
      lot: Fixed<string | null>
      begun_by: Fixed<string>
      begun_at: Fixed<Date>
      changed_at: Date
      announced_at: Date | null
      closed_at: Date | null
      closed_cause: ClosedCause | null
      closed_reason: string | null
    }
    need_version: {
      need_id: Fixed<string>
      version: Fixed<number>
      content: ColumnType<unknown, never, never>
      audience: Fixed<NeedAudience>
      status: Fixed<NeedStatus>
      saved_by: Fixed<string>
      saved_at: Fixed<Date>
      reason: Fixed<string | null>
    }
    joint_demand: {
      id: Fixed<string>
      title: string
      status: DemandStatus
      audience: NeedAudience
      lead_id: string
      statement: ColumnType<unknown, never, never>
      version: number
      begun_by: Fixed<string>
      begun_at: Fixed<Date>
      changed_at: Date
      dialogue_closed_at: Date | null
      ended_at: Date | null
    }
    joint_demand_version: {
      demand_id: Fixed<string>
      version: Fixed<number>
      title: Fixed<string>
      statement: ColumnType<unknown, never, never>
      saved_by: Fixed<string>
      saved_at: Fixed<Date>
    }
    joint_demand_need: {
      demand_id: Fixed<string>
      position: Fixed<number>
      need_id: Fixed<string>
      status: DemandNeedStatus
      asked_by: Fixed<string>
      asked_at: Fixed<Date>
      decided_by: string | null
      decided_at: Date | null
      reason: string | null
    }
    market_answer: OfNeedOrDemand & {
      id: Fixed<string>
      organisation_id: Fixed<string>
      kind: Fixed<AnswerKind>
      openness: Fixed<Openness>
      words: Fixed<string>
      link: Fixed<string | null>
      secret_because: Fixed<string | null>
      hides_name: Fixed<boolean>
      given_by: Fixed<string>
      given_at: Fixed<Date>
      withdrawn_at: ColumnType<Date | null, Date | null | undefined>
    }
    market_answer_reader: { answer_id: Fixed<string>; organisation_id: Fixed<string> }
    levelling_entry: {
      id: Fixed<string>
      answer_id: Fixed<string>
      position: Fixed<number>
      decision: Fixed<LevellingDecision>
      reason: Fixed<string>
      summary: Fixed<string | null>
      decided_for: Fixed<string>
      decided_by: Fixed<string>
      decided_at: Fixed<Date>
    }
    market_message: OfNeedOrDemand & {
      id: Fixed<string>
      answer_id: Fixed<string | null>
      reply_to: Fixed<string | null>
      organisation_id: Fixed<string>
      kind: Fixed<'message' | 'question' | 'reply'>
      words: Fixed<string>
      sent_by: Fixed<string>
      sent_at: Fixed<Date>
    }
    dialogue_summary: OfNeedOrDemand & {
      id: Fixed<string>
      version: Fixed<number>
      words: Fixed<string>
      archive_reference: Fixed<string | null>
      organisation_id: Fixed<string>
      published_by: Fixed<string>
      published_at: Fixed<Date>
    }
  }
}
