import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import type { Network } from '#src/platform/http/index.ts'
import { type Job, type JobFailure, nextDaily } from '#src/platform/jobs/index.ts'
import { fail, ok } from '#src/platform/result.ts'
import { openSource, type SourceSettings } from './open-source.ts'
import {
  importFromSource,
  isComplete,
  type SourceImportOptions,
  type SourceReport,
} from './remote/import-from-source.ts'
import type { RemoteSource, SourceName } from './remote/remote-source.ts'

/** In the time of Oslo: TED publishes at nine. */
const DAILY_AT = '09:30'

type ImportContext = { readonly db: Database; readonly now: Clock }
type ImportJobOptions = Omit<SourceImportOptions, 'signal'> & {
  readonly onReport?: (report: SourceReport) => void
}

/**
 * The import of a source as a job, whoever starts it: so the lease keeps two of them apart, and how it went is there
 * for all to see. A question of one's own is a job beside, which tells nothing of the daily one.
 */
export function importJob(
  context: ImportContext,
  source: RemoteSource,
  { onReport, ...options }: ImportJobOptions = {},
): Job {
  return {
    name: source.question === '' ? jobName(source.name) : `${jobName(source.name)}-question`,
    nextAfter: (moment) => nextDaily(DAILY_AT, moment),
    run: async (signal) => {
      const report = await importFromSource(context, source, { ...options, signal })
      onReport?.(report)
      const { found, fetched, gone } = report.collected
      return isComplete(report)
        ? ok({ found, fetched, gone, stored: report.imported.stored })
        : fail(whyNot(report))
    },
  }
}

export function jobName(source: SourceName): string {
  return `import-${source}`
}

/** What went wrong last; with nothing wrong, the source would not name all that it has, or earlier days are left. */
function whyNot({ collected: { stopped, lastFailure } }: SourceReport): JobFailure {
  return stopped ?? lastFailure ?? { code: 'incomplete' }
}

type DailyContext = ImportContext & {
  readonly config: SourceSettings & { readonly IMPORT_DAILY: readonly SourceName[] }
  readonly network: Network
}

/** The jobs that `IMPORT_DAILY` asks for. */
export function dailyImports(context: DailyContext): readonly Job[] {
  return context.config.IMPORT_DAILY.flatMap((name) => {
    const source = openSource(context, name)
    return source.ok ? [importJob(context, source.value)] : []
  })
}
