import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addVersion, findDocument, withdrawDocument } from '#src/modules/documents/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withDatabase } from '#src/testing/database.ts'
import { PNG } from '#src/testing/documents.ts'
import { aSession } from '#src/testing/session.ts'
import { aDocument, anyPdf, documentPeople, documentsAt, documentsOn } from '#src/testing/shared-documents.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import { documentFiles } from './document-files.ts'
import { type SecurityVariables, securityHeaders } from './security-headers.ts'
import { type SessionVariables, sessions } from './sessions.ts'

type People = Awaited<ReturnType<typeof documentPeople>>
type Who = Exclude<keyof People, 'bodo' | 'voss'>

async function withSite(
  check: (site: {
    readonly db: Database
    readonly people: People
    readonly logged: readonly string[]
    readonly ask: (
      path: string,
      who?: Who,
      headers?: Record<string, string>,
      method?: string,
    ) => Promise<Response>
  }) => Promise<void>,
): Promise<void> {
  await withDatabase(async (db) => {
    const people = await documentPeople(db)
    const logged: string[] = []
    const { files, now } = documentsOn(db)
    const program = aWebProgram({ db: db as never, now, files }, logged)
    const app = new Hono<{ Variables: SecurityVariables & SessionVariables }>()
    app.use(securityHeaders({ https: false }))
    app.use(sessions(program))
    app.route('/', documentFiles(program))
    app.all('*', (c) => c.text('the page for what is not there', 404))
    const ask = async (path: string, who: Who = 'nobody', headers = {}, method = 'GET') => {
      const actor = people[who]
      const cookie = actor ? { cookie: await aSession(db, actor, { at: documentsAt }) } : {}
      return app.request(path, { method, headers: { ...headers, ...cookie } })
    }
    await check({ db, people, logged, ask })
  })
}

const open = { description: { visibility: 'all' } } as const

test('a document is saved and not shown, under its own name, and nothing in it can run', () =>
  withSite(async ({ db, people, ask }) => {
    const bytes = anyPdf()
    const id = await aDocument(db, people.coordinator, {
      ...open,
      upload: { name: 'Krav – «ærfugl».pdf', bytes },
    })
    const answer = await ask(`/dokumenter/${id}/1/${encodeURIComponent('Krav – «ærfugl».pdf')}`)

    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition': expect.stringMatching(
        /^attachment; filename="Krav - _aerfugl_\.pdf"; filename\*=UTF-8''Krav%20/,
      ),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=0, must-revalidate, no-transform',
    })
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }))

test('a picture may be shown, in the same box', () =>
  withSite(async ({ db, people, ask }) => {
    const id = await aDocument(db, people.coordinator, { ...open, upload: { name: 'rom.png', bytes: PNG } })
    const answer = await ask(`/nn/dokumenter/${id}/nyeste/rom.png`)
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="rom\.png"/)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  }))

test('«nyeste» is the newest, an old version stays at its address, and a wrong name leads to the right one', () =>
  withSite(async ({ db, people, ask }) => {
    const [first, second] = [anyPdf(), anyPdf()]
    const id = await aDocument(db, people.coordinator, {
      ...open,
      upload: { name: 'krav.pdf', bytes: first },
    })
    const upload = { name: 'krav.pdf', bytes: second }
    await addVersion(documentsOn(db), people.coordinator, { id, note: '', upload })
    const got = async (version: string) =>
      Buffer.from(await (await ask(`/dokumenter/${id}/${version}/krav.pdf`)).arrayBuffer())
    expect((await got('nyeste')).equals(second)).toBe(true)
    expect((await got('1')).equals(first)).toBe(true)
    const misnamed = await ask(`/en/dokumenter/${id}/2/virus.exe`)
    expect([misnamed.status, misnamed.headers.get('location')]).toEqual([
      302,
      `/en/dokumenter/${id}/2/krav.pdf`,
    ])
  }))

test('whoever has it already gets nothing anew', () =>
  withSite(async ({ db, people, ask }) => {
    const id = await aDocument(db, people.coordinator, open)
    const path = `/dokumenter/${id}/1/krav.pdf`
    const tag = (await ask(path)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/)
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) {
      const again = await ask(path, 'nobody', { 'if-none-match': known })
      expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
    }
    expect((await ask(path, 'nobody', { 'if-none-match': '"other"' })).status).toBe(200)
    const head = await ask(path, 'nobody', {}, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([
      200,
      (await ask(path)).headers.get('content-length'),
    ])
  }))

test('to others than its own a document is not there: not by its id, nor by what they know of it', () =>
  withSite(async ({ db, people, ask }) => {
    const id = await aDocument(db, people.coordinator)
    const path = `/dokumenter/${id}/1/krav.pdf`
    const known = (await ask(path, 'reader')).headers
    expect(known.get('cache-control')).toBe('private, no-store')
    const missing = await (await ask(`/dokumenter/${newId()}/1/krav.pdf`)).text()
    for (const who of ['nobody', 'neighbour', 'adviser', 'supplier', 'curator', 'administrator'] as const) {
      const answer = await ask(path, who, { 'if-none-match': known.get('etag') ?? '' })
      expect([answer.status, await answer.text()], who).toEqual([404, missing])
    }
    for (const who of ['reader', 'contributor', 'coordinator', 'consultant'] as const) {
      expect((await ask(path, who)).status, who).toBe(200)
    }
  }))

test.each([
  'x/1/krav.pdf',
  'ID/0/krav.pdf',
  'ID/-1/krav.pdf',
  'ID/1e3/krav.pdf',
  'ID/9999999/krav.pdf',
  'ID/2/krav.pdf',
  'ID/..%2f/krav.pdf',
  '..%2f..%2fetc/1/passwd',
])('%s leads nowhere', (path) =>
  withSite(async ({ db, people, ask }) => {
    const id = await aDocument(db, people.coordinator, open)
    expect((await ask(`/dokumenter/${path.replace('ID', id)}`)).status).toBe(404)
  }),
)

test('what is withdrawn is given to nobody, and its page tells', () =>
  withSite(async ({ db, people, ask }) => {
    const id = await aDocument(db, people.coordinator, open)
    await withdrawDocument(documentsOn(db), people.coordinator, { id, cause: 'secret', reason: 'Priser' })
    for (const who of ['nobody', 'coordinator'] as const) {
      const answer = await ask(`/nn/dokumenter/${id}/1/krav.pdf`, who)
      expect([answer.status, answer.headers.get('location')]).toEqual([302, `/nn/dokumenter/${id}`])
    }
  }))

test('a file that is damaged or gone is told in the reader’s language, logged, and never given out', () =>
  withSite(async ({ db, people, ask, logged }) => {
    const id = await aDocument(db, people.coordinator, open)
    const [version] = (await findDocument(documentsOn(db), null, id))?.versions ?? []
    await db
      .updateTable('large_file_piece')
      .set({ bytes: new Uint8Array([1, 2, 3]) })
      .execute()
    const damaged = await ask(`/nn/dokumenter/${id}/1/krav.pdf`)
    expect(damaged.status).toBe(500)
    expect(await damaged.text()).toContain('Fila er skadd')
    await db.deleteFrom('large_file_piece').execute()
    const gone = await ask(`/dokumenter/${id}/1/krav.pdf`)
    expect([gone.status, gone.headers.get('cache-control'), gone.headers.get('etag')]).toEqual([
      500,
      'no-store',
      null,
    ])
    expect(logged.map((line) => JSON.parse(line))).toMatchObject([
      { sha256: version?.sha256, failure: { kind: 'damaged' } },
      { sha256: version?.sha256, failure: { kind: 'missing' } },
    ])
  }))
