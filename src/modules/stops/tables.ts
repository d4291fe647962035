import type { ColumnType } from 'kysely'
import type { StepPhase, StopReason } from '#src/modules/catalogue/contract.ts'
import type { Visibility } from './contract.ts'

declare module '#src/platform/database.ts' {
  interface Schema {
    stop: {
      id: ColumnType<string, string, never>
      organisation_id: ColumnType<string, string, never>
      title: string
      happened: string
      would_have_helped: string
      phase: StepPhase | null
      theme_id: string | null
      stopped_year: number | null
      language: 'nb' | 'nn' | 'en'
      named: boolean
      visibility: Visibility
      opens_on: ColumnType<Temporal.PlainDate | null, string | null, string | null>
      version: number
      created_by: ColumnType<string, string, never>
      created_at: ColumnType<Date, Date, never>
      changed_at: Date
      corrected_at: ColumnType<Date | null, Date | null | undefined>
      withdrawn_at: ColumnType<Date | null, Date | null | undefined>
    }
    stop_reason: { stop_id: string; reason: StopReason }
    stop_reader: { stop_id: string; organisation_id: string }
  }
}
