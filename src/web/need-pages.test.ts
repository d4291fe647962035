import { expect, test } from 'vitest'
import { NeedId } from '#src/modules/needs/contract.ts'
import { findNeed } from '#src/modules/needs/index.ts'
import { type Fields, openPage, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { needScene } from '#src/testing/need-scene.ts'
import { aNeed } from '#src/testing/needs.ts'
import * as needPage from './routes/need/page.tsx'
import * as announcePage from './routes/need-announce/page.tsx'
import * as groupsPage from './routes/need-groups/page.tsx'
import * as newPage from './routes/need-new/page.tsx'
import * as similarPage from './routes/need-similar/page.tsx'
import * as stepPage from './routes/need-step/page.tsx'

const NEW = { page: newPage, path: '/behov/nytt' }
const step = (id: string, slug: string, language = '') => ({
  page: stepPage,
  path: `${language}/behov/${id}/skriv/${slug}`,
  params: { id, step: slug },
})
const announceAt = (id: string) => ({ page: announcePage, path: `/behov/${id}/meld`, params: { id } })

test('from a few words to an announced need, with what was typed wrong kept on the way', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, program } = await needScene(db)
    const start = (title: string) => sendForm(program, ingrid, { ...NEW, form: [['title', title]] })
    expect(await start('Hm')).toMatchObject({ status: 422, data: { typed: { title: 'Hm' } } })
    const begun = await start('Nattilsyn\0 hjemme')
    const [, id = ''] = /^\/behov\/([^/]+)\/skriv\/hva$/.exec(begun.location ?? '') ?? []
    const seenOn = async (slug: string) =>
      ((await openPage(program, ingrid, step(id, slug))).data as { seen: string }).seen
    const send = async (slug: string, form: Fields, language = '') =>
      sendForm(program, ingrid, {
        ...step(id, slug, language),
        form: [['seen', await seenOn(slug)], ...form],
      })

    const told: Fields = [
      ['title', 'Nattilsyn hjemme'],
      ['forWhom', 'Hjemmeboende'],
      ['outcome', 'De sover uten å bli vekket'],
    ]
    expect((await send('hva', told)).location).toBe(`/behov/${id}/noe-som-ligner`)
    const similar = { page: similarPage, path: `/behov/${id}/noe-som-ligner`, params: { id } }
    expect((await openPage(program, ingrid, similar)).status).toBe(200)

    const wrong: Fields = [
      ['amount', 'mange'],
      ['unit', 'brukere'],
      ['from', 'i vår'],
      ['until', '2027-13-40'],
      ['cpv', '123'],
      ['themes', 'velferdsteknologi'],
    ]
    const { status, data } = await send('omfang', wrong, '/nn')
    expect(status).toBe(422)
    expect(data).toMatchObject({
      typed: { amount: 'mange', from: 'i vår', cpv: '123' },
      themes: ['velferdsteknologi'],
      errors: {
        amount: 'Skriv eit tal større enn null, til dømes 1 200',
        from: 'Skriv ein dato, til dømes 01.09.2027',
        until: 'Skriv ein dato, til dømes 01.09.2027',
        cpv: 'Skriv heile CPV-kodar på åtte siffer, til dømes 33196200',
      },
    })
    expect(
      await send('omfang', [
        ['from', '2027-09-01'],
        ['until', '01.03.2027'],
      ]),
    ).toMatchObject({
      data: { errors: { until: 'Den siste dagen kan ikke være før den første' } },
    })
    expect(await send('omfang', [['cpv', '01000000']])).toMatchObject({
      data: { errors: { cpv: 'Vi kjenner ingen CPV-kode som begynner slik: 01000000' } },
    })
    const extent: Fields = [
      ['amount', '1 200,5'],
      ['unit', 'brukere'],
      ['from', '01.03.2027'],
      ['until', '2027-09-30'],
      ['themes', 'velferdsteknologi'],
      ['themes', ''],
    ]
    expect((await send('omfang', extent)).location).toBe(`/behov/${id}/skriv/hvor-langt`)
    expect(await openPage(program, ingrid, announceAt(id))).toMatchObject({
      data: {
        missing: [
          { field: 'firmness' },
          { field: 'phase' },
          { field: 'innovationHeight' },
          { field: 'wish' },
        ],
      },
    })
    const progress: Fields = [
      ['phase', 'mapping'],
      ['firmness', 'wanted'],
      ['innovationHeight', 'adapt'],
      ['wish', 'either'],
    ]
    expect((await send('hvor-langt', progress)).location).toBe(`/behov/${id}/skriv/mal`)
    expect((await send('mal', [['mirror.market', 'no']])).location).toBe(`/behov/${id}/meld`)
    const page = await openPage(program, ingrid, announceAt(id))
    expect(page.data).toMatchObject({ missing: [], advice: ['market'], mayOpen: false })

    const { version } = page.data as { version: number }
    const announce = (who: typeof ingrid, mailbox = '') =>
      sendForm(program, who, {
        ...announceAt(id),
        form: [
          ['version', String(version)],
          ['audience', 'all'],
          ['mailbox', mailbox],
        ],
      })
    expect(await announce(ingrid)).toMatchObject({
      status: 422,
      data: { errors: { audience: 'Bare en koordinator kan åpne det for andre enn dere selv' } },
    })
    expect(await announce(chief, 'kari.nordmann@royrvik.kommune.no')).toMatchObject({ status: 422 })
    expect((await announce(chief)).location).toBe(`/behov/${id}?varsel=meldt`)
    expect((await findNeed(db, NeedId.parse(id)))?.content.volume).toEqual({
      amount: 1200.5,
      unit: 'brukere',
    })
  }))

test('the second of two who write on the same page keeps both texts', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, program, royrvik } = await needScene(db)
    const { id } = await aNeed(db, { organisation: royrvik, by: ingrid.personId, status: 'draft' })
    const opened = (await openPage(program, ingrid, step(id, 'hva'))).data as { seen: string }
    const send = (who: typeof ingrid, outcome: string, seen = opened.seen) =>
      sendForm(program, who, {
        ...step(id, 'hva'),
        form: [
          ['seen', seen],
          ['title', 'Nattilsyn'],
          ['outcome', outcome],
        ],
      })
    expect((await send(chief, 'De sover')).status).toBe(302)
    const second = await send(ingrid, 'Ingen vekkes')
    expect(second).toMatchObject({ status: 409, data: { typed: { outcome: 'Ingen vekkes' } } })
    const { theirs, seen } = second.data as { theirs: readonly { text: string }[]; seen: string }
    expect(theirs.map(({ text }) => text)).toEqual(['Nattilsyn', '', 'De sover'])
    expect((await send(ingrid, 'De sover, ingen vekkes', seen)).status).toBe(302)
  }))

test('that one needs the same is offered whoever may have a need, and not a supplier or those who have this one', () =>
  withCatalogue(async (db) => {
    const { royrvik, ingrid, neighbour, supplier, program } = await needScene(db)
    const { id } = await aNeed(db, { organisation: royrvik, by: ingrid.personId })
    const offered = async (reader: typeof ingrid | null) => {
      const pages = [
        { page: needPage, path: `/behov/${id}`, params: { id } },
        { page: groupsPage, path: `/behov/${id}/grupper`, params: { id } },
      ]
      const opened = await Promise.all(pages.map((one) => openPage(program, reader, one)))
      return opened.map(({ data }) => (data as { mayTake: boolean }).mayTake)
    }
    const readers = [null, neighbour, ingrid, supplier]
    expect(await Promise.all(readers.map(offered))).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [false, false],
    ])
  }))
