/** A program of its own that takes the lease of a job, says so, and works until it is killed. */
import { registerJob, runJob } from '#src/platform/jobs/index.ts'
import { createLog } from '#src/platform/log.ts'
import { openDatabase } from '#src/platform/open-database.ts'

const [, , url = '', leaseMs = '0'] = process.argv
const log = createLog({ LOG_LEVEL: 'silent' })
const { db } = await openDatabase({ config: { DATABASE_URL: url, DATA_DIR: '' }, log })
await registerJob(db, 'long-work', new Date(0))
await runJob(
  { db, log, leaseMs: Number(leaseMs), heartbeatMs: Number(leaseMs) / 4 },
  {
    name: 'long-work',
    nextAfter: (moment) => moment,
    run: () => {
      process.stdout.write('working\n')
      return new Promise(() => {})
    },
  },
  { signal: new AbortController().signal },
)
