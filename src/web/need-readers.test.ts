import { expect, test } from 'vitest'
import { notificationsOf, tellPeople } from '#src/modules/notifications/index.ts'
import { AUDIENCES } from '#src/telling/index.ts'
import { type Fields, openPage, sendForm, visitOf } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { needScene } from '#src/testing/need-scene.ts'
import { aNeed } from '#src/testing/needs.ts'
import { readDocx } from '#src/testing/read-docx.ts'
import * as minePage from './routes/my-needs/page.tsx'
import * as needPage from './routes/need/page.tsx'
import * as announcePage from './routes/need-announce/page.tsx'
import * as managePage from './routes/need-manage/page.tsx'
import * as priorFile from './routes/need-prior-notice/file.ts'
import * as priorPage from './routes/need-prior-notice/page.tsx'
import * as stepPage from './routes/need-step/page.tsx'
import * as boardFeed from './routes/needs/feed.ts'
import * as boardPage from './routes/needs/page.tsx'

const at = (id: string) => ({ page: needPage, path: `/behov/${id}`, params: { id } })
const step = (id: string, slug: string, language = '') => ({
  page: stepPage,
  path: `${language}/behov/${id}/skriv/${slug}`,
  params: { id, step: slug },
})
const announceAt = (id: string) => ({ page: announcePage, path: `/behov/${id}/meld`, params: { id } })

test('the board is narrowed by place, height, window and words', () =>
  withCatalogue(async (db) => {
    const { ingrid, program, royrvik, bodo, search } = await needScene(db)
    const by = ingrid.personId
    await aNeed(db, { organisation: royrvik, by, content: { title: 'Nattilsyn hjemme' } })
    await aNeed(db, {
      organisation: bodo,
      by,
      content: {
        title: 'Utslippsfri brøyting av gangveier',
        outcome: 'Veiene er framkommelige uten utslipp',
        forWhom: 'Gående',
        innovationHeight: 'develop',
        until: '2029-01-01',
        themes: [],
      },
    })
    await search.rebuild()
    const found = async (query: string) => {
      const page = await openPage(program, null, { page: boardPage, path: `/behov${query}` })
      return (page.data as { hits: readonly { title: readonly { text: string }[] }[] }).hits.map(
        ({ title }) => title[0]?.text,
      )
    }
    expect(await found('')).toHaveLength(2)
    expect(await found('?height=develop')).toEqual(['Utslippsfri brøyting av gangveier'])
    expect(await found('?municipality=5043')).toEqual(['Nattilsyn hjemme'])
    expect(await found('?county=18')).toEqual(['Utslippsfri brøyting av gangveier'])
    expect(await found('?window=12')).toEqual(['Nattilsyn hjemme'])
    expect(await found('?theme=velferdsteknologi')).toEqual(['Nattilsyn hjemme'])
    expect(await found('?q=brøyting')).toEqual(['Utslippsfri brøyting av gangveier'])
    expect(await found('?height=ukjent&window=7&theme=%00')).toHaveLength(2)
  }))

test('closed with a reason it leaves the board and stays on its page; «mine behov» has all', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, program, royrvik } = await needScene(db)
    const { id } = await aNeed(db, { organisation: royrvik, by: ingrid.personId })
    const manage = { page: managePage, path: `/behov/${id}/styr`, params: { id } }
    const send = (form: Fields) => sendForm(program, chief, { ...manage, form: [['version', '1'], ...form] })
    expect(await send([['do', 'close']])).toMatchObject({
      status: 422,
      data: { errors: { cause: expect.any(String) } },
    })
    expect(
      await send([
        ['do', 'close'],
        ['cause', 'other'],
      ]),
    ).toMatchObject({ data: { errors: { reason: 'Skriv en grunn' } } })
    expect(
      (
        await send([
          ['do', 'close'],
          ['cause', 'bought'],
          ['reason', 'Kjøpt av naboen'],
        ])
      ).status,
    ).toBe(302)
    expect(await send([['do', 'reopen']])).toMatchObject({ status: 409 })
    expect(await openPage(program, null, at(id))).toMatchObject({
      data: {
        status: 'closed',
        closed: { cause: 'bought', reason: 'Kjøpt av naboen' },
        history: [{ version: 2 }, { version: 1 }],
      },
    })
    const board = await openPage(program, null, { page: boardPage, path: '/behov' })
    expect(board.data).toMatchObject({ hits: [], of: 0 })
    const mine = await openPage(program, ingrid, { page: minePage, path: '/mine-behov' })
    expect(mine.data).toMatchObject({ needs: [{ id, status: 'closed' }] })
  }))

