type JobRow = {
  name: string
  due_at: Date | null
  lease_holder: string | null
  lease_until: Date | null
  started_at: Date | null
  failures: number
  last_success_at: Date | null
  last_success: unknown
  last_failure_at: Date | null
  last_failure: unknown
}

declare module '#src/platform/database.ts' {
  interface Schema {
    job: JobRow
  }
}

export type { JobRow }
