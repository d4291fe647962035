import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { notificationsOf, tellPeople } from '#src/modules/notifications/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { AUDIENCES } from '#src/telling/index.ts'
import { type Fields, openPage, type PageModule, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { demandScene, twoWithNeeds } from '#src/testing/demand-scene.ts'
import { aCoordinator, anAnswer, aSupplier, decided, joined } from '#src/testing/market.ts'
import { aPerson } from '#src/testing/people.ts'
import { seededRandom } from '#src/testing/seeded-random.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import * as demandPage from './routes/demand/page.tsx'
import * as historyPage from './routes/demand-history/page.tsx'
import * as beginPage from './routes/demand-new/page.tsx'
import * as statementPage from './routes/demand-statement/page.tsx'
import * as demandsPage from './routes/demands/page.tsx'
import * as summaryPage from './routes/dialogue-summary/page.tsx'
import * as logPage from './routes/levelling-log/page.tsx'
import * as answerPage from './routes/market-answer/page.tsx'
import * as dialoguePage from './routes/market-dialogue/page.tsx'

const now = () => new Date('2026-11-22T10:41:00Z')

const PAGES_OF_MARKET: readonly (readonly [string, PageModule])[] = [
  ['', demandPage],
  ['/svar', answerPage],
  ['/utjevningslogg', logPage],
  ['/oppsummering', summaryPage],
  ['/dialog', dialoguePage],
  ['/historikk', historyPage],
]

const LETTERS = 'bdfghjklmnprstv'

/** A word that nobody has written before. */
function newWord(random: () => number): string {
  const letter = () => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'x'
  return Array.from({ length: 10 }, () => `${letter()}${'aeiouyæøå'[Math.floor(random() * 9)]}`).join('')
}

test.each([1, 2, 3])(
  'no page shows a word told in confidence to anybody who did not receive it (seed %i)',
  (seed) =>
    withCatalogue(async (db) => {
      const random = seededRandom(seed).fraction
      const { ingrid, member, later, bodo, third, demand, matter, program, at } = await demandScene(db)
      const [words, because, decision] = [0, 1, 2].map(() =>
        Array.from({ length: 6 }, () => newWord(random)).join(' '),
      ) as [string, string, string]
      const hidden = await aSupplier(db, `${newWord(random)} AS`)
      const rival = await aSupplier(db, 'Konkurrent AS')
      await anAnswer({ db, now }, rival, { matter })
      const typed = { openness: 'secret', words, secretBecause: because, hidesName: 'ja' }
      const answer = await anAnswer({ db, now }, hidden, { matter, typed })
      await decided({ db, now }, member, {
        matter,
        answer,
        typed: { decision: random() < 0.5 ? 'secret' : 'not-relevant', reason: decision, summary: '' },
      })
      await sendForm(program, member, {
        ...at(dialoguePage, '/dialog'),
        form: [
          ['message', newId()],
          ['words', 'Takk for svaret'],
          ['answer', answer],
          ['checked', 'ja'],
        ],
      })
      await joined({ db, now }, later, { id: demand.id, need: third.id })
      const strangers: Record<string, Actor | null> = {
        public: null,
        rival,
        later,
        reader: await aPerson(db, { organisation: bodo, roles: ['reader'] }),
        adviser: await aPerson(db, { organisation: bodo, roles: ['adviser'] }),
        other: await aCoordinator(db, await municipalityId(db, '0301')),
        curator: await aPerson(db, { roles: ['curator'] }),
        administrator: await aPerson(db, { roles: ['administrator'] }),
      }
      const telling = [words, because, decision].join(' ').split(' ')
      const seenBy = async (reader: Actor | null) => {
        const shown = await Promise.all(
          PAGES_OF_MARKET.map(([rest, page]) =>
            openPage(program, reader, at(page, rest)).then(({ data }) => JSON.stringify(data)),
          ),
        )
        return shown.join('\n')
      }
      for (const [who, reader] of Object.entries(strangers)) {
        const seen = await seenBy(reader)
        expect(seen, who).toContain('"secretCount":1')
        for (const word of [...telling, hidden.organisationName ?? ''])
          expect(seen.includes(word), `${who} sees ${word}`).toBe(false)
      }
      for (const reader of [ingrid, member])
        for (const word of telling) expect((await seenBy(reader)).includes(word)).toBe(true)
      const own = await seenBy(hidden)
      expect([own.includes(words), own.includes(decision)]).toEqual([true, false])
    }),
)

test('a supplier is told what is wrong, keeps what was typed, and sees its answer when it is given', () =>
  withCatalogue(async (db) => {
    const { program, at } = await demandScene(db)
    const supplier = await aSupplier(db, 'Matte AS')
    const wrong: Fields = [
      ['kind', 'have'],
      ['openness', 'open'],
      ['words', 'Vi tek kr 1 200 000 for alt dette'],
    ]
    const page = at(answerPage, '/svar', '/nn')
    expect(await sendForm(program, supplier, { ...page, form: wrong })).toMatchObject({
      status: 422,
      data: {
        typed: { words: 'Vi tek kr 1 200 000 for alt dette' },
        errors: { words: expect.stringContaining('«kr 1 200 000»') },
      },
    })
    const unfinished: Fields = [
      ['openness', 'secret'],
      ['words', 'Noko som er langt nok til å sendast'],
      ['kind', 'would-develop'],
    ]
    expect(await sendForm(program, supplier, { ...page, form: unfinished })).toMatchObject({
      status: 422,
      data: { errors: { secretBecause: 'Skriv kvifor det er ein forretningsløyndom' } },
    })
    const given = await sendForm(program, supplier, {
      ...page,
      form: [...unfinished, ['secretBecause', 'Konkurrentane veit det ikkje']],
    })
    expect(given).toMatchObject({ status: 302, location: expect.stringContaining('/nn/felles-behov/') })
    const opened = await openPage(program, supplier, page)
    const { own } = opened.data as { own: readonly { id: string }[] }
    expect(own).toMatchObject([{ isSecret: true, kind: 'would-develop' }])
    const again = await sendForm(program, supplier, {
      ...page,
      form: wrong.with(2, ['words', 'Noko heilt anna enn det']),
    })
    expect(again).toMatchObject({ status: 409 })
    const withdrawn = await sendForm(program, supplier, {
      ...page,
      form: [['withdraw', own[0]?.id ?? '']],
    })
    expect(withdrawn.location).toContain('varsel=trukket')
    expect((await openPage(program, supplier, page)).data).toMatchObject({
      own: [],
      market: { mayAnswer: true },
    })
  }))

test('from the first need to a demand: asked, joined, written together, and what follows is told to whom it concerns', () =>
  withCatalogue(async (db) => {
    const { ingrid, member, later, own, second: other, program } = await twoWithNeeds(db)
    const begin = { page: beginPage, path: `/felles-behov/nytt?behov=${own.id}` }
    const offered = await openPage(program, ingrid, begin)
    expect(offered.data).toMatchObject({ alike: [{ need: other.id, name: 'Bodø kommune' }] })
    const group = await openPage(program, ingrid, {
      ...begin,
      path: `${begin.path}&behov=${other.id}&behov=x`,
    })
    expect(group.data).toMatchObject({
      proposed: [other.id],
      alike: [{ why: ['I gruppen som er foreslått'] }],
    })
    const tooShort: Fields = [
      ['own', own.id],
      ['title', 'Nei'],
      ['others', other.id],
    ]
    expect(await sendForm(program, ingrid, { ...begin, form: tooShort })).toMatchObject({
      status: 422,
      data: { typed: { title: 'Nei', others: [other.id] }, errors: { title: 'Skriv minst fem tegn' } },
    })
    const begun = await sendForm(program, ingrid, {
      ...begin,
      form: tooShort.with(1, ['title', 'Natt sammen']),
    })
    const [, id = ''] = /^\/felles-behov\/([^?]+)\?varsel=begynt$/.exec(begun.location ?? '') ?? []
    const at = { page: demandPage, path: `/felles-behov/${id}`, params: { id } }

    expect((await openPage(program, member, at)).data).toMatchObject({ asked: [{ mayDecide: true }] })
    expect((await openPage(program, later, at)).data).toMatchObject({ asked: [] })
    const join: Fields = [
      ['do', 'join'],
      ['need', other.id],
    ]
    expect(await sendForm(program, ingrid, { ...at, form: join })).toMatchObject({ status: 403 })
    expect(await sendForm(program, member, { ...at, form: join })).toMatchObject({
      location: `/felles-behov/${id}?varsel=er-med`,
    })
    expect(await sendForm(program, member, { ...at, form: join })).toMatchObject({ status: 409 })

    await tellPeople(db, AUDIENCES)
    expect(await toldTo(db, member)).toEqual([`demand.asked /felles-behov/${id}`])
    expect(await toldTo(db, ingrid)).toEqual([`demand.joined /felles-behov/${id}`])

    const text = { page: statementPage, path: `/felles-behov/${id}/beskrivelse`, params: { id } }
    expect(await openPage(program, member, text)).toMatchObject({ status: 403 })
    const written: Fields = [
      ['title', 'Natt sammen'],
      ['version', '1'],
      ['who', 'Alle som bor hjemme og får tilsyn'],
    ]
    expect((await sendForm(program, ingrid, { ...text, form: written })).location).toContain('beskrivelse')
    const late = await sendForm(program, ingrid, { ...text, form: written.with(2, ['who', 'Noen andre']) })
    expect(late).toMatchObject({
      status: 409,
      data: { typed: { who: 'Noen andre' }, theirs: { who: 'Alle som bor hjemme og får tilsyn' } },
    })
    const history = await openPage(program, null, {
      page: historyPage,
      path: `/felles-behov/${id}/historikk`,
      params: { id },
    })
    expect(history.data).toMatchObject({ versions: [{ version: 2 }] })
    expect(await openPage(program, null, { page: demandsPage, path: '/felles-behov' })).toMatchObject({
      data: { demands: [{ id, members: ['Røyrvik kommune', 'Bodø kommune'] }] },
    })
  }))

test('all suppliers in the market are told the same at the same time, and those who announced of each answer', () =>
  withCatalogue(async (db) => {
    const { ingrid, member, later, third, demand, matter, program, at } = await demandScene(db)
    const [open, secret] = [await aSupplier(db, 'Matte AS'), await aSupplier(db, 'Radar AS')]
    const answer = await anAnswer({ db, now }, open, { matter })
    await anAnswer({ db, now }, secret, {
      matter,
      typed: { openness: 'secret', secretBecause: 'Ukjent for andre' },
    })
    await joined({ db, now }, later, { id: demand.id, need: third.id })
    const reply: Fields = [
      ['message', newId()],
      ['words', 'Hvor mange kan dere levere?'],
      ['answer', answer],
    ]
    await sendForm(program, ingrid, { ...at(dialoguePage, '/dialog'), form: reply })
    await tellPeople(db, AUDIENCES)
    const kinds = async (actor: Actor) =>
      (await toldTo(db, actor))
        .map((told) => told.split(' ')[0])
        .filter((kind) => kind?.startsWith('market.'))
    expect(await kinds(open)).toEqual(['market.told'])
    expect(await kinds(secret)).toEqual(['market.told'])
    expect(await kinds(member)).toEqual(['market.answered', 'market.answered'])
    expect(await kinds(later)).toEqual([])
  }))

/** What somebody has been told and where it leads, the newest first. */
async function toldTo(db: Database, { personId }: Actor): Promise<readonly string[]> {
  const { notifications } = await notificationsOf(db, personId, { limit: 20, offset: 0 })
  return notifications.map(({ kind, path }) => `${kind} ${path}`)
}
