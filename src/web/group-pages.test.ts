import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { moveDemand, type Need } from '#src/modules/needs/index.ts'
import type { Database } from '#src/platform/database.ts'
import { openPage } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aCoordinator, aDemand, demandNow } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import { needGroupView } from './present/need-group-view.ts'
import * as groupsPage from './routes/groups/page.tsx'
import * as needGroupsPage from './routes/need-groups/page.tsx'

const now = () => new Date('2026-11-22T09:00:00Z')

async function scene(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const royrvik = await municipalityId(db, '5043')
  const selbu = await municipalityId(db, '5032')
  const chief = await aPerson(db, { organisation: royrvik, roles: ['coordinator'] })
  const writer = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
  const by = chief.personId
  return {
    ...{ chief, writer },
    own: await aNeed(db, { organisation: royrvik, by, content: { wish: 'follow' } }),
    large: await aNeed(db, { organisation: bodo, by, content: { wish: 'lead' } }),
    late: await aNeed(db, {
      ...{ organisation: selbu, by },
      content: { wish: 'lead', from: '2029-01-01', until: '2029-06-30' },
    }),
    program: aWebProgram({ db, now }),
  }
}

const groupOf = (id: string, query = '', language = '') => ({
  page: needGroupsPage,
  path: `${language}/behov/${id}/grupper${query}`,
  params: { id },
})

type Named = { readonly name: string; readonly isLead: boolean; readonly isOwn: boolean }
type Said = {
  readonly group: { readonly figure: number; readonly members: readonly Named[] } | null
  readonly supposed: {
    readonly figure: number
    readonly lead: string
    readonly members: readonly Named[]
  } | null
  readonly asked: { readonly months: number; readonly weights: Record<string, number> }
}

test('everybody sees who should buy it together, who can lead, and who is near without being in it', () =>
  withCatalogue(async (db) => {
    const { program, own } = await scene(db)
    const { data } = await openPage(program, null, groupOf(own.id))
    expect(data).toMatchObject({
      group: { lead: 'Bodø', months: 'mars 2027 til september 2027', isGood: true },
      nearest: [{ name: 'Selbu', why: 'dere har ingen måned felles' }],
      mayAsk: false,
      inviteFrom: null,
    })
    const { members } = (data as Said).group ?? { members: [] }
    expect(members.map(({ name, isLead, isOwn }) => ({ name, isLead, isOwn }))).toEqual([
      { name: 'Bodø', isLead: true, isOwn: false },
      { name: 'Røyrvik', isLead: false, isOwn: false },
    ])
    expect(JSON.stringify(data)).toContain('Røyrvik er mye mindre enn den andre')
    const nynorsk = await openPage(program, null, groupOf(own.id, '', '/nn'))
    expect(JSON.stringify(nynorsk.data)).toContain('Røyrvik er mykje mindre enn den andre')
  }))

test('who leads may weigh and ask what if, in the address; what cannot be read is as if it was not there', () =>
  withCatalogue(async (db) => {
    const { program, chief, own, large, late } = await scene(db)
    const plain = (await openPage(program, chief, groupOf(own.id))).data as Said
    expect(plain).toMatchObject({ mayAsk: true, inviteFrom: own.id, supposed: null })
    expect((await openPage(program, chief, groupOf(large.id))).data).toMatchObject({ inviteFrom: own.id })
    const ask = async (query: string) => (await openPage(program, chief, groupOf(own.id, query))).data as Said
    const weighed = await ask('?vekt-size=100&vekt-phase=noe')
    expect(weighed.asked.weights).toMatchObject({ size: 100, phase: 20 })
    expect(weighed.group?.figure ?? 0).toBeLessThan(plain.group?.figure ?? 0)
    const moved = await ask(`?flytt=−24&leder=${own.id}`)
    expect(moved.asked.months).toBe(-24)
    expect(moved.supposed).toMatchObject({ figure: 0, lead: 'Røyrvik' })
    const more = await ask(`?med=${late.id}&med=ukjent`)
    expect(more.supposed?.members.map(({ name }) => name).toSorted()).toEqual(['Bodø', 'Røyrvik', 'Selbu'])
    expect((await ask(`?uten=${large.id}`)).supposed).toBeNull()
    expect((await ask('?flytt=mange')).asked.months).toBe(0)
  }))

