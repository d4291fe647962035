import type {
  ContentRemark,
  DocumentFormat,
  DocumentKind,
  DocumentLanguage,
  Licence,
  RightsOwner,
  SubjectKind,
  Visibility,
  WithdrawalCause,
} from './contract.ts'

type DocumentTable = {
  id: string
  organisation_id: string
  subject_kind: SubjectKind | null
  subject_id: string | null
  title: string
  description: string
  kind: DocumentKind
  step: string | null
  theme_id: string | null
  language: DocumentLanguage
  visibility: Visibility
  rights_owner: RightsOwner
  rights_holder: string
  permission: string
  licence: Licence
  current_version: number
  revision: number
  added_by: string
  added_at: Date
  changed_at: Date
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_cause: WithdrawalCause | null
  withdrawn_reason: string | null
}

type DocumentVersionTable = {
  document_id: string
  version: number
  sha256: string | null
  size: number
  format: DocumentFormat
  name: string
  original_name: string
  note: string
  remarks: ContentRemark[]
  declaration: number
  added_by: string
  added_at: Date
  erased_at: Date | null
}

declare module '#src/platform/database.ts' {
  interface Schema {
    document: DocumentTable
    document_version: DocumentVersionTable
  }
}
