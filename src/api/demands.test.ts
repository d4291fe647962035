import { expect, test } from 'vitest'
import { type Actor, makeApiToken } from '#src/modules/identity/index.ts'
import { changeDemandAudience, leaveDemand } from '#src/modules/needs/index.ts'
import { now, seededApi } from '#src/testing/api-program.ts'
import { aDemand, threeCoordinators } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { DemandAnswer, DemandsAnswer } from './demand-answer.ts'

/** Røyrvik and Bodø, who need the same, and Voss, who does not. */
async function aScene() {
  const { db, ask } = await seededApi()
  const { royrvik, bodo, ofRoyrvik: lead, ofBodo: member, ofVoss: neighbour } = await threeCoordinators(db)
  const keyOf = async (actor: Actor) => {
    const key = await makeApiToken({ db, now }, actor, { name: 'Prøve', scopes: ['read'], days: 1 })
    if (!key.ok) throw new Error(key.failure.kind)
    return key.value.secret
  }
  return {
    ...{ db, royrvik, bodo, lead, member },
    keys: { lead: await keyOf(lead), member: await keyOf(member), neighbour: await keyOf(neighbour) },
    read: (path: string, key?: string) =>
      ask(path, key ? { headers: { authorization: `Bearer ${key}` } } : undefined),
  }
}

test('a joint demand is read by those it is told to, with who is in it, what they come to, and what they say', async () => {
  const { db, royrvik, bodo, lead, member, keys, read } = await aScene()
  const own = await aNeed(db, { organisation: royrvik, by: lead.personId })
  const second = await aNeed(db, {
    ...{ organisation: bodo, by: member.personId },
    content: { volume: { amount: 60, unit: 'Brukere' }, themes: ['velferdsteknologi', 'trygghetsalarm'] },
  })
  const demand = await aDemand({ db, now }, { own, by: lead, others: [{ need: second.id, by: member }] })
  const answer = DemandAnswer.parse(await (await read(`/demands/${demand.id}`)).json())
  expect(answer).toMatchObject({
    ...{ id: demand.id, status: 'gathering', audience: 'all', language: 'nb', dialogueClosed: false },
    lead: { id: royrvik },
    members: [
      { organisation: { id: royrvik }, need: own.id },
      { organisation: { id: bodo }, need: second.id },
    ],
    sum: { organisations: 2, municipalities: 2, volumes: [{ amount: 100, unit: 'brukere' }] },
    themes: ['velferdsteknologi'],
    statement: { outcome: demand.statement.outcome },
  })
  expect(answer.sum.inhabitants).toBeGreaterThan(50_000)
  expect(new URL(answer.url).pathname).toBe(`/felles-behov/${demand.id}`)
  const inTheme = async (theme: string) =>
    DemandsAnswer.parse(await (await read(`/demands?theme=${theme}`)).json()).items.some(
      ({ id }) => id === demand.id,
    )
  expect(await inTheme('trygghetsalarm'), 'a theme of one of them').toBe(true)
  expect(await inTheme('renovasjonsbil')).toBe(false)

  const listed = async (key?: string) =>
    DemandsAnswer.parse(await (await read('/demands', key)).json()).items.some(({ id }) => id === demand.id)
  for (const [audience, seenBy] of [
    ['public-employees', ['lead', 'member', 'neighbour']],
    ['own', ['lead', 'member']],
  ] as const) {
    await changeDemandAudience({ db, now }, lead, { id: demand.id, audience })
    for (const who of ['lead', 'member', 'neighbour', 'nobody'] as const) {
      const key = who === 'nobody' ? undefined : keys[who]
      const isSeen = (seenBy as readonly string[]).includes(who)
      expect(await listed(key), `${who}: ${audience}`).toBe(isSeen)
      expect((await read(`/demands/${demand.id}`, key)).status, `${who}: ${audience}`).toBe(
        isSeen ? 200 : 404,
      )
    }
  }
})

test('who is asked, said no or has left does not stand in it; nor a need that the one who asks may not read', async () => {
  const { db, royrvik, bodo, lead, member, keys, read } = await aScene()
  const own = await aNeed(db, { organisation: royrvik, by: lead.personId, audience: 'own' })
  const second = await aNeed(db, { organisation: bodo, by: member.personId })
  const demand = await aDemand({ db, now }, { own, by: lead, others: [{ need: second.id, by: member }] })
  const members = async (key: string) =>
    DemandAnswer.parse(await (await read(`/demands/${demand.id}`, key)).json()).members.map(
      ({ need }) => need,
    )
  expect(await members(keys.lead)).toEqual([own.id, second.id])
  expect(await members(keys.member)).toEqual([null, second.id])
  await leaveDemand({ db, now }, member, { id: demand.id, need: second.id, reason: 'Vi har kjøpt' })
  const left = await (await read(`/demands/${demand.id}`, keys.lead)).text()
  expect(left).not.toContain(second.id)
  expect(left).not.toContain('Vi har kjøpt')
  expect((await read(`/demands/${demand.id}`, keys.member)).status).toBe(404)
  expect((await read('/demands/ikke-en-id')).status).toBe(404)
})
