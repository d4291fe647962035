import type { ColumnType } from 'kysely'
import type { AdoptionAudience, AdoptionStatus } from './contract.ts'

type AdoptionTable = {
  id: string
  organisation_id: string
  case_id: string
  case_version: number
  status: AdoptionStatus
  audience: AdoptionAudience
  differences: string | null
  volume_there: number | null
  volume_here: number | null
  draft_id: string | null
  version: number
  begun_by: string
  begun_at: Date
}

type AdoptionStepTable = {
  adoption_id: string
  position: number
  status: AdoptionStatus
  happened_on: ColumnType<Temporal.PlainDate, string, never>
  reason: string | null
  noted_by: string
  noted_at: Date
}

type SolutionClaimTable = {
  id: string
  solution_id: string
  organisation_id: string
  status: 'asked' | 'accepted' | 'refused' | 'ended'
  words: string
  link: string | null
  asked_by: string
  asked_at: Date
  decided_by: string | null
  decided_at: Date | null
  reason: string | null
}

declare module '#src/platform/database.ts' {
  interface Schema {
    adoption: AdoptionTable
    adoption_step: AdoptionStepTable
    solution_claim: SolutionClaimTable
  }
}
