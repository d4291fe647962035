import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  type Actor,
  endMembership,
  makeApiToken,
  revokeApiToken,
  rolesOf,
} from '#src/modules/identity/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import { newId } from '#src/platform/ids.ts'
import { now, seededApi } from '#src/testing/api-program.ts'
import { aPerson } from '#src/testing/people.ts'
import { Problem } from './problem.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const at = now()

async function aScene() {
  const { db, ask } = await seededApi()
  const register = await readRegister(db)
  const bodo = register.byNumber.get('972418013')
  const bergen = register.byNumber.get('964338531')
  if (!bodo || !bergen) throw new Error('Both are in the register')
  const person = (roles: Parameters<typeof aPerson>[1]) => aPerson(db, { organisation: bodo, at, ...roles })
  const keyOf = async (actor: Actor, scopes: ('read' | 'write')[] = ['read', 'write'], made = now) => {
    const key = await makeApiToken({ db, now: made }, actor, { name: 'Prøve', scopes, days: 30 })
    if (!key.ok) throw new Error(key.failure.kind)
    return key.value
  }
  const send = (path: string, key: string | null, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (key !== null) headers.set('authorization', key.includes(' ') ? key : `Bearer ${key}`)
    return ask(path, { ...init, headers })
  }
  const post = (path: string, key: string, body: unknown, headers: Record<string, string> = {}) =>
    send(path, key, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  return { db, bodo, bergen, person, keyOf, send, post }
}

async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return Problem.parse(await answer.json())
}

