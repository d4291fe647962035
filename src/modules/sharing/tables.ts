import type { ColumnType } from 'kysely'
import type { Json } from '#src/platform/json.ts'
import type { DraftSize, DraftStatus, OriginKind, StepName } from './contract.ts'

type CommentTable = {
  id: string
  block: StepName
  text: string
  asked_by: string
  asked_at: Date
  resolved_by: string | null
  resolved_at: Date | null
}

declare module '#src/platform/database.ts' {
  interface Schema {
    case_draft: {
      id: string
      organisation_id: string
      size: DraftSize
      status: DraftStatus
      content: ColumnType<Json, string>
      version: number
      case_id: string | null
      based_on: number | null
      origin_kind: OriginKind
      origin_id: string | null
      created_by: string
      created_at: Date
      saved_by: string
      saved_at: Date
      submitted_by: string | null
      submitted_at: Date | null
      ended_at: Date | null
    }
    case_draft_state: {
      draft_id: string
      version: number
      content: ColumnType<Json, string>
      saved_by: string
      saved_at: Date
    }
    draft_comment: CommentTable & { draft_id: string }
    case_comment: CommentTable & { case_id: string; version: number; asked_for: string | null }
    case_draft_unsettled: {
      draft_id: string
      person_id: string
      step: string
      texts: ColumnType<Json, string, string>
      kept_at: Date
    }
  }
}
