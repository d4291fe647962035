import { expect, test } from 'vitest'
import {
  allProcurements,
  findProcurement,
  type JointProcurement,
} from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { type Fields, openPage, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import * as contractPage from './routes/joint-life/contract/page.tsx'
import * as papersPage from './routes/joint-papers/page.tsx'
import * as participantPage from './routes/joint-participant/page.tsx'
import * as participantsPage from './routes/joint-participants/page.tsx'
import * as overviewPage from './routes/joint-procurement/page.tsx'
import * as newPage from './routes/joint-procurement-new/page.tsx'
import * as listPage from './routes/joint-procurements/page.tsx'
import * as settingsPage from './routes/joint-settings/page.tsx'

const at = new Date('2026-11-22T10:41:00Z')
const now = () => at

async function scene(db: Database) {
  const bodo = await municipalityId(db, '1804')
  const royrvik = await municipalityId(db, '5043')
  const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
  return {
    ...{ bodo, royrvik, lead },
    small: await aPerson(db, { organisation: royrvik, roles: ['coordinator'], at }),
    buyer: await aPerson(db, { organisation: royrvik, roles: ['contributor'], at }),
    stranger: await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['coordinator'],
      at,
    }),
    joint: (given: Partial<Parameters<typeof aProcurement>[1]> = {}) =>
      aProcurement(db, { lead: bodo, by: lead.personId, ...given }),
    program: aWebProgram({ db, now }),
  }
}

const overviewAt = ({ id }: JointProcurement, language = '') => ({
  page: overviewPage,
  path: `${language}/fellesanskaffelser/${id}`,
  params: { id },
})
const participantsAt = ({ id }: JointProcurement) => ({
  page: participantsPage,
  path: `/fellesanskaffelser/${id}/deltakere`,
  params: { id },
})
const participantAt = ({ id }: JointProcurement, organisation: string) => ({
  page: participantPage,
  path: `/fellesanskaffelser/${id}/deltakere/${organisation}`,
  params: { id, organisation },
})
const settingsAt = ({ id }: JointProcurement) => ({
  page: settingsPage,
  path: `/fellesanskaffelser/${id}/innstillinger`,
  params: { id },
})

test('one is begun by a coordinator, and what was typed wrong is kept and told', () =>
  withCatalogue(async (db) => {
    const { lead, program } = await scene(db)
    const page = { page: newPage, path: '/nn/fellesanskaffelser/ny' }
    const id = newId()
    const form: Fields = [
      ['title', 'Nat'],
      ['purpose', ''],
      ['audience', 'alle'],
      ['innovationHeight', ''],
      ['buysAgain', ''],
      ['id', id],
    ]
    expect(await sendForm(program, lead, { ...page, form })).toMatchObject({
      status: 422,
      data: {
        typed: { title: 'Nat' },
        errors: {
          title: 'Tittelen må ha minst fem teikn',
          purpose: 'Skriv noko her',
          audience: 'Vel eitt av svara',
        },
      },
    })
    const right: Fields = [
      ...form.slice(3),
      ['title', 'Nattetilsyn'],
      ['purpose', 'Sove'],
      ['audience', 'own'],
    ]
    for (const _ of [1, 2])
      expect((await sendForm(program, lead, { ...page, form: right })).location).toBe(
        `/nn/fellesanskaffelser/${id}?varsel=startet`,
      )
    expect(await allProcurements(db)).toHaveLength(1)
  }))

test('those who take part see what stands in the way and what is missing; others only that it is', () =>
  withCatalogue(async (db) => {
    const { lead, small, stranger, program, royrvik, joint } = await scene(db)
    const facts = { estimate: 4_000_000, maximum: 6_000_000, strategy: 'En hemmelig plan' }
    const one = await joint({
      step: 'intent',
      facts,
      audience: 'public-employees',
      others: [{ organisation: royrvik, standing: { mailbox: 'innkjop@royrvik.example' } }],
    })
    const inside = await openPage(program, small, overviewAt(one))
    expect(inside.data).toMatchObject({
      view: {
        isIn: true,
        now: { nextName: 'Strategi og anslag', mayGoOn: false, inTheWay: [{ condition: 'intents' }] },
        dates: { each: [{}, {}] },
      },
    })
    const outside = JSON.stringify((await openPage(program, stranger, overviewAt(one))).data)
    expect(outside).toContain('Intensjon')
    for (const secret of ['4 000 000', 'hemmelig', 'innkjop@', 'Alle må ha meldt'])
      expect(outside.replaceAll('\u00a0', ' ')).not.toContain(secret)
    expect((await openPage(program, null, overviewAt(one))).status).toBe(404)
    expect((await openPage(program, stranger, participantAt(one, royrvik))).status).toBe(404)
    expect((await openPage(program, stranger, settingsAt(one))).status).toBe(404)
    expect((await openPage(program, lead, participantAt(one, royrvik))).status).toBe(200)
  }))