test('without a key the drafts say what they need, and what is open stays open', async () => {
  const { send } = await aScene()
  const answer = await send('/drafts', null)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Spydspiss"')
  expect((await problemOf(answer)).type).toMatch(/#problem-key-missing$/)
  expect((await send('/cases/case-016', null)).status).toBe(200)
})

test.each([
  'spydspiss_short',
  `spydspiss_${'A'.repeat(43)}`,
  'Basic dXNlcjpwYXNz',
  'Bearer',
  'Bearer a b',
  'bearer \u00e6',
  `${'x'.repeat(5000)}`,
])('a key that is no key is told so, also where none is needed: %#', async (key) => {
  const { send } = await aScene()
  for (const path of ['/drafts', '/cases/case-016', '/search?q=alarm']) {
    const answer = await send(path, encodeURIComponent(key) === key ? key : key.replace(/[^\x20-\x7e]/g, '?'))
    expect(answer.status, path).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('a key that has expired, been revoked, or lost its role is stale', async () => {
  const { db, bodo, person, keyOf, send } = await aScene()
  const [leader, buyer] = [await person({ roles: ['coordinator'] }), await person({})]
  const expired = await keyOf(buyer, ['read'], () => new Date(at.getTime() - 31 * DAY_MS))
  const revoked = await keyOf(buyer)
  const orphaned = await keyOf(buyer)
  for (const key of [revoked, orphaned]) expect((await send('/drafts', key.secret)).status).toBe(200)

  await revokeApiToken({ db, now }, buyer, { token: revoked.id })
  expect((await send('/drafts', expired.secret)).status).toBe(401)
  expect((await send('/drafts', revoked.secret)).status).toBe(401)
  expect((await send('/drafts', orphaned.secret)).status).toBe(200)
  const [held] = await rolesOf(db, { person: buyer.personId, on: '2026-11-21' })
  if (!held) throw new Error('There is a role')
  await endMembership({ db, now }, leader, { membership: held.membership, reason: 'Slutta' })
  expect((await send('/drafts', orphaned.secret)).status).toBe(401)
  expect(bodo).toBe(buyer.organisation)
})

test('a key does what its scopes and the roles behind it allow, and no more', async () => {
  const { person, keyOf, send, post } = await aScene()
  const buyer = await person({})
  const [reads, writes] = [await keyOf(buyer, ['read']), await keyOf(buyer, ['write'])]
  const refused = await post('/drafts', reads.secret, {})
  expect(refused.status).toBe(403)
  expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="write"')
  expect((await send('/drafts', writes.secret)).status).toBe(403)
  const reader = await keyOf(await person({ roles: ['reader'] }))
  expect((await problemOf(await send('/drafts', reader.secret))).type).toMatch(/#problem-role-missing$/)
  const supplier = await keyOf(await person({ roles: ['supplier', 'curator'] }))
  expect((await post('/drafts', supplier.secret, {})).status).toBe(403)
})

test('what is shown by a key is kept by nobody on the way', async () => {
  const { person, keyOf, send } = await aScene()
  const key = await keyOf(await person({}))
  const answer = await send('/drafts', key.secret)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('vary')).toContain('Authorization')
  expect((await send('/cases/case-016', key.secret)).headers.get('cache-control')).toBe('private, no-store')
})

test('what is sent is read strictly, and everything wrong is pointed at', async () => {
  const { person, keyOf, send, post } = await aScene()
  const { secret } = await keyOf(await person({}))
  const status = async (body: unknown, headers?: Record<string, string>) =>
    (await post('/drafts', secret, body, headers)).status
  expect(await status('{')).toBe(400)
  expect(await status({}, { 'content-type': 'text/plain' })).toBe(415)
  expect(await status(`{"size":"${'x'.repeat(1_100_000)}"}`)).toBe(413)
  expect(await status([])).toBe(422)
  expect(await status('null')).toBe(422)
  const sent = {
    size: 'huge',
    nonsense: 1,
    content: { need: { text: '' }, identity: { title: 'x\u0000', themes: 3 }, 'a/b~c': 1 },
  }
  const wrong = await problemOf(await post('/drafts', secret, sent))
  expect(wrong.status).toBe(422)
  expect(wrong.errors?.map(({ pointer }) => pointer)).toEqual(['/content/identity/title'])
  const { content, ...rest } = sent
  const more = await problemOf(
    await post('/drafts', secret, { ...rest, content: { ...content, identity: { title: 'x', themes: 3 } } }),
  )
  expect(more.errors?.map(({ pointer }) => pointer)).toEqual(
    expect.arrayContaining([
      '/size',
      '/nonsense',
      '/content/need/text',
      '/content/identity/themes',
      '/content/a~1b~0c',
    ]),
  )
  const patch = await send('/drafts', secret, { method: 'PATCH' })
  expect(patch.status).toBe(405)
  expect(patch.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
})

const Draft = z.looseObject({ id: z.uuid(), version: z.int(), status: z.string(), complete: z.boolean() })

test('the same request sent again does nothing, and is answered the same', async () => {
  const { db, person, keyOf, post } = await aScene()
  const buyer = await person({})
  const key = await keyOf(buyer)
  const body = { size: 'experience' }
  const once = { 'idempotency-key': newId() }
  const answers = await Promise.all([1, 2, 3].map(() => post('/drafts', key.secret, body, once)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  const ids = await Promise.all(answers.map(async (answer) => Draft.parse(await answer.json()).id))
  expect(new Set(ids).size).toBe(1)
  expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(2)
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
  const drafts = await db
    .selectFrom('case_draft')
    .select('id')
    .where('created_by', '=', buyer.personId)
    .execute()
  expect(drafts).toHaveLength(1)

  expect((await post('/drafts', key.secret, { size: 'full' }, once)).status).toBe(422)
  expect((await post('/drafts', key.secret, body, { 'idempotency-key': 'has space' })).status).toBe(400)
  const other = await keyOf(await person({}))
  const theirs = await post('/drafts', other.secret, body, once)
  expect(Draft.parse(await theirs.json()).id).not.toBe(ids[0])
})

test('what was refused has done nothing, and the same key can be used when it is mended', async () => {
  const { person, keyOf, post } = await aScene()
  const key = await keyOf(await person({}))
  const once = { 'idempotency-key': newId() }
  expect((await post('/drafts', key.secret, { notice: 'nothing-01' }, once)).status).toBe(422)
  expect((await post('/drafts', key.secret, {}, once)).status).toBe(201)
})
