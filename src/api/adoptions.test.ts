import { expect, test } from 'vitest'
import { makeApiToken } from '#src/modules/identity/index.ts'
import { aCase } from '#src/testing/adoptions.ts'
import { now, seededApi } from '#src/testing/api-program.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { AdoptionAnswer, AdoptionsAnswer, SpreadAnswer } from './adoption-answer.ts'
import { Problem } from './problem.ts'

const at = now()

async function aScene() {
  const { db, ask } = await seededApi()
  const royrvik = await municipalityId(db, '5043')
  const chief = await aPerson(db, {
    organisation: await municipalityId(db, '1804'),
    roles: ['coordinator'],
    at,
  })
  const buyer = await aPerson(db, { organisation: royrvik, roles: ['contributor'], at })
  const keyOf = async (actor: typeof buyer) => {
    const key = await makeApiToken({ db, now }, actor, { name: 'Prøve', scopes: ['read', 'write'], days: 1 })
    if (!key.ok) throw new Error(key.failure.kind)
    return key.value.secret
  }
  const headersOf = (key: string) => ({ authorization: `Bearer ${key}`, 'content-type': 'application/json' })
  const send = (path: string, key: string, body: unknown) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: headersOf(key) })
  const read = (path: string, key?: string) => ask(path, key ? { headers: headersOf(key) } : {})
  return {
    caseId: await aCase({ db, now }, chief),
    mine: await keyOf(buyer),
    theirs: await keyOf(chief),
    send,
    read,
  }
}

const problemIn = async (answer: Response) => Problem.parse(await answer.json())

test('a program takes a case into use, notes a step, and finds it again', async () => {
  const { caseId, mine, theirs, send, read } = await aScene()
  const body = { audience: 'own', volumes: { there: 400, here: 20 } }
  const begun = await send(`/cases/${caseId}/adoptions`, mine, body)
  expect(begun.status).toBe(201)
  const { id, status, volumes } = AdoptionAnswer.parse(await begun.json())
  expect({ status, volumes }).toEqual({ status: 'considering', volumes: body.volumes })
  expect((await send(`/cases/${caseId}/adoptions`, mine, {})).status).toBe(409)

  const listed = async (key?: string) =>
    AdoptionsAnswer.parse(await (await read(`/cases/${caseId}/adoptions`, key)).json()).total
  expect([await listed(mine), await listed(theirs), await listed()]).toEqual([1, 0, 0])
  const step = { status: 'in-use', on: '2026-11-21' }
  expect((await send(`/adoptions/${id}/steps`, theirs, step)).status).toBe(404)
  expect((await send(`/adoptions/${id}/steps`, mine, step)).status).toBe(200)
  expect(await listed()).toBe(1)
  const spread = SpreadAnswer.parse(await (await read(`/cases/${caseId}/spread`)).json())
  expect(spread).toMatchObject({
    depth: 1,
    taken: [{ adoption: id, from: caseId, status: 'in-use', since: '2026-11-21', step: 1 }],
  })
})

test('what is wrong is told with its place', async () => {
  const { caseId, mine, send } = await aScene()
  const begun = await send(`/cases/${caseId}/adoptions`, mine, { volumes: { there: -1, here: 20 } })
  expect(begun.status).toBe(422)
  expect((await problemIn(begun)).errors).toMatchObject([{ pointer: '/volumes/there' }])
  const { id } = AdoptionAnswer.parse(await (await send(`/cases/${caseId}/adoptions`, mine, {})).json())
  const steps: readonly (readonly [object, number, string | undefined])[] = [
    [{ status: 'abandoned', on: '2026-11-21' }, 422, '/reason'],
    [{ status: 'planning', on: '2026-11-22' }, 422, '/on'],
    [{ status: 'planning', on: '2026-11-20' }, 422, '/on'],
    [{ status: 'replaced', on: '2026-11-21', reason: 'Ny' }, 409, undefined],
  ]
  for (const [body, status, pointer] of steps) {
    const answer = await send(`/adoptions/${id}/steps`, mine, body)
    expect(answer.status).toBe(status)
    expect((await problemIn(answer)).errors?.[0]?.pointer).toBe(pointer)
  }
})

test('a case that is not there has no adoptions, spread or way to take it', async () => {
  const { mine, send, read } = await aScene()
  for (const id of ['case-999', 'x'])
    expect([
      (await read(`/cases/${id}/adoptions`)).status,
      (await read(`/cases/${id}/spread`)).status,
      (await send(`/cases/${id}/adoptions`, mine, {})).status,
      (await send(`/adoptions/${id}/steps`, mine, { status: 'planning', on: '2026-11-21' })).status,
    ]).toEqual([404, 404, 404, 404])
})