test('one that one is asked into comes first in the list, as something that waits', () =>
  withCatalogue(async (db) => {
    const { small, program, royrvik, joint } = await scene(db)
    const asked = await joint({ audience: 'own', others: [{ organisation: royrvik, status: 'invited' }] })
    const other = await joint({ audience: 'all', title: 'Noe helt annet', changedAt: at })
    const list = await openPage(program, small, { page: listPage, path: '/fellesanskaffelser' })
    expect(list.data).toMatchObject({
      own: [{ id: asked.id, isYourTurn: true }],
      others: [{ id: other.id, isYourTurn: false }],
    })
    const open = await openPage(program, null, { page: listPage, path: '/fellesanskaffelser' })
    expect(open.data).toMatchObject({ own: [], others: [{ id: other.id }], mayBegin: false })
  }))

test('the coordinator answers the invitation, and a contributor is told it is not for them', () =>
  withCatalogue(async (db) => {
    const { small, buyer, program, royrvik, joint } = await scene(db)
    const one = await joint({ others: [{ organisation: royrvik, status: 'invited' }] })
    const form: Fields = [
      ['do', 'answer'],
      ['organisation', royrvik],
      ['answer', 'ja'],
    ]
    expect((await sendForm(program, buyer, { ...overviewAt(one), form })).status).toBe(403)
    const said = await sendForm(program, small, { ...overviewAt(one, '/nn'), form })
    expect(said.location).toBe(`/nn/fellesanskaffelser/${one.id}?varsel=svart`)
    expect((await sendForm(program, small, { ...overviewAt(one), form })).status).toBe(409)
  }))

test('a guest is invited by name, and where several have it one chooses', () =>
  withCatalogue(async (db) => {
    const { lead, program, joint } = await scene(db)
    const one = await joint()
    const invite = (name: string, chosen = ''): Fields => [
      ['do', 'invite'],
      ['role', 'follower'],
      ['name', name],
      ['chosen', chosen],
    ]
    const sent = (form: Fields) => sendForm(program, lead, { ...participantsAt(one), form })
    expect((await sent(invite('røyrvik'))).location).toMatch(/varsel=invitert$/)
    expect(await sent(invite('Røyrvik kommune'))).toMatchObject({
      status: 409,
      data: { errors: { name: 'Røyrvik kommune er med eller er invitert fra før' } },
    })
    expect(await sent(invite('Ingen heter det'))).toMatchObject({ status: 422 })
    const several = await sent(invite('Herøy'))
    expect(several).toMatchObject({ status: 422, data: { typed: { name: 'Herøy' } } })
    const { mayBe } = several.data as { mayBe: readonly { value: string }[] }
    expect(mayBe.length).toBeGreaterThan(1)
    expect((await sent(invite('Herøy', mayBe[0]?.value))).location).toMatch(/varsel=invitert$/)
  }))

