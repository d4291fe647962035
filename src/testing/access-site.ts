import { createApi } from '#src/api/index.ts'
import { type Actor, makeApiToken } from '#src/modules/identity/index.ts'
import { importNotices } from '#src/modules/notices/index.ts'
import { openSearch } from '#src/open-search.ts'
import { type Config, readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { createWeb } from '#src/web/server.ts'
import { ACCESS_NOTICE, at, type People, somePeople, someRecords } from './access-records.ts'
import { openOwnDatabase } from './database.ts'
import { noticeXml } from './notice-xml.ts'
import { aSession } from './session.ts'
import { aWebProgram } from './web-program.ts'

export { at, HIDDEN_STOP } from './access-records.ts'
export const ORIGIN = 'http://localhost:3000'
const now = () => at
/** The proxy that the site of the test trusts, so that each request can come from an address of its own. */
const PROXY = '10.0.0.1'

export type Who = keyof People | 'nobody'
type Sent = {
  readonly method?: string
  readonly form?: Readonly<Record<string, string>>
  readonly body?: FormData | string
  readonly headers?: Readonly<Record<string, string>>
}

/** The whole site, built, over the seeded catalogue, with one person in each role and one record of each kind. */
export async function openAccessSite(settings: Record<string, string> = {}, logged: string[] = []) {
  const { db, close } = await openOwnDatabase('shipped')
  await importNotices({ db, now }, filesOf(noticeXml({ id: ACCESS_NOTICE, publishedOn: '2026-10-02' })))
  const people = await somePeople(db)
  const records = await someRecords(db, people)
  const search = openSearch({ db, now })
  await search.ensureBuilt()
  const config = readConfig({ LOG_LEVEL: 'silent', TRUSTED_PROXIES: PROXY, ...settings })
  const program = aWebProgram({ db, config, now, search }, logged)
  const web = await createWeb(program, { api: createApi(program) })
  return { db, close, people, records, program, web, ask: askerOf({ db, people, config, web }) }
}

export type AccessSite = Awaited<ReturnType<typeof openAccessSite>>

async function* filesOf(text: string) {
  yield { name: 'notice.xml', bytes: new TextEncoder().encode(text) }
}

type Site = {
  readonly db: Database
  readonly people: People
  readonly config: Config
  readonly web: Awaited<ReturnType<typeof createWeb>>
}

/** Asks the site as one of them, in a session that has just begun and from an address that no other request has. */
function askerOf({ db, people, config, web }: Site) {
  let place = 0
  return async (path: string, who: Who = 'nobody', sent: Sent = {}): Promise<Response> => {
    place += 1
    const cookie = who === 'nobody' ? {} : { cookie: await aSession(db, people[who], { at, config }) }
    const body = sent.body ?? (sent.form && new URLSearchParams(sent.form))
    const origin = config.MODE === 'production' ? config.BASE_URL : ORIGIN
    const from = { 'x-forwarded-for': `10.1.${place >> 8}.${place & 255}` }
    const headers = {
      ...from,
      ...cookie,
      ...(body && typeof body !== 'string' && { origin }),
      ...sent.headers,
    }
    const init = { method: sent.method ?? (body ? 'POST' : 'GET'), headers, ...(body && { body }) }
    const env = { incoming: { socket: { remoteAddress: PROXY, remoteFamily: 'IPv4' } } }
    return web.request(new URL(path, origin), init, env)
  }
}

/** A key to the API with which the person may both read and write, if the person may have one. */
export async function aToken(db: Database, actor: Actor): Promise<string | null> {
  const made = await makeApiToken({ db, now }, actor, { name: 'test', scopes: ['read', 'write'], days: 30 })
  return made.ok ? made.value.secret : null
}
