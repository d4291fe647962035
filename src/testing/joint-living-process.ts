/** A program of its own that lives the life of a joint procurement on, until it is done or killed; says what it finds and does. */
import { readConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { openDatabase } from '#src/platform/open-database.ts'
import { liveOn } from './joint-life.ts'

const { db, close } = await openDatabase({ config: readConfig(), log: createLog({ LOG_LEVEL: 'silent' }) })
process.stdout.write('living\n')
await liveOn(db, {
  found: (name) => process.stdout.write(`found ${name}\n`),
  done: (name) => process.stdout.write(`done ${name}\n`),
})
await close()
