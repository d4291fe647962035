/** A program of its own that opens the database in a folder and stores one number after the other, until it is killed. */
import { sql } from 'kysely'
import { createLog } from '#src/platform/log.ts'
import { openDatabase } from '#src/platform/open-database.ts'

const [, , folder = ''] = process.argv
const { db } = await openDatabase({ config: { DATA_DIR: folder }, log: createLog({ LOG_LEVEL: 'silent' }) })
await sql`create table if not exists stored (number int)`.execute(db)
for (let number = 1; ; number += 1) {
  await sql`insert into stored values (${number})`.execute(db)
  // Said when the database has answered, so what has been said must be there after any death.
  process.stdout.write(`${number}\n`)
}
