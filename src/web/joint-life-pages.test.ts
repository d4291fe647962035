import { expect, test } from 'vitest'
import { contractsOf, meetingsOf, talkOf, withdrawalsOf } from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { openPage, type PageModule, sendForm, visitOf } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import * as benefitPage from './routes/joint-life/benefit/page.tsx'
import * as contractPage from './routes/joint-life/contract/page.tsx'
import * as calendar from './routes/joint-life/meetings/calendar.ts'
import * as meetingsPage from './routes/joint-life/meetings/page.tsx'
import * as archive from './routes/joint-life/talk/archive.ts'
import * as talkPage from './routes/joint-life/talk/page.tsx'
import * as withdrawPage from './routes/joint-life/withdraw/page.tsx'

const now = () => new Date('2026-11-22T10:41:00Z')

async function scene(db: Database) {
  const [bodo, royrvik] = [await municipalityId(db, '1804'), await municipalityId(db, '5043')]
  const lead = await aPerson(db, { organisation: bodo, roles: ['coordinator'] })
  const member = await aPerson(db, { organisation: royrvik, roles: ['coordinator'] })
  const stranger = await aPerson(db, {
    organisation: await municipalityId(db, '4601'),
    roles: ['coordinator'],
  })
  const { id } = await aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    step: 'competition',
    audience: 'all',
    others: [{ organisation: royrvik }],
  })
  const at = (page: PageModule, room: string) => ({
    page,
    path: `/fellesanskaffelser/${id}/${room}`,
    params: { id },
  })
  return { id, bodo, royrvik, lead, member, stranger, at, program: aWebProgram({ db, now }) }
}

test('what is said is for those who take part, also where everybody may read of the procurement', () =>
  withCatalogue(async (db) => {
    const { program, member, stranger, at } = await scene(db)
    const rooms = [at(talkPage, 'samtale'), at(archive, 'samtale/arkiv'), at(meetingsPage, 'moter')]
    for (const room of [...rooms, at(calendar, 'moter.ics'), at(contractPage, 'kontrakt')]) {
      expect((await openPage(program, stranger, room)).status, room.path).toBe(404)
      expect((await openPage(program, null, room)).status, room.path).toBe(404)
      expect((await openPage(program, member, room)).status, room.path).toBe(200)
    }
    expect((await openPage(program, null, at(benefitPage, 'gevinst'))).status).toBe(200)
  }))

test('what is wrong stands by its field with what was typed, and nothing is noted', () =>
  withCatalogue(async (db) => {
    const { id, program, bodo, lead, at } = await scene(db)
    const typed = { 'vedtak-decidedOn': '31.02.2026', 'vedtak-title': 'Ja', 'vedtak-words': 'Vi går sammen' }
    const form = Object.entries({ intent: 'vedtak', organisation: bodo, note: newId(), ...typed })
    const answer = await sendForm(program, lead, { ...at(talkPage, 'samtale'), form })
    expect(answer).toMatchObject({
      status: 422,
      data: {
        form: 'vedtak',
        typed,
        errors: {
          'vedtak-decidedOn': 'Skriv hvilken dag det var',
          'vedtak-title': 'Skriv hva det gjelder, med minst tre tegn',
          'vedtak-decidedBy': 'Skriv hvem som vedtok det',
        },
      },
    })
    expect((await talkOf(db, id)).decisions).toEqual([])
  }))

test('nobody speaks for another through a form, and an intent that means nothing does nothing', () =>
  withCatalogue(async (db) => {
    const { program, royrvik, lead, at } = await scene(db)
    const say = (fields: Record<string, string>) =>
      sendForm(program, lead, { ...at(talkPage, 'samtale'), form: Object.entries(fields) })
    const question = { intent: 'sporsmal', note: newId(), 'sporsmal-words': 'Når møtes dere?' }
    expect((await say({ ...question, organisation: royrvik })).status).toBe(403)
    expect((await say({ ...question, organisation: 'alle' })).status).toBe(403)
    expect((await say({ intent: 'constructor' })).status).toBe(400)
  }))

