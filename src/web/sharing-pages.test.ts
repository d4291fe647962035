import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import { type Draft, draftsOf, readDraft, rowsAt } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type Fields, openPage, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { aDraft, anExperience, municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import * as draftPage from './routes/draft/page.tsx'
import * as publishPage from './routes/draft-publish/page.tsx'
import * as reviewPage from './routes/draft-review/page.tsx'
import * as stepPage from './routes/draft-step/page.tsx'
import * as minePage from './routes/my-drafts/page.tsx'
import * as sharePage from './routes/share/page.tsx'

const now = () => new Date('2026-11-22T10:41:00Z')

const ANSWERS: Fields = [
  ['identity.title', 'Nattro med sensor'],
  ['approach', 'Vi lot beboerne prøve tre slags sensorer.'],
  ['lessons.$key', 'one'],
  ['lessons.0.text', 'Spør nattevaktene først.'],
  ['identity.themes', 'trygghetsalarm'],
  ['who.parties.$key', 'r0'],
  ['who.parties.0.name', 'Bodø kommune'],
]

test('from the first page to the published case, in Nynorsk, by the forms alone', () =>
  withCatalogue(async (db) => {
    const { kari, ola } = await people(db)
    const begun = await send(db, kari, { page: sharePage, path: '/nn/del', form: [['size', 'experience']] })
    expect(begun.status).toBe(302)
    const [, id = ''] = /^\/nn\/del\/([^/]+)\/erfaring$/.exec(begun.location ?? '') ?? []

    const answered = await sendStep(db, kari, {
      id,
      step: 'erfaring',
      form: [['version', '1'], ...ANSWERS],
      language: '/nn',
    })
    expect(answered).toMatchObject({ status: 302, location: `/nn/del/${id}/se-gjennom` })

    const submitted = await send(db, kari, {
      page: reviewPage,
      path: `/nn/del/${id}/se-gjennom`,
      params: { draft: id },
      form: [
        ['version', '2'],
        ['do', 'submit'],
      ],
    })
    expect(submitted).toMatchObject({ status: 302, location: `/nn/del/${id}` })

    const waiting = await open(db, ola, { page: minePage, path: '/nn/mine-utkast' })
    expect(waiting.data).toMatchObject({ waiting: [{ id, title: 'Nattro med sensor' }], mine: [] })
    const published = await send(db, ola, {
      page: publishPage,
      path: `/nn/del/${id}/publiser`,
      params: { draft: id },
      form: [
        ['version', '3'],
        ['do', 'publish'],
      ],
    })
    expect(published.location).toMatch(/^\/nn\/anskaffelser\/case-\d{4,}\?varsel=publisert$/)
  }))

test('what is missing is told with links, and what was typed is kept', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const { id } = await aDraft({ db, now }, kari)
    const form: Fields = [
      ['version', '1'],
      ['identity.title', 'N'],
      ['approach', ''],
    ]
    const answer = await sendStep(db, kari, { id, step: 'erfaring', form })
    expect(answer).toMatchObject({ status: 422, data: { kind: 'wrong' } })
    const page = await openStep(db, kari, { id, step: 'erfaring' })
    const { problems } = page.data as { problems: readonly { field: string; text: string }[] }
    expect(Object.fromEntries(problems.map(({ field, text }) => [field, text]))).toEqual({
      'identity.title': '«Hva handler det om?» må ha minst 3 tegn',
      approach: 'Svar på «Hva gjorde dere?»',
      'lessons.0.text': 'Svar på «Hva lærte dere?»',
      'identity.themes': 'Svar på «Hvilket tema hører det til?»',
      'who.parties.0.name': 'Svar på «Hvor er erfaringen fra?»',
    })
    expect(JSON.stringify(page.data)).toContain('"values":["N"]')
  }))

test('one may leave in the middle, and nothing is asked of what is not there yet', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const { id } = await aDraft({ db, now }, kari, { size: 'short' })
    const form: Fields = [
      ['version', '1'],
      ['need.text', 'Beboerne våknet'],
      ['do', 'later'],
    ]
    const left = await sendStep(db, kari, { id, step: 'behov', form })
    expect(left).toMatchObject({ status: 302, location: `/del/${id}` })
    const page = await open(db, kari, { page: draftPage, path: `/del/${id}`, params: { draft: id } })
    expect(page.data).toMatchObject({ isComplete: false, next: { step: 'about', points: null } })
  }))

