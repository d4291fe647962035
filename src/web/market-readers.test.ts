import { expect, test } from 'vitest'
import { changeAudience, dissolveDemand } from '#src/modules/needs/index.ts'
import { newId } from '#src/platform/ids.ts'
import { type Fields, openPage, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { demandScene, twoWithNeeds } from '#src/testing/demand-scene.ts'
import { aDemand, anAnswer, aSupplier, joined } from '#src/testing/market.ts'
import * as demandPage from './routes/demand/page.tsx'
import * as beginJointPage from './routes/joint-procurement-new/page.tsx'
import * as logPage from './routes/levelling-log/page.tsx'
import * as answerPage from './routes/market-answer/page.tsx'

const now = () => new Date('2026-11-22T10:41:00Z')

test('a supplier that may no longer read what it answered keeps its answer, and may take it back', () =>
  withCatalogue(async (db) => {
    const { member, second, demand, matter, program, at } = await demandScene(db)
    const [supplier, rival] = [await aSupplier(db, 'Matte AS'), await aSupplier(db, 'Radar AS')]
    const answer = await anAnswer({ db, now }, supplier, { matter })
    await anAnswer({ db, now }, rival, { matter, typed: { words: 'Vi har en radar som leser pust og puls' } })
    await changeAudience({ db, now }, member, { id: second.id, version: second.version, audience: 'own' })
    const [page, svar] = [at(demandPage), at(answerPage, '/svar')]
    const stranger = await aSupplier(db, 'Ny AS')
    expect((await openPage(program, supplier, page)).location).toBe(`/felles-behov/${demand.id}/svar`)
    const opened = await openPage(program, supplier, svar)
    expect(opened).toMatchObject({ status: 200, data: { own: [{ id: answer, isOwn: true }], market: null } })
    const shown = JSON.stringify(opened.data)
    for (const hidden of [demand.title, 'radar', 'Radar AS', 'Røyrvik', 'Bodø'])
      expect(shown.includes(hidden), hidden).toBe(false)
    for (const other of [stranger, null]) {
      expect((await openPage(program, other, page)).status).toBe(404)
      expect((await openPage(program, other, svar)).status).toBe(404)
    }
    expect((await sendForm(program, rival, { ...svar, form: [['withdraw', answer]] })).status).toBe(404)
    const withdrawn = await sendForm(program, supplier, { ...svar, form: [['withdraw', answer]] })
    expect(withdrawn.location).toBe(`/felles-behov/${demand.id}/svar?varsel=trukket`)
    expect((await openPage(program, supplier, svar)).data).toMatchObject({
      own: [{ id: answer, withdrawnOn: '22. november 2026' }],
    })
  }))

test('who may is decided before what is typed wrong', () =>
  withCatalogue(async (db) => {
    const { ingrid, later, member, second, matter, program, at } = await demandScene(db)
    const supplier = await aSupplier(db, 'Matte AS')
    const answer = await anAnswer({ db, now }, supplier, { matter })
    const svar = at(answerPage, '/svar')
    const nothing: Fields = [['words', '']]
    expect((await sendForm(program, await aSupplier(db, 'Ny AS'), { ...svar, form: nothing })).status).toBe(
      422,
    )
    expect((await sendForm(program, ingrid, { ...svar, form: nothing })).status).toBe(403)
    const log = { ...at(logPage, '/utjevningslogg'), form: [['answer', answer]] as Fields }
    expect((await sendForm(program, member, log)).status).toBe(422)
    expect((await sendForm(program, later, log)).status).toBe(403)
    expect((await sendForm(program, supplier, log)).status).toBe(403)
    const secret = await anAnswer({ db, now }, await aSupplier(db, 'Radar AS'), {
      ...{ matter, typed: { openness: 'secret', secretBecause: 'Ukjent for andre' } },
    })
    const ofSecret = { ...log, form: [['answer', secret]] as Fields }
    expect((await sendForm(program, later, ofSecret)).status).toBe(404)
    await changeAudience({ db, now }, member, { id: second.id, version: second.version, audience: 'own' })
    expect((await sendForm(program, supplier, { ...svar, form: nothing })).status).toBe(404)
  }))

test('of answers in confidence the page counts those that the reader is not shown', () =>
  withCatalogue(async (db) => {
    const { ingrid, later, third, demand, matter, program, at } = await demandScene(db)
    const typed = { openness: 'secret', secretBecause: 'Ukjent for andre' }
    await anAnswer({ db, now }, await aSupplier(db, 'Radar AS'), { matter, typed })
    await joined({ db, now }, later, { id: demand.id, need: third.id })
    await anAnswer({ db, now }, await aSupplier(db, 'Matte AS'), { matter, typed })
    for (const [reader, secretUnread] of [
      [ingrid, 0],
      [later, 1],
      [null, 2],
    ] as const)
      expect((await openPage(program, reader, at(logPage, '/utjevningslogg'))).data).toMatchObject({
        ...{ secretCount: 2, secretUnread },
      })
  }))

test('buying together is offered the lead when there are two to do it', () =>
  withCatalogue(async (db) => {
    const { ingrid, member, own, second, program } = await twoWithNeeds(db)
    const { id } = await aDemand({ db, now }, { own, by: ingrid })
    const at = { page: demandPage, path: `/felles-behov/${id}`, params: { id } }
    expect((await openPage(program, ingrid, at)).data).toMatchObject({ isJoint: false })
    const begin = { page: beginJointPage, path: `/fellesanskaffelser/ny?samlet=${id}` }
    const form: Fields = [
      ['id', newId()],
      ['title', 'Digitalt tilsyn sammen'],
      ['purpose', 'Tryggere netter'],
      ['audience', 'own'],
      ['innovationHeight', 'adapt'],
      ['buysAgain', 'ja'],
    ]
    expect(await sendForm(program, ingrid, { ...begin, form })).toMatchObject({
      status: 409,
      data: { errors: { demand: expect.stringContaining('Bare én er med') } },
    })
    await joined({ db, now }, member, { id, need: second.id })
    expect((await openPage(program, ingrid, at)).data).toMatchObject({ isJoint: true })
    expect(await sendForm(program, ingrid, { ...begin, form })).toMatchObject({ status: 302 })
  }))

test('of a demand that is dissolved nobody begins to buy, whatever is typed, nor of one that another keeps', () =>
  withCatalogue(async (db) => {
    const { ingrid, member, demand, program } = await demandScene(db)
    const begin = { page: beginJointPage, path: `/fellesanskaffelser/ny?samlet=${demand.id}` }
    const wrong: Fields = [['title', '']]
    const statuses = async (actor: typeof ingrid) => [
      (await openPage(program, actor, begin)).status,
      (await sendForm(program, actor, { ...begin, form: wrong })).status,
    ]
    expect([await statuses(ingrid), await statuses(member)]).toEqual([
      [200, 422],
      [403, 403],
    ])
    await dissolveDemand({ db, now }, ingrid, { id: demand.id, reason: null })
    expect([await statuses(ingrid), await statuses(member)]).toEqual([
      [404, 404],
      [404, 404],
    ])
  }))
