import { type SourceName, type SourceState, sourceFailureText } from '#src/modules/notices/index.ts'
import type { Language } from '#src/platform/language.ts'

export type FetchingView = {
  readonly source: string
  readonly isRunning: boolean
  /** Null when it has never gone well; the count is of notices that came and were stored. */
  readonly lastSuccess: { readonly at: string; readonly stored: number | null } | null
  readonly lastFailure: { readonly at: string; readonly why: string } | null
  /** Null when nothing fetches by itself here. */
  readonly next: string | null
  readonly left: SourceState['left']
}

const NAMES: Readonly<Record<SourceName, string>> = { doffin: 'Doffin', ted: 'TED' }

/** How the fetching goes, of the sources that are fetched from daily or have been fetched from; in words. */
export function fetchingViews(
  states: readonly SourceState[],
  { daily, language }: { readonly daily: readonly SourceName[]; readonly language: Language },
): readonly FetchingView[] {
  return states
    .filter(({ source, job }) => job !== null || daily.includes(source))
    .map(({ source, job, left }) => ({
      source: NAMES[source],
      isRunning: Boolean(job?.runningSince),
      lastSuccess: job?.lastSuccess
        ? { at: job.lastSuccess.at.toISOString(), stored: storedOf(job.lastSuccess.report) }
        : null,
      lastFailure: job?.lastFailure
        ? { at: job.lastFailure.at.toISOString(), why: sourceFailureText(job.lastFailure.failure, language) }
        : null,
      next: daily.includes(source) ? (job?.dueAt?.toISOString() ?? null) : null,
      left,
    }))
}

function storedOf(report: unknown): number | null {
  const stored = typeof report === 'object' && report !== null && 'stored' in report ? report.stored : null
  return typeof stored === 'number' ? stored : null
}
