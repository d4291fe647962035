/** A program of its own that fetches from a Doffin until it has everything, or is killed. */
import { doffinSource } from '#src/modules/notices/sources/doffin/doffin-source.ts'
import { importFromSource } from '#src/modules/notices/sources/remote/import-from-source.ts'
import { createLog } from '#src/platform/log.ts'
import { openDatabase } from '#src/platform/open-database.ts'
import { DOFFIN_KEY } from './fake-doffin.ts'
import { politeNetwork, QUICK_MANNERS } from './polite-network.ts'

const [, , databaseUrl = '', url = '', since = '', until = ''] = process.argv
const log = createLog({ LOG_LEVEL: 'silent' })
const { db, close } = await openDatabase({ config: { DATABASE_URL: databaseUrl, DATA_DIR: '' }, log })
const source = doffinSource({ url, key: DOFFIN_KEY, manners: QUICK_MANNERS, ...politeNetwork() })
const now = () => new Date('2026-11-04T12:00:00Z')
process.stdout.write('fetching\n')
await importFromSource({ db, now }, source, { signal: new AbortController().signal, since, until })
await close()
