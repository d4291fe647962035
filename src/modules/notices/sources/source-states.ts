import type { Database } from '#src/platform/database.ts'
import { type JobState, jobStates } from '#src/platform/jobs/index.ts'
import { jobName } from './import-job.ts'
import { type OpenSpan, openSpan } from './remote/days-repository.ts'
import { countOpenHits, type OpenHits } from './remote/hits-repository.ts'
import { SOURCE_NAMES, type SourceName } from './remote/remote-source.ts'

/** How it goes with fetching from a source, for `/om-data`. */
export type SourceState = {
  readonly source: SourceName
  /** Null when it has never been fetched from. */
  readonly job: Omit<JobState, 'name'> | null
  readonly left: OpenSpan & OpenHits
}

export async function sourceStates(db: Database, now: Date): Promise<readonly SourceState[]> {
  const jobs = await jobStates(db, now)
  const states: SourceState[] = []
  for (const source of SOURCE_NAMES) {
    const asked = { name: source, question: '' }
    const left = { ...(await openSpan(db, asked)), ...(await countOpenHits(db, asked)) }
    states.push({ source, job: jobs.find(({ name }) => name === jobName(source)) ?? null, left })
  }
  return states
}