test('a meeting in the hour that summer time leaves out is told so, and one that is called is in the calendar', () =>
  withCatalogue(async (db) => {
    const { id, program, lead, member, at } = await scene(db)
    const fields = {
      ...{ intent: 'mote', note: newId(), 'mote-kind': 'group', 'mote-title': 'Nattmøte' },
      ...{ 'mote-on': '28.03.2027', 'mote-from': '02:15', 'mote-until': '03:30' },
    }
    const call = (told: object = {}) =>
      sendForm(program, lead, { ...at(meetingsPage, 'moter'), form: Object.entries({ ...fields, ...told }) })
    expect(await call()).toMatchObject({
      status: 422,
      data: { errors: { 'mote-from': expect.stringContaining('Klokken stilles fram') } },
    })
    expect((await call({ 'mote-on': '29.03.2027' })).location).toContain('varsel=lagret')
    expect(await meetingsOf(db, id)).toHaveLength(1)
    const visit = visitOf({ program, actor: member, ...at(calendar, 'moter.ics') })
    const file: Response = await calendar.loader(visit as never)
    expect(file.headers.get('cache-control')).toBe('private, no-store')
    expect(await file.text()).toContain('DTSTART;TZID=Europe/Oslo:20270329T021500')
  }))

test('what follows is shown before one withdraws, and the lead is led to hand over', () =>
  withCatalogue(async (db) => {
    const { id, program, royrvik, lead, member, at } = await scene(db)
    const withdraw = at(withdrawPage, 'trekk')
    const shown = await openPage(program, member, withdraw)
    expect(shown.data).toMatchObject({
      leaving: { id: royrvik },
      isLead: false,
      view: { points: expect.arrayContaining(['change-before-award', 'tell-suppliers']) },
    })
    expect((await openPage(program, lead, withdraw)).data).toMatchObject({ isLead: true })
    const writer = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
    expect((await openPage(program, writer, withdraw)).data).toMatchObject({ mayConfirm: false })
    const typed = { 'trekk-decidedOn': '20.11.2026', 'trekk-decidedBy': 'Kommunestyret' }
    const fields = { organisation: royrvik, 'trekk-reason': 'Økonomien', ...typed }
    const send = (step: string) =>
      sendForm(program, member, {
        ...withdraw,
        form: Object.entries({ ...fields, 'trekk-seenStep': step }),
      })
    expect(await send('gate')).toMatchObject({ status: 409, data: { typed } })
    expect((await send('competition')).location).toContain('/samtale?varsel=trukket')
    expect(await withdrawalsOf(db, id)).toHaveLength(1)
  }))

test('a contract that cannot be signed yet says until when, and keeps what was typed', () =>
  withCatalogue(async (db) => {
    const { id, program, lead, at } = await scene(db)
    const send = (fields: Record<string, string>) =>
      sendForm(program, lead, { ...at(contractPage, 'kontrakt'), form: Object.entries(fields) })
    const standstill = { intent: 'karens', 'karens-awardedOn': '12.11.2026' }
    expect(await send({ ...standstill, 'karens-standstillUntil': '20.11.2026' })).toMatchObject({
      status: 422,
      data: { errors: { 'karens-standstillUntil': expect.stringContaining('23. november 2026') } },
    })
    expect((await send({ ...standstill, 'karens-standstillUntil': '23.11.2026' })).status).toBe(302)
    const contract = {
      ...{
        intent: 'kontrakt',
        note: newId(),
        'kontrakt-supplier': 'Trygg AS',
        'kontrakt-signedOn': '22.11.2026',
      },
      ...{ 'kontrakt-startsOn': '01.12.2026', 'kontrakt-endsOn': '30.11.2028' },
    }
    expect(await send(contract)).toMatchObject({
      status: 422,
      data: {
        typed: { 'kontrakt-supplier': 'Trygg AS' },
        errors: { 'kontrakt-signedOn': expect.stringContaining('varer til og med 23. november 2026') },
      },
    })
    expect(await contractsOf(db, id)).toEqual([])
    expect((await send({ ...contract, 'kontrakt-signedOn': '' })).status).toBe(302)
  }))

test('the log is a paper of the format that is asked for, with a name one can keep it under', () =>
  withCatalogue(async (db) => {
    const { program, member, at } = await scene(db)
    for (const [format, type] of [
      ['pdf', 'application/pdf'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ] as const) {
      const room = at(archive, `samtale/arkiv?format=${format}`)
      const file: Response = await archive.loader(visitOf({ program, actor: member, ...room }) as never)
      expect(file.headers.get('content-type')).toBe(type)
      expect(file.headers.get('content-disposition')).toContain(`.${format}`)
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    }
  }))
