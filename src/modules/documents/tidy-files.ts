import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { type LargeFiles, tidyLargeFiles } from '#src/platform/files/index.ts'
import { type Job, nextDaily } from '#src/platform/jobs/index.ts'
import type { Log } from '#src/platform/log.ts'
import { fail, ok } from '#src/platform/result.ts'
import './tables.ts'

type TidyingOn = {
  readonly db: Database
  readonly now: Clock
  readonly files: LargeFiles
  readonly log: Pick<Log, 'error'>
}

/** Every night: files that nothing refers to go, and those that are missing are told. */
export function fileTidying({ db, now, files, log }: TidyingOn): Job {
  return {
    name: 'tidy-files',
    nextAfter: (moment) => nextDaily('03:40', moment),
    run: async (signal) => {
      const tidied = await tidyLargeFiles({ db, now, shelves: files.shelves, used: filesInUse, signal })
      if (!tidied.ok) {
        const { failure } = tidied
        return fail({ code: failure.kind, params: 'reason' in failure ? { reason: failure.reason } : {} })
      }
      const { removed, moved, missing } = tidied.value
      if (missing.length > 0) log.error({ missing }, 'documents are missing in the file store')
      return ok({ removed, moved, missing: missing.length })
    },
  }
}

/** Which of these files a version of a document refers to. */
export async function filesInUse(db: Database, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  if (sha256s.length === 0) return new Set()
  const rows = await db
    .selectFrom('document_version')
    .select('sha256')
    .distinct()
    .where('sha256', 'in', sha256s)
    .execute()
  return new Set(rows.flatMap(({ sha256 }) => sha256 ?? []))
}
