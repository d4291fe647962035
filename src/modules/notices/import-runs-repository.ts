import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { ImportReport } from './contract.ts'
import './tables.ts'

export type ImportRun = {
  readonly source: string
  readonly startedAt: Date
  /** Null while it runs, and for one that was cut off. */
  readonly finishedAt: Date | null
  readonly report: Partial<ImportReport>
}

export async function startRun(
  db: Database,
  { source, startedAt }: Pick<ImportRun, 'source' | 'startedAt'>,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('import_run')
    .values({ id, source, started_at: startedAt, finished_at: null, report: '{}' })
    .execute()
  return id
}

export async function finishRun(
  db: Database,
  id: string,
  { finishedAt, report }: { finishedAt: Date | null; report: ImportReport },
): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ finished_at: finishedAt, report: JSON.stringify(report) })
    .where('id', '=', id)
    .execute()
}

export async function latestRuns(db: Database, limit = 10): Promise<readonly ImportRun[]> {
  const rows = await db
    .selectFrom('import_run')
    .selectAll()
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    source: row.source,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    report: row.report as Partial<ImportReport>,
  }))
}
