type SourceDayRow = {
  source: string
  question: string
  day: Temporal.PlainDate
  announced: number
  named: number
  failure: unknown
  searched_at: Date
}

type SourceHitRow = {
  source: string
  number: string
  question: string
  day: Temporal.PlainDate
  state: 'wanted' | 'kept' | 'gone'
  tries: number
  failure: unknown
  try_after: Date | null
  found_at: Date
  settled_at: Date | null
}

declare module '#src/platform/database.ts' {
  interface Schema {
    source_day: SourceDayRow
    source_hit: SourceHitRow
  }
}

export type { SourceDayRow, SourceHitRow }
