/** `npm run check:search-kills -- [--kills 50] [--seed N]`: programs killed while they write to the search index. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { migrate } from '#src/platform/migrate.ts'
import { connect } from '#src/testing/postgresql-database.ts'
import { killWhileIndexing } from '#src/testing/search-kills.ts'
import { createSourceTable } from '#src/testing/search-source-table.ts'
import { startPostgres } from '#src/testing/start-postgres.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
})
const first = Number(values.seed)
const server = await startPostgres()
const folder = await mkdtemp(join(tmpdir(), 'search-kills-'))
const { db, close } = await connect(server.url)
let different = 0
try {
  await migrate(db)
  await createSourceTable(db)
  for (let seed = first; seed < first + Number(values.kills); seed += 1) {
    const { state, found, there } = await killWhileIndexing({ db, url: server.url, folder, seed })
    if (state === 'ready' && isDeepStrictEqual(found, there)) continue
    different += 1
    console.log(`seed ${seed}: ${found.length} found, ${there.length} there, ${state}`)
  }
} finally {
  await close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
console.log(`${values.kills} kills, ${different} with something lost or half`)
process.exitCode = different === 0 ? 0 : 1
