import { expect, test } from 'vitest'
import { makeApiToken } from '#src/modules/identity/index.ts'
import { now, seededApi } from '#src/testing/api-program.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { GroupsAnswer, NeedGroupAnswer } from './group-answer.ts'

async function aScene() {
  const { db, ask } = await seededApi()
  const bodo = await municipalityId(db, '1804')
  const royrvik = await municipalityId(db, '5043')
  const selbu = await municipalityId(db, '5032')
  const chief = await aPerson(db, { organisation: selbu, roles: ['coordinator'] })
  const key = await makeApiToken({ db, now }, chief, { name: 'Prøve', scopes: ['read'], days: 1 })
  if (!key.ok) throw new Error(key.failure.kind)
  const by = chief.personId
  return {
    large: await aNeed(db, { organisation: bodo, by, content: { wish: 'lead' } }),
    small: await aNeed(db, { organisation: royrvik, by, content: { wish: 'follow' } }),
    inside: await aNeed(db, { organisation: selbu, by, audience: 'own', content: { wish: 'follow' } }),
    open: async (path: string) => ask(path),
    mine: async (path: string) => ask(path, { headers: { authorization: `Bearer ${key.value.secret}` } }),
  }
}

test('groups are proposed among what is open, and with a key among what its reader may know of', async () => {
  const { large, small, inside, open, mine } = await aScene()
  const groups = GroupsAnswer.parse(await (await open('/groups')).json())
  expect(groups.items.map(({ lead, members }) => [lead, members.map(({ need }) => need)])).toEqual([
    [large.id, [large.id, small.id]],
  ])
  const theirs = GroupsAnswer.parse(await (await mine('/groups')).json())
  expect(theirs.items[0]?.members.map(({ need }) => need)).toContain(inside.id)
  expect((await open(`/groups?after=${large.id}`)).status).toBe(200)
  expect((await open('/groups?after=ukjent')).status).toBe(400)

  const answer = NeedGroupAnswer.parse(await (await open(`/needs/${small.id}/group?lang=nn`)).json())
  expect(answer).toMatchObject({
    aloneBecause: null,
    group: { lead: large.id, months: { from: '2027-03-01' } },
  })
  expect(answer.url).toMatch(new RegExp(`/nn/behov/${small.id}/grupper$`))
  const [lead] = answer.group?.members ?? []
  expect(lead?.organisation.municipalityNumber).toBe('1804')
  expect(lead?.for).toContainEqual({ kind: 'wantsToLead', text: 'Har sagt at dei kan leie' })
  expect(JSON.stringify(answer)).not.toContain(inside.id)
  expect((await open(`/needs/${inside.id}/group`)).status).toBe(404)
  expect(NeedGroupAnswer.parse(await (await mine(`/needs/${inside.id}/group`)).json()).group?.lead).toBe(
    large.id,
  )
  expect((await open('/needs/ukjent/group')).status).toBe(404)
})