test('a need is there for those it was announced to, on its page, its papers and the board, and its mirror for its own', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, reader, neighbour, supplier, program, royrvik } = await needScene(db)
    const mirror = { need: 'no', solutions: 'yes', market: null, room: null, law: null } as const
    const by = ingrid.personId
    const own = await aNeed(db, { organisation: royrvik, by, audience: 'own', content: { mirror } })
    const shared = await aNeed(db, {
      organisation: royrvik,
      by,
      audience: 'public-employees',
      content: { mirror },
    })
    const open = await aNeed(db, { organisation: royrvik, by, content: { mirror } })
    const draft = await aNeed(db, { organisation: royrvik, by, status: 'draft' })
    const readers = { nobody: null, supplier, neighbour, reader, ingrid }
    const seen: Record<string, readonly boolean[]> = {}
    for (const [who, actor] of Object.entries(readers)) {
      const pages = []
      for (const { id } of [own, shared, open, draft]) {
        const { status } = await openPage(program, actor, at(id))
        const prior = { page: priorPage, path: `/behov/${id}/veiledende-kunngjoring`, params: { id } }
        expect((await openPage(program, actor, prior)).status).toBe(status)
        expect((await openPage(program, actor, { ...prior, page: priorFile })).status).toBe(status)
        pages.push(status === 200)
      }
      seen[who] = pages
      const board = await openPage(program, actor, { page: boardPage, path: '/behov' })
      expect((board.data as { hits: readonly unknown[] }).hits).toHaveLength(
        pages.slice(0, 3).filter(Boolean).length,
      )
    }
    expect(seen).toEqual({
      nobody: [false, false, true, false],
      supplier: [false, false, true, false],
      neighbour: [false, true, true, false],
      reader: [true, true, true, false],
      ingrid: [true, true, true, true],
    })
    const feed = await boardFeed.loader(visitOf({ program, actor: ingrid, path: '/behov.atom' }) as never)
    // A feed is fetched by nobody: also whoever is signed in gets what is for all.
    expect((await feed.text()).match(/urn:uuid:[0-9a-f-]+/g)).toEqual([`urn:uuid:${open.id}`])
    const advice = async (who: typeof ingrid | null) =>
      ((await openPage(program, who, at(open.id))).data as { advice: readonly string[] }).advice
    expect(await advice(ingrid)).toEqual(['need'])
    for (const who of [null, neighbour, reader]) expect(await advice(who)).toEqual([])
    expect(JSON.stringify((await openPage(program, null, at(open.id))).data)).not.toContain('mirror')
    // Others' pages for writing are not there for those who may not know, and closed to those who only read.
    const status = async (who: typeof ingrid, address: Parameters<typeof openPage>[2]) =>
      (await openPage(program, who, address)).status
    expect(await status(neighbour, step(own.id, 'hva'))).toBe(404)
    expect(await status(neighbour, step(open.id, 'hva'))).toBe(403)
    const manage = { page: managePage, path: `/behov/${open.id}/styr`, params: { id: open.id } }
    expect([await status(ingrid, manage), await status(chief, manage)]).toEqual([403, 200])
  }))

test('the text for a prior information notice has DFØ’s fields in order, on the page and in both papers', () =>
  withCatalogue(async (db) => {
    const { ingrid, program, royrvik } = await needScene(db)
    const content = { cpv: ['33196200'], mailbox: 'innkjop@royrvik.kommune.no' }
    const { id } = await aNeed(db, { organisation: royrvik, by: ingrid.personId, content })
    const prior = { page: priorPage, path: `/behov/${id}/veiledende-kunngjoring`, params: { id } }
    const { fields } = (await openPage(program, null, prior)).data as {
      fields: readonly { code: string; value: string | null }[]
    }
    expect(fields.map(({ code }) => code)).toEqual([
      'BT-500',
      'BT-501',
      'BT-21',
      'BT-24',
      'BT-262',
      'BT-5071',
      'BT-127',
      'BT-25, BT-625',
      'BT-300',
      'BT-502, BT-506',
    ])
    const value = (wanted: string) => fields.find(({ code }) => code === wanted)?.value
    expect(value('BT-500')).toBe('Røyrvik kommune')
    expect(value('BT-5071')).toMatch(/^NO\d+ Trøndelag/)
    expect(value('BT-25, BT-625')).toBe('40 brukere')
    expect(value('BT-300')).toContain('innkjop@royrvik.kommune.no')
    const file = (language: string, format: string) =>
      priorFile.loader({
        ...visitOf({
          program,
          actor: null,
          path: `${language}/behov/${id}/veiledende-kunngjoring/fil?format=${format}`,
          params: { id },
        }),
      } as never)
    const docx = await readDocx(new Uint8Array(await (await file('/nn', 'docx')).arrayBuffer()))
    expect(docx.get('word/document.xml')).toContain('rettleiande kunngjering')
    const pdf = await file('', 'pdf')
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  }))

test('those who need the same are told when it is announced, once, and never of what they may not see', () =>
  withCatalogue(async (db) => {
    const { ingrid, chief, neighbour, supplier, program, royrvik, bodo } = await needScene(db)
    for (const title of ['Nattilsyn i Bodø', 'Nattilsyn på Nordstranda'])
      await aNeed(db, { organisation: bodo, by: neighbour.personId, status: 'draft', content: { title } })
    const announce = async (audience: string) => {
      const { id, version } = await aNeed(db, { organisation: royrvik, by: ingrid.personId, status: 'draft' })
      const form: Fields = [
        ['version', String(version)],
        ['audience', audience],
      ]
      expect((await sendForm(program, chief, { ...announceAt(id), form })).status).toBe(302)
      return id
    }
    await announce('own')
    const id = await announce('public-employees')
    await tellPeople(db, AUDIENCES)
    const told = async (person: typeof ingrid) =>
      (await notificationsOf(db, person.personId, { limit: 10, offset: 0 })).notifications
    expect(await told(neighbour)).toMatchObject([{ kind: 'need.announced', path: `/behov/${id}` }])
    for (const who of [ingrid, chief, supplier]) expect(await told(who)).toEqual([])
  }))