test('who does not lead gets the proposal as it is, whatever the address asks', () =>
  withCatalogue(async (db) => {
    const { program, writer, own } = await scene(db)
    const { data } = await openPage(program, writer, groupOf(own.id, '?flytt=24&vekt-size=100'))
    expect(data).toMatchObject({ mayAsk: false, supposed: null, asked: { months: 0, weights: { size: 4 } } })
  }))

test('a need one may not know of has no page of its group', () =>
  withCatalogue(async (db) => {
    const { program, chief } = await scene(db)
    const hidden = await aNeed(db, {
      ...{ organisation: await municipalityId(db, '4621'), by: chief.personId },
      audience: 'own',
    })
    expect((await openPage(program, chief, groupOf(hidden.id))).status).toBe(404)
    expect((await openPage(program, null, groupOf('ukjent'))).status).toBe(404)
  }))

test('all groups stand by theme, and the page of a need says who, in one sentence', () =>
  withCatalogue(async (db) => {
    const { program, chief, own, large, late } = await scene(db)
    const all = await openPage(program, null, { page: groupsPage, path: '/behov/grupper?side=x', params: {} })
    expect(all.data).toMatchObject({
      total: 1,
      themes: [
        { theme: 'Velferdsteknologi', groups: [{ id: large.id, names: ['Bodø', 'Røyrvik'], lead: 'Bodø' }] },
      ],
    })
    const sentence = (need: Need, reader: Actor | null) =>
      needGroupView(program, need, { reader, messages: messagesIn('nb') })
    expect(await sentence(own, chief)).toMatchObject({
      group: { names: ['Bodø', 'Røyrvik (dere)'], lead: 'Bodø' },
    })
    expect(await sentence(late, null)).toEqual({ need: late.id, isTogether: false, group: null })
  }))

test('those who are in one demand are told so instead of being proposed, and others are led to it', () =>
  withCatalogue(async (db) => {
    const { program, chief, own, large } = await scene(db)
    const lead = await aCoordinator(db, large.organisation)
    const begun = { own: large, by: lead, others: [{ need: own.id, by: chief }] }
    const { id, title } = await aDemand({ db, now }, begun)
    const there = { title, href: `/felles-behov/${id}`, names: ['Bodø', 'Røyrvik'], isGathering: true }
    expect((await openPage(program, null, groupOf(own.id))).data).toMatchObject({
      ...{ group: null, aloneBecause: 'together', together: [there] },
    })
    const board = { page: groupsPage, path: '/behov/grupper', params: {} }
    expect((await openPage(program, null, board)).data).toMatchObject({ total: 0 })
    const view = { reader: null, messages: messagesIn('nb') }
    expect(await needGroupView(program, own, view)).toEqual({ need: own.id, isTogether: true, group: null })

    const voss = await municipalityId(db, '4621')
    const other = await aCoordinator(db, voss)
    const third = await aNeed(db, { organisation: voss, by: other.personId, content: { wish: 'follow' } })
    const ofThird = () => openPage(program, other, groupOf(third.id))
    expect((await ofThird()).data).toMatchObject({ inviteFrom: third.id, together: [there] })
    expect((await openPage(program, null, board)).data).toMatchObject({
      total: 1,
      themes: [{ groups: [{ names: ['Bodø', 'Røyrvik', 'Voss'], together: [there] }] }],
    })
    await moveDemand(db, lead, { id, to: 'procurement', at: now() })
    expect((await demandNow(db, id)).status).toBe('procurement')
    expect((await ofThird()).data).toMatchObject({ together: [{ ...there, isGathering: false }] })
    expect((await openPage(program, chief, groupOf(own.id))).data).toMatchObject({ inviteFrom: null })
  }))
