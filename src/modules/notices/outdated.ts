import { sql } from 'kysely'
import { READER_VERSION } from '#src/modules/notices/eforms/read-notice.ts'
import { INNOVATION_RULES_VERSION } from '#src/modules/notices/innovation/rule.ts'
import type { Database } from '#src/platform/database.ts'
import { arePrincipalsOutdated } from './renew-principals.ts'
import './tables.ts'

/** Whether anything that is derived was made by an older program, or from memberships that have changed since. */
export async function isAnythingOutdated(db: Database): Promise<boolean> {
  return (await wasReadByOlderProgram(db)) || (await arePrincipalsOutdated(db))
}

/** Asked again and again, so each question is one that an index answers. */
async function wasReadByOlderProgram(db: Database): Promise<boolean> {
  const { rows } = await sql<{ outdated: boolean }>`
    select exists (select from notice where reader_version < ${READER_VERSION})
      or exists (select from notice where rules_version < ${INNOVATION_RULES_VERSION})
      or exists (select from notice where rules_version > ${INNOVATION_RULES_VERSION})
      or exists (select from notice where rules_version is null)
      or exists (select from quarantine where sha256 is not null and reader_version < ${READER_VERSION}) as outdated
  `.execute(db)
  return rows[0]?.outdated ?? false
}