test('rows are added and taken away by buttons, and what is typed in the others stays', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const { id } = await aDraft({ db, now }, kari, { size: 'full' })
    const typed: Fields = [
      ['requirements.$key', 'a'],
      ['requirements.0.text', 'Varsel innen ti sekunder'],
      ['requirements.0.strength', 'must'],
    ]
    const added = await sendStep(db, kari, {
      id,
      step: 'krav',
      form: [['version', '1'], ...typed, ['do', 'add:requirements']],
    })
    expect(added.location).toBe(`/del/${id}/krav#requirements.1.text`)
    const draft = await draftOf(db, kari, id)
    const [first, second] = rowsAt(draft.content, 'requirements')
    expect(first).toMatchObject({ text: 'Varsel innen ti sekunder', strength: 'must' })

    await sendStep(db, kari, {
      id,
      step: 'krav',
      form: [
        ['version', '2'],
        ...typed,
        ['requirements.$key', second?.$key ?? ''],
        ['requirements.1.text', 'Batteri i ett år'],
        ['do', 'remove:requirements:a'],
      ],
    })
    const left = rowsAt((await draftOf(db, kari, id)).content, 'requirements')
    expect(left.map((row) => row.text)).toEqual(['Batteri i ett år'])
  }))

test('the second of two who write at once sees both texts, chooses, and nothing else is lost', () =>
  withCatalogue(async (db) => {
    const { kari, ola } = await people(db)
    const { id } = await aDraft({ db, now }, kari, { size: 'full' })
    const step = 'behov'
    await sendStep(db, kari, {
      id,
      step,
      form: [
        ['version', '1'],
        ['need.text', 'Tryggere netter'],
        ['need.volume', '84 plasser'],
      ],
    })
    const answer = await sendStep(db, ola, {
      id,
      step,
      form: [
        ['version', '1'],
        ['need.text', 'Færre fall'],
        ['need.forWhom', 'Beboere med demens'],
      ],
    })
    expect(answer).toMatchObject({
      status: 409,
      data: {
        kind: 'conflict',
        version: 3,
        conflicts: [
          {
            path: 'need.text',
            by: 'Kari',
            theirs: 'Tryggere netter',
            mine: 'Færre fall',
            sends: { isLong: true },
          },
        ],
      },
    })
    expect((await draftOf(db, ola, id)).content.need).toEqual({
      text: 'Tryggere netter',
      volume: '84 plasser',
      forWhom: 'Beboere med demens',
    })
    await sendStep(db, ola, {
      id,
      step,
      form: [
        ['version', '3'],
        ['conflict', 'need.text'],
        ['choice:need.text', 'mine'],
        ['mine:need.text', 'Tryggere netter og færre fall'],
        ['do', 'resolve'],
      ],
    })
    expect((await draftOf(db, ola, id)).content.need).toMatchObject({ text: 'Tryggere netter og færre fall' })
  }))

test('another organisation gets 404 from every page of a draft, opened or sent to', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const { id } = await anExperience({ db, now }, kari)
    const stranger = await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['coordinator'],
    })
    const params = { draft: id, step: 'erfaring' }
    for (const page of [draftPage, stepPage, reviewPage, publishPage]) {
      const path = `/del/${id}`
      expect((await open(db, stranger, { page, path, params })).status).toBe(404)
      expect((await send(db, stranger, { page, path, params, form: [['do', 'publish']] })).status).toBe(404)
    }
  }))

test('one who is not signed in is led to sign in, and a form is told 401', () =>
  withCatalogue(async (db) => {
    const { kari } = await people(db)
    const { id } = await anExperience({ db, now }, kari)
    const visit = { page: draftPage, path: `/del/${id}`, params: { draft: id } }
    expect((await open(db, null, visit)).location).toBe(`/logg-inn?til=${encodeURIComponent(`/del/${id}`)}`)
    expect((await send(db, null, { page: sharePage, path: '/del', form: [['size', 'short']] })).status).toBe(
      401,
    )
  }))

type Visit = Parameters<typeof openPage>[2]

function open(db: Database, actor: Actor | null, visit: Visit) {
  return openPage(aWebProgram({ db: db as never, now }), actor, visit)
}

function send(db: Database, actor: Actor | null, visit: Visit & { readonly form: Fields }) {
  return sendForm(aWebProgram({ db: db as never, now }), actor, visit)
}

type Step = { readonly id: string; readonly step: string; readonly language?: string }

function openStep(db: Database, actor: Actor, { id, step, language = '' }: Step) {
  return open(db, actor, {
    page: stepPage,
    path: `${language}/del/${id}/${step}`,
    params: { draft: id, step },
  })
}

function sendStep(
  db: Database,
  actor: Actor,
  { id, step, form, language = '' }: Step & { readonly form: Fields },
) {
  const path = `${language}/del/${id}/${step}`
  return send(db, actor, { page: stepPage, path, params: { draft: id, step }, form })
}

async function draftOf(db: Database, actor: Actor, id: string): Promise<Draft> {
  const draft = (await draftsOf(db, actor)).find((one) => one.id === id)
  if (!draft || !(await readDraft(db, actor, draft.id))) throw new Error('The draft is not there')
  return draft
}

async function people(db: Database) {
  const bodo = await municipalityId(db, '1804')
  return {
    kari: await aPerson(db, { name: 'Kari', organisation: bodo }),
    ola: await aPerson(db, { name: 'Ola', organisation: bodo }),
    chief: await aPerson(db, { name: 'Anne', organisation: bodo, roles: ['coordinator'] }),
    curator: await aPerson(db, { name: 'Redaktør', roles: ['curator'] }),
  }
}
