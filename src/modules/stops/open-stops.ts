import { dayOf } from '#src/modules/identity/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { type Job, jobStates, nextDaily } from '#src/platform/jobs/index.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { ok } from '#src/platform/result.ts'
import { stopsOpenedSince } from './stops-repository.ts'

const NAME = 'open-stops'

/** Every night: stories whose day has come are open by themselves; here that is told, so that they are found by all. */
export function stopOpening({ db, now }: { readonly db: Database; readonly now: Clock }): Job {
  return {
    name: NAME,
    nextAfter: (moment) => nextDaily('00:05', moment),
    run: async () => {
      const last = (await jobStates(db, now())).find(({ name }) => name === NAME)?.lastSuccess?.at
      const asked = { since: last ? dayOf(last) : '1970-01-01', today: dayOf(now()) }
      const opened = await inTransaction(db, async (tx) => {
        const ids = await stopsOpenedSince(tx, asked)
        await recordEvents(
          tx,
          ids.map((id) => ({ kind: 'stop.changed', subject: id })),
        )
        return ids.length
      })
      return ok({ opened })
    },
  }
}
