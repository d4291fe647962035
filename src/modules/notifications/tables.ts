import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#src/platform/json.ts'
import type { Language } from '#src/platform/language.ts'
import type { Topic, Way } from './contract.ts'

type MailTable = {
  id: string
  person_id: string
  form: 'immediate' | 'digest'
  state: 'ready' | 'handed-over' | 'given-up'
  made_at: Date
  tries: Generated<number>
  try_after: Date
  refusal: string | null
  settled_at: Date | null
}

type NotificationTable = {
  id: string
  person_id: string
  occasion: string
  kind: string
  topic: Topic
  organisation_id: string | null
  facts: ColumnType<Json, string, never>
  path: string
  happened_at: Date
  read_at: Date | null
  way: Exclude<Way, 'none'>
  mail_id: string | null
}

type SavedSearchTable = {
  id: string
  person_id: string
  name: string
  question: string
  language: Language
  way: Exclude<Way, 'none'>
  made_at: Date
  looked_at: Date
}

declare module '#src/platform/database.ts' {
  interface Schema {
    notification_choice: { person_id: string; topic: Topic; way: Way }
    mail: MailTable
    notification: NotificationTable
    saved_search: SavedSearchTable
    saved_search_seen: { search_id: string; hit_id: string }
  }
}
