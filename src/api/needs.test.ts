import { expect, test } from 'vitest'
import { type Actor, makeApiToken } from '#src/modules/identity/index.ts'
import { recordEvents } from '#src/platform/outbox/index.ts'
import { now, seededApi } from '#src/testing/api-program.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { NeedAnswer, NeedsAnswer } from './need-answer.ts'
import { SearchAnswerBody } from './search-answer.ts'

async function aScene() {
  const { db, ask, refresh } = await seededApi()
  const royrvik = await municipalityId(db, '5043')
  const ingrid = await aPerson(db, { organisation: royrvik, roles: ['contributor'], at: now() })
  const other = await municipalityId(db, '1804')
  const neighbour = await aPerson(db, { organisation: other, roles: ['coordinator'], at: now() })
  const keyOf = async (actor: Actor) => {
    const asked = { name: 'Prøve', scopes: ['read', 'write'] as const, days: 1 }
    const key = await makeApiToken({ db, now }, actor, { ...asked, scopes: [...asked.scopes] })
    if (!key.ok) throw new Error(key.failure.kind)
    return key.value.secret
  }
  const headers = (key?: string) => (key ? { authorization: `Bearer ${key}` } : {})
  return {
    ...{ db, royrvik, ingrid, refresh, mine: await keyOf(ingrid), theirs: await keyOf(neighbour) },
    read: (path: string, key?: string) => ask(path, { headers: headers(key) }),
    send: (body: object, key: string) =>
      ask('/needs', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...headers(key), 'content-type': 'application/json' },
      }),
  }
}

test('needs are read by those they are announced to, by list, id and searching, without what is for their own', async () => {
  const { db, royrvik, ingrid, refresh, read, mine, theirs } = await aScene()
  const title = 'Zyrkonvarsling om natten'
  const content = {
    title,
    mirror: { need: 'no', solutions: null, market: null, room: null, law: null },
  } as const
  const of = { organisation: royrvik, by: ingrid.personId, content }
  const { id: open } = await aNeed(db, of)
  const { id: shared } = await aNeed(db, { ...of, audience: 'public-employees' })
  const { id: inside } = await aNeed(db, { ...of, audience: 'own' })
  const { id: draft } = await aNeed(db, { ...of, status: 'draft' })
  const ids = [open, shared, inside, draft]
  await recordEvents(
    db,
    ids.map((subject) => ({ kind: 'need.changed', subject })),
  )
  await refresh()
  const listed = async (key?: string) => {
    const answer = NeedsAnswer.parse(
      await (await read('/needs?theme=velferdsteknologi&innovationHeight=adapt', key)).json(),
    )
    return answer.items.map(({ id }) => id).toSorted()
  }
  const found = async (key?: string) => {
    const body = SearchAnswerBody.parse(await (await read('/search?q=zyrkonvarsling&type=need', key)).json())
    expect(body.total).toBe(body.hits.length)
    return body.hits.map(({ id }) => id).toSorted()
  }
  const seen = [
    [undefined, [open]],
    [theirs, [open, shared]],
    [mine, [open, shared, inside]],
  ] as const
  for (const [key, those] of seen) {
    expect(await listed(key)).toEqual(those.toSorted())
    expect(await found(key)).toEqual(those.toSorted())
  }
  expect((await read(`/needs/${shared}`)).status).toBe(404)
  expect((await read(`/needs/${inside}`, theirs)).status).toBe(404)
  expect((await read(`/needs/${draft}`, theirs)).status).toBe(404)
  const answer = await (await read(`/needs/${inside}`, mine)).text()
  expect(NeedAnswer.parse(JSON.parse(answer))).toMatchObject({ title, firmness: 'wanted', closed: null })
  expect(answer).not.toContain('mirror')
})

test('a need is begun with a key, for those whom its owner writes for', async () => {
  const { royrvik, send, read, mine, theirs } = await aScene()
  const begun = await send({ title: 'Nattilsyn uten å vekke noen' }, mine)
  expect(begun.status).toBe(201)
  const { id, status } = NeedAnswer.parse(await begun.json())
  expect(status).toBe('draft')
  expect((await read(`/needs/${id}`, theirs)).status).toBe(404)
  const fromCase = NeedAnswer.parse(await (await send({ case: 'case-016' }, mine)).json())
  expect(fromCase.title.length).toBeGreaterThan(5)
  expect((await send({ title: 'Nattilsyn', organisation: royrvik }, theirs)).status).toBe(403)
  for (const body of [
    {},
    { title: 'Hm' },
    { title: 'Nattilsyn', case: 'case-016' },
    { case: 'case-9999' },
    { need: id, lot: 1 },
  ])
    expect((await send(body, mine)).status, JSON.stringify(body)).toBe(422)
})
