import { createApi } from '#src/api/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase, findCase, reviseCase, seedCatalogue } from '#src/modules/catalogue/index.ts'
import { type Actor, askForRemoval, askToJoin, makeApiToken, rolesOf } from '#src/modules/identity/index.ts'
import { importNotices } from '#src/modules/notices/index.ts'
import { ensureOrganisation, seedOrganisations } from '#src/modules/organisations/index.ts'
import { submitDraft } from '#src/modules/sharing/index.ts'
import { StopId } from '#src/modules/stops/contract.ts'
import { type TellStop, tellStop } from '#src/modules/stops/index.ts'
import { openSearch } from '#src/open-search.ts'
import { type Config, readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { createWeb } from '#src/web/server.ts'
import { openOwnDatabase } from './database.ts'
import { noticeXml } from './notice-xml.ts'
import { aPerson } from './people.ts'
import { aSession } from './session.ts'
import { aDocument } from './shared-documents.ts'
import { anExperience, municipalityId } from './sharing.ts'
import { aWebProgram } from './web-program.ts'

export const ORIGIN = 'http://localhost:3000'
export const at = new Date('2026-11-21T12:00:00Z')
const now = () => at
const NOTICE = '11111111-1111-4111-8111-111111111111'
/** The proxy that the site of the test trusts, so that each request can come from an address of its own. */
const PROXY = '10.0.0.1'

/** What stopped Bodø, told to Bodø alone. */
export const HIDDEN_STOP: Omit<TellStop, 'id' | 'organisation'> = {
  title: 'Ingen turte å skrive under',
  reasons: ['price'],
  happened: 'Budene kom på det dobbelte av rammen.',
  wouldHaveHelped: '',
  phase: null,
  theme: null,
  year: 2025,
  language: 'nb',
  named: true,
  visibility: 'organisation',
  opensOn: null,
  readers: [],
}

const A_SUPPLIER = {
  organisation: { name: 'Ny Leverandør AS', organisasjonsnummer: '923609016' },
  ...({ role: 'supplier', message: null, title: null, delegation: null } as const),
  ...{ independent: false, endsOn: null },
}

type People = Awaited<ReturnType<typeof somePeople>>
export type Who = keyof People | 'nobody'
type Sent = {
  readonly method?: string
  readonly form?: Readonly<Record<string, string>>
  readonly body?: FormData | string
  readonly headers?: Readonly<Record<string, string>>
}

/** The whole site, built, over the seeded catalogue, with one person in each role and one record of each kind. */
export async function openAccessSite(settings: Record<string, string> = {}, logged: string[] = []) {
  const { db, close } = await openOwnDatabase()
  await seedOrganisations(db, { now })
  await seedCatalogue(db, { now })
  await importNotices({ db, now }, filesOf(noticeXml({ id: NOTICE, publishedOn: '2026-10-02' })))
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

async function somePeople(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const voss = await municipalityId(db, '4621')
  const firm = await ensureOrganisation(db, { name: 'Trygg AS', organisasjonsnummer: null, kind: 'supplier' })
  return {
    newcomer: await aPerson(db, { at }),
    reader: await aPerson(db, { organisation: bodo, roles: ['reader'], at }),
    contributor: await aPerson(db, { organisation: bodo, roles: ['contributor'], at }),
    coordinator: await aPerson(db, { organisation: bodo, roles: ['coordinator'], at }),
    'network-leader': await aPerson(db, { organisation: bodo, roles: ['network-leader'], at }),
    consultant: await aPerson(db, { organisation: bodo, roles: ['consultant'], at }),
    neighbour: await aPerson(db, { organisation: voss, roles: ['coordinator'], at }),
    adviser: await aPerson(db, { organisation: voss, roles: ['adviser'], at }),
    supplier: await aPerson(db, { organisation: firm, roles: ['supplier'], at }),
    curator: await aPerson(db, { roles: ['curator'], at }),
    administrator: await aPerson(db, { roles: ['administrator'], at }),
  }
}

async function someRecords(db: Database, { contributor, coordinator, newcomer }: People) {
  const { organisation } = coordinator
  if (!organisation) throw new Error('The coordinator of the test acts for nobody')
  const draft = await anExperience({ db, now }, contributor)
  const found = await findCase(db, CaseId.parse('case-016'))
  if (found?.status !== 'found') throw new Error('case-016 is not there')
  const { content } = found.case
  const added = must(await addCase({ db, now }, coordinator, { content, note: null, organisation }))
  must(
    await reviseCase({ db, now }, coordinator, {
      id: added,
      from: 1,
      content: { ...content, approach: 'Annerledes' },
      note: 'Rettet',
      organisation,
    }),
  )
  const submitted = await anExperience({ db, now }, contributor)
  must(await submitDraft({ db, now }, contributor, submitted))
  const stop = StopId.parse(newId())
  must(await tellStop({ db, now }, coordinator, { ...HIDDEN_STOP, id: stop, organisation }))
  const removal = must(
    await askForRemoval({ db, now }, { page: '/om', wish: 'Fjern meg', email: null, language: 'nb' }),
  )
  const [member] = await rolesOf(db, { person: contributor.personId, on: '2026-11-21' })
  const asked = must(await askToJoin({ db, now }, newcomer, A_SUPPLIER))
  return {
    organisation,
    draft: draft.id,
    submitted: submitted.id,
    case: added,
    notice: `${NOTICE}-01`,
    stop,
    document: await aDocument(db, coordinator),
    open: await aDocument(db, coordinator, { description: { visibility: 'all' } }),
    member: member?.membership ?? '',
    request: removal.id,
    secret: removal.secret,
    asked,
  }
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
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
    const headers = { ...from, ...cookie, ...(body && { origin }), ...sent.headers }
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
