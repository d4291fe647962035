import { Hono } from 'hono'
import { afterAll } from 'vitest'
import { createApi } from '#src/api/index.ts'
import { importNotices } from '#src/modules/notices/index.ts'
import { openSearch } from '#src/open-search.ts'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { createLog } from '#src/platform/log.ts'
import { openOwnDatabase } from './database.ts'
import { noticeXml } from './notice-xml.ts'

export const SITE = 'http://localhost:3000'
export const now = () => new Date('2026-11-21T12:00:00Z')

/** Two versions of one notice, the newest in two files, and another notice that came later. */
export const ALARMS = '11111111-1111-4111-8111-111111111111'
export const BUSES = '22222222-2222-4222-8222-222222222222'
const NOTICES = [
  noticeXml({ id: ALARMS, version: '01', publishedOn: '2026-10-02' }),
  noticeXml({ id: ALARMS, version: '02', publishedOn: '2026-10-09' }),
  noticeXml({ id: ALARMS, version: '02', comment: 'the same from elsewhere' }),
  noticeXml({ id: BUSES, title: 'Selvkjørende busser', publishedOn: '2026-11-01' }),
]

export type AskedApi = {
  readonly db: Database
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  /** Lets the search take in what the test has written. */
  readonly refresh: () => Promise<number>
}

let opened: Promise<AskedApi & { readonly close: () => Promise<void> }> | null = null
afterAll(async () => (await opened)?.close())

/** The API, over what ships with the program and the notices above; opened once for a file of tests. */
export function seededApi(): Promise<AskedApi> {
  opened ??= open()
  return opened
}

async function open() {
  const { db, close } = await openOwnDatabase('shipped')
  await importNotices({ db, now }, filesOf(NOTICES))
  const search = openSearch({ db, now })
  await search.ensureBuilt()
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const program = { db, now, search, config, log: createLog(config), preparing: () => null }
  const site = new Hono().route('/api/v1', createApi(program))
  const ask: AskedApi['ask'] = async (path, init) => site.request(`${SITE}/api/v1${path}`, init)
  return { db, ask, refresh: search.refresh, close }
}

async function* filesOf(texts: readonly string[]) {
  for (const [index, text] of texts.entries())
    yield { name: `${index}.xml`, bytes: new TextEncoder().encode(text) }
}
