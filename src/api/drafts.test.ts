import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeApiToken } from '#src/modules/identity/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import { ALARMS, now, seededApi } from '#src/testing/api-program.ts'
import { aPerson } from '#src/testing/people.ts'
import { DraftAnswer, DraftsAnswer, PublishedAnswer } from './draft-answer.ts'
import { Problem } from './problem.ts'

const at = now()
const EXPERIENCE = {
  identity: {
    title: 'Trygghetsalarmer som virker ute',
    kind: 'procurement',
    level: 'experience',
    themes: ['velferdsteknologi'],
  },
  approach: 'Vi spurte markedet før vi skrev kravene.',
  lessons: [{ text: 'Prøv dekningen i alle grender først.' }],
}

async function aScene() {
  const { db, ask } = await seededApi()
  const register = await readRegister(db)
  const [bodo, bergen] = ['972418013', '964338531'].map((number) => register.byNumber.get(number))
  if (!bodo || !bergen) throw new Error('Both are in the register')
  const keyOf = async (roles: Parameters<typeof aPerson>[1]) => {
    const actor = await aPerson(db, { organisation: bodo, at, ...roles })
    const key = await makeApiToken({ db, now }, actor, { name: 'Prøve', scopes: ['read', 'write'], days: 1 })
    if (!key.ok) throw new Error(key.failure.kind)
    return key.value.secret
  }
  const send = (
    method: string,
    path: string,
    key: string,
    { body = {}, version }: { body?: unknown; version?: number | string } = {},
  ) =>
    ask(path, {
      method,
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        ...(version === undefined
          ? {}
          : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
      },
    })
  return { db, bodo, bergen, keyOf, send }
}

const draftIn = async (answer: Response) => DraftAnswer.parse(await answer.json())
const problemIn = async (answer: Response) => Problem.parse(await answer.json())

test('a program begins a draft, writes in it, hands it in, and a coordinator publishes it', async () => {
  const { keyOf, send } = await aScene()
  const [writer, leader] = [await keyOf({}), await keyOf({ roles: ['coordinator'] })]
  const started = await send('POST', '/drafts', writer, { body: { size: 'experience' } })
  expect(started.status).toBe(201)
  const draft = await draftIn(started)
  expect(started.headers.get('location')).toBe(draft.self)
  expect(started.headers.get('etag')).toBe('"1"')
  expect(draft).toMatchObject({ status: 'draft', complete: false, organisation: { name: 'Bodø kommune' } })
  expect(draft.problems.length).toBeGreaterThan(0)

  const path = `/drafts/${draft.id}`
  expect((await send('POST', `${path}/submit`, writer, { version: 1 })).status).toBe(422)
  const written = await draftIn(
    await send('PATCH', path, writer, { body: { content: EXPERIENCE }, version: 1 }),
  )
  expect(written).toMatchObject({
    version: 2,
    complete: true,
    title: EXPERIENCE.identity.title,
    problems: [],
  })
  expect(written.content).toMatchObject({ lessons: EXPERIENCE.lessons, approach: EXPERIENCE.approach })

  const submitted = await draftIn(await send('POST', `${path}/submit`, writer, { version: 2 }))
  expect(submitted.status).toBe('submitted')
  expect((await send('PATCH', path, writer, { body: { content: {} }, version: 3 })).status).toBe(409)
  expect((await send('POST', `${path}/publish`, writer, { version: 3 })).status).toBe(403)
  const published = await send('POST', `${path}/publish`, leader, { version: 3 })
  expect(published.status).toBe(200)
  const { case: id, self } = PublishedAnswer.parse(await published.json())
  expect(id).toMatch(/^case-\d+$/)
  expect(published.headers.get('location')).toBe(self)
  expect((await send('GET', `/cases/${id}`, writer)).status).toBe(200)
  expect((await send('POST', `${path}/publish`, leader, { version: 3 })).status).toBe(409)
})