test('what a participant tells is wrong at its own field, and kept', () =>
  withCatalogue(async (db) => {
    const { small, buyer, program, royrvik, joint } = await scene(db)
    const one = await joint({ others: [{ organisation: royrvik }] })
    const place = participantAt(one, royrvik)
    const mandate: Fields = [
      ['part', 'mandate'],
      ['from', '1'],
      ['mandate-signedBy', 'Hege Nord'],
      ['mandate-title', ''],
      ['mandate-signedOn', '31.02.2026'],
    ]
    expect(await sendForm(program, small, { ...place, form: mandate })).toMatchObject({
      status: 422,
      data: {
        part: 'mandate',
        typed: { 'mandate-signedBy': 'Hege Nord' },
        errors: {
          'mandate-title': 'Skriv noe her',
          'mandate-authority': 'Skriv noe her',
          'mandate-signedOn': 'Skriv en dato, slik: 22.11.2026',
        },
      },
    })
    const share: Fields = [
      ['part', 'share'],
      ['from', '1'],
      ['share-amount', '40'],
      ['share-unit', 'brukere'],
      ['share-costShare', '12,5'],
    ]
    expect((await sendForm(program, buyer, { ...place, form: share })).location).toMatch(/varsel=lagret$/)
    const told = (await findProcurement(db, one.id))?.participants.find(
      ({ organisation }) => organisation === royrvik,
    )
    expect(told?.standing).toMatchObject({ volume: { amount: 40, unit: 'brukere' }, costShare: 12.5 })
    expect(await sendForm(program, buyer, { ...place, form: share })).toMatchObject({ status: 409 })
    const intent: Fields = [
      ['part', 'intent'],
      ['from', '2'],
      ['intent-on', '22.11.2026'],
    ]
    expect((await sendForm(program, buyer, { ...place, form: intent })).status).toBe(403)
  }))

test('the lead tells what is common, chooses the path, and two who save at once do not overwrite each other', () =>
  withCatalogue(async (db) => {
    const { lead, small, program, royrvik, joint } = await scene(db)
    const one = await joint({ others: [{ organisation: royrvik }] })
    const strategy = (from: string, maximum: string): Fields => [
      ['do', 'facts'],
      ['part', 'strategy'],
      ['from', from],
      ['strategy', 'Én ramme'],
      ['estimate', '4 000 000'],
      ['maximum', maximum],
    ]
    const sent = (form: Fields, who = lead) => sendForm(program, who, { ...settingsAt(one), form })
    expect(await sent(strategy('1', '3 000 000'))).toMatchObject({
      status: 422,
      data: { errors: { maximum: 'Høyeste verdi kan ikke være lavere enn den anslåtte' } },
    })
    expect((await sent(strategy('1', '6 000 000'), small)).status).toBe(403)
    expect((await sent(strategy('1', '6 000 000'))).location).toMatch(/varsel=lagret$/)
    expect(await sent(strategy('1', '7 000 000'))).toMatchObject({
      status: 409,
      data: {
        typed: { maximum: '7 000 000' },
        errors: { 'del-strategy': expect.stringContaining('Noen andre') },
      },
    })
    const path: Fields = [
      ['do', 'path'],
      ['path', 'parallel'],
    ]
    expect((await sent(path)).location).toMatch(/varsel=lagret$/)
    expect((await findProcurement(db, one.id))?.path).toBe('parallel')
    const end: Fields = [
      ['do', 'end'],
      ['endReason', 'Nei'],
    ]
    expect(await sent(end)).toMatchObject({ status: 422, data: { typed: { endReason: 'Nei' } } })
  }))

test('what comes of the competition has one form, which whoever leads is led to', () =>
  withCatalogue(async (db) => {
    const { lead, program, royrvik, joint } = await scene(db)
    const one = await joint({ step: 'award', others: [{ organisation: royrvik }] })
    const room = `/fellesanskaffelser/${one.id}/kontrakt`
    expect((await openPage(program, lead, overviewAt(one))).data).toMatchObject({
      view: { now: { inTheWay: [{ condition: 'awarded', href: `${room}#karens-og-klage` }] } },
    })
    const form: Fields = [
      ['do', 'facts'],
      ['part', 'competition'],
      ['from', '1'],
      ['awardedOn', '20.11.2026'],
    ]
    expect((await sendForm(program, lead, { ...settingsAt(one), form })).status).toBe(400)
    const page = { page: contractPage, path: room, params: { id: one.id } }
    expect((await openPage(program, lead, page)).data).toMatchObject({ isAwaited: true })
    const noted: Fields = [
      ['intent', 'karens'],
      ['karens-awardedOn', '12.11.2026'],
      ['karens-standstillUntil', '23.11.2026'],
    ]
    expect((await sendForm(program, lead, { ...page, form: noted })).status).toBe(302)
    expect((await openPage(program, lead, page)).data).toMatchObject({ isAwaited: false })
  }))

test('no page of a joint procurement is kept for the next reader, who it may be closed to by then', () => {
  for (const page of [overviewPage, participantsPage, papersPage])
    expect(page.headers()).toEqual({ 'cache-control': 'no-store' })
})
