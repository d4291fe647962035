import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { type Job, nextDaily } from '#src/platform/jobs/index.ts'
import { ok } from '#src/platform/result.ts'
import { closeShared } from './close-shared.ts'
import { remindAll } from './remind.ts'

type Deps = { readonly db: Database; readonly now: Clock }

const SOON_MS = 60_000

/** What joint procurements need done by itself: people are reminded each morning, and what has been shared is closed. */
export function jointJobs(deps: Deps): readonly Job[] {
  return [
    {
      name: 'joint-reminders',
      nextAfter: (moment) => nextDaily('06:10', moment),
      run: async () => ok({ reminded: await remindAll(deps) }),
    },
    {
      name: 'joint-shared',
      nextAfter: (moment) => new Date(moment.getTime() + SOON_MS),
      run: async () => ok({ closed: await closeShared(deps) }),
    },
  ]
}