test('nobody is written over: the version that was read must be the one that is stored', async () => {
  const { keyOf, send } = await aScene()
  const [one, other] = [await keyOf({}), await keyOf({})]
  const { id } = await draftIn(await send('POST', '/drafts', one, { body: { content: EXPERIENCE } }))
  const path = `/drafts/${id}`
  const { version } = await draftIn(await send('GET', path, other))
  const write = (key: string, text: string, said: number | string) =>
    send('PATCH', path, key, { body: { content: { approach: text } }, version: said })
  expect((await write(one, 'En', version)).status).toBe(200)
  const late = await write(other, 'To', version)
  expect(late.status).toBe(412)
  expect((await problemIn(late)).detail).toContain(`version ${version + 1}`)
  expect((await draftIn(await send('GET', path, one))).content.approach).toBe('En')
  expect((await send('PATCH', path, one, { body: { content: {} } })).status).toBe(428)
  for (const said of ['*', '"x"', '', 'W/"abc"'])
    expect((await write(one, 'Tre', said)).status, said).toBe(412)
  const together = await Promise.all(['a', 'b', 'c', 'd'].map((text) => write(one, text, version + 1)))
  expect(together.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
})

test('a block is taken away by null, and what is not named stays', async () => {
  const { keyOf, send } = await aScene()
  const key = await keyOf({})
  const { id, version } = await draftIn(
    await send('POST', '/drafts', key, {
      body: { content: { ...EXPERIENCE, need: { text: 'Folk går ute' } } },
    }),
  )
  const changed = await draftIn(
    await send('PATCH', `/drafts/${id}`, key, { body: { content: { need: null, lessons: [] } }, version }),
  )
  expect(changed.content).not.toHaveProperty('need')
  expect(changed.content.lessons).toEqual([])
  expect(changed.content.approach).toBe(EXPERIENCE.approach)
})

test('a draft of another organisation looks as if it did not exist', async () => {
  const { bergen, keyOf, send } = await aScene()
  const { id } = await draftIn(await send('POST', '/drafts', await keyOf({}), { body: {} }))
  const stranger = await keyOf({ organisation: bergen, roles: ['coordinator'] })
  const path = `/drafts/${id}`
  const answers = [
    await send('GET', path, stranger),
    await send('PATCH', path, stranger, { body: { content: {} }, version: 1 }),
    await send('POST', `${path}/submit`, stranger, { version: 1 }),
    await send('POST', `${path}/publish`, stranger, { version: 1 }),
    await send('GET', '/drafts/00000000-0000-4000-8000-000000000000', stranger),
    await send('GET', "/drafts/x' or 1=1", stranger),
  ]
  const told = await Promise.all(answers.map(problemIn))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  expect(new Set(told.map(({ detail, title }) => detail + title)).size).toBe(1)
  const { items } = DraftsAnswer.parse(await (await send('GET', '/drafts?limit=100', stranger)).json())
  expect(items.map((draft) => draft.id)).not.toContain(id)
})

test('a draft begins with a notice once: the next one is led to it', async () => {
  const { bergen, keyOf, send } = await aScene()
  const key = await keyOf({ organisation: bergen })
  const body = { notice: `${ALARMS}-02`, size: 'short' }
  const first = await send('POST', '/drafts', key, { body })
  const again = await send('POST', '/drafts', key, {
    body: { ...body, content: { approach: 'Blir ikke skrevet' } },
  })
  expect([first.status, again.status]).toEqual([201, 200])
  const [draft, same] = [await draftIn(first), await draftIn(again)]
  expect(same).toMatchObject({ id: draft.id, version: draft.version, title: 'Trygghetsalarmer' })
  expect((await send('POST', '/drafts', key, { body: { ...body, case: 'case-016' } })).status).toBe(422)
  expect((await send('POST', '/drafts', key, { body: { case: 'case-9999' } })).status).toBe(422)
})

test('whoever may not write for an organisation begins nothing for it', async () => {
  const { bergen, keyOf, send } = await aScene()
  const answer = await send('POST', '/drafts', await keyOf({}), { body: { organisation: bergen } })
  expect(answer.status).toBe(403)
  expect((await problemIn(answer)).type).toMatch(/#problem-not-allowed$/)
})

test('the list goes on from page to page', async () => {
  const { keyOf, send } = await aScene()
  const key = await keyOf({})
  for (const size of ['experience', 'short', 'full']) await send('POST', '/drafts', key, { body: { size } })
  const seen: string[] = []
  let path: string | null = '/drafts?limit=2'
  while (path) {
    const page = DraftsAnswer.parse(await (await send('GET', path, key)).json())
    seen.push(...page.items.map(({ id }) => id))
    path = page.next && new URL(page.next).pathname.replace('/api/v1', '') + new URL(page.next).search
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(3)
  expect(z.array(z.uuid()).parse(seen)).toEqual(seen)
})
