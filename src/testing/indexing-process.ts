/** A program of its own that writes, follows, merges, saves and now and then builds anew, until it is killed. */
import { createSearch } from '#src/modules/search/index.ts'
import { createLog } from '#src/platform/log.ts'
import { openDatabase } from '#src/platform/open-database.ts'
import { tableSource, writeTitles } from './search-source-table.ts'
import { seededRandom } from './seeded-random.ts'

const [, , url = '', folder = '', seed = '1'] = process.argv
const { db } = await openDatabase({
  config: { DATABASE_URL: url, DATA_DIR: '' },
  log: createLog({ LOG_LEVEL: 'silent' }),
})
const { fraction } = seededRandom(Number(seed))
const search = createSearch({ db, sources: [tableSource(db)], folder })
await search.ensureBuilt()
process.stdout.write('working\n')
for (let turn = 0; ; turn += 1) {
  const changes = Array.from({ length: 150 }, () => ({
    id: `case-${Math.floor(fraction() * 600)}`,
    title: fraction() < 0.2 ? null : `Brannbil ${seed} ${turn}`,
  }))
  await writeTitles(db, [...new Map(changes.map((one) => [one.id, one])).values()])
  await search.refresh()
  if (fraction() < 0.1) await search.rebuild()
}
