import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase, caseOwnership, findCase } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Draft } from '#src/modules/sharing/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type Fields, openPage, sendForm } from '#src/testing/ask-page.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { anExperience, municipalityId } from '#src/testing/sharing.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import * as changesPage from './routes/case-changes/page.tsx'
import * as confirmPage from './routes/case-confirm/page.tsx'
import * as historyPage from './routes/case-history/page.tsx'
import * as versionPage from './routes/case-version/page.tsx'
import * as withdrawPage from './routes/case-withdraw/page.tsx'
import * as publishPage from './routes/draft-publish/page.tsx'
import * as reviewPage from './routes/draft-review/page.tsx'
import * as stepPage from './routes/draft-step/page.tsx'
import * as editorialPage from './routes/editorial/page.tsx'
import * as sharePage from './routes/share/page.tsx'

const now = () => new Date('2026-11-22T10:41:00Z')

test('a curator reads what is submitted and asks for a change at a block', () =>
  withCatalogue(async (db) => {
    const { kari, curator } = await people(db)
    const { id } = await submittedExperience(db, kari)
    expect((await open(db, curator, { page: editorialPage, path: '/redaksjon' })).data).toMatchObject({
      submitted: [{ id, organisation: 'Bodø kommune' }],
    })
    const visit = { page: publishPage, path: `/del/${id}/publiser`, params: { draft: id } }
    expect((await open(db, curator, visit)).data).toMatchObject({ mayPublish: false, mayAsk: true })
    const nothing = await send(db, curator, {
      ...visit,
      form: [
        ['do', 'ask'],
        ['block', 'experience'],
        ['text', '  '],
      ],
    })
    expect(nothing.status).toBe(422)
    const asked = await send(db, curator, {
      ...visit,
      form: [
        ['do', 'ask'],
        ['block', 'experience'],
        ['text', 'Hvilke sensorer?'],
      ],
    })
    expect(asked).toMatchObject({ status: 302, location: '/redaksjon' })
    expect(JSON.stringify((await openStep(db, kari, { id, step: 'erfaring' })).data)).toContain(
      'Hvilke sensorer?',
    )
  }))

test('«Dette er vår sak» is for those who took part: they confirm, or correct where it is wrong', () =>
  withCatalogue(async (db) => {
    const kristiansand = await municipalityId(db, '4204')
    const actor = await aPerson(db, { organisation: kristiansand })
    const visit = { page: confirmPage, path: '/anskaffelser/case-016/bekreft', params: { id: 'case-016' } }
    const page = await open(db, actor, visit)
    const { blocks } = page.data as { blocks: readonly { step: string }[] }
    expect(page.data).toMatchObject({ organisation: 'Kristiansand kommune', mayCorrect: true })

    const nothing = await send(db, actor, { ...visit, form: [['version', '1']] })
    expect(nothing).toMatchObject({ status: 422, data: { unanswered: blocks.map(({ step }) => step) } })
    const right: Fields = [
      ['version', '1'],
      ...blocks.map(({ step }) => [`answer:${step}`, 'right'] as const),
    ]
    const wrong = right.map(([name, value]) => [name, name === 'answer:need' ? 'wrong' : value] as const)
    const corrected = await send(db, actor, { ...visit, form: wrong })
    expect(corrected.location).toMatch(/^\/del\/[0-9a-f-]+\/behov$/)
    const confirmed = await send(db, actor, { ...visit, form: right })
    expect(confirmed.location).toBe('/anskaffelser/case-016?varsel=bekreftet')
    expect((await caseOwnership(db, CaseId.parse('case-016'))).owner?.id).toBe(kristiansand)

    const { kari } = await people(db)
    expect((await open(db, kari, visit)).data).toMatchObject({ organisation: null, blocks: [] })
    expect((await send(db, kari, { ...visit, form: right })).status).toBe(403)
  }))

test('every version has an address and a citation, and what changed is told in words', () =>
  withCatalogue(async (db) => {
    const { chief } = await people(db)
    const content = await contentOf(db, 'case-016')
    const organisation = chief.organisation
    const added = await addCase({ db, now }, chief, { content, note: null, organisation })
    if (!added.ok) throw new Error(added.failure.kind)
    const id = added.value
    const correction = await send(db, chief, { page: sharePage, path: '/del', form: [['case', id]] })
    const [, draft = ''] = /\/del\/([^/]+)/.exec(correction.location ?? '') ?? []
    await sendStep(db, chief, {
      id: draft,
      step: 'slik-gjorde-vi-det',
      form: [
        ['version', '1'],
        ['approach', 'Vi begynte med nattevaktene'],
      ],
    })
    await send(db, chief, {
      page: reviewPage,
      path: `/del/${draft}/se-gjennom`,
      params: { draft },
      form: [
        ['version', '2'],
        ['do', 'publish'],
        ['note', 'Fortalt bedre'],
      ],
    })
    const history = await open(db, null, { page: historyPage, path: '/x', params: { id } })
    expect(history.data).toMatchObject({
      versions: [
        { version: 2, current: true, note: 'Fortalt bedre', organisation: 'Bodø kommune' },
        { version: 1, current: false },
      ],
    })
    const old = await open(db, null, { page: versionPage, path: '/x', params: { id, version: '1' } })
    expect(old.data).toMatchObject({
      citation: `Bodø kommune (2026). ${content.identity.title}. Versjon 1. Spydspiss, ${id}, 22. november 2026. https://spydspiss.example/anskaffelser/${id}/versjoner/1`,
    })
    const changes = await open(db, null, {
      page: changesPage,
      path: '/x',
      params: { id, from: '1', to: '2' },
    })
    expect(JSON.stringify(changes.data)).toContain('nattevaktene')
    for (const version of ['0', '3', '-1', '1e3', '01', 'x'])
      expect((await open(db, null, { page: versionPage, path: '/x', params: { id, version } })).status).toBe(
        404,
      )
  }))

test('the organisation withdraws its case with a reason; others may not', () =>
  withCatalogue(async (db) => {
    const { chief, curator } = await people(db)
    const content = await contentOf(db, 'case-016')
    const added = await addCase({ db, now }, chief, { content, note: null, organisation: chief.organisation })
    if (!added.ok) throw new Error(added.failure.kind)
    const visit = { page: withdrawPage, path: '/x', params: { id: added.value } }
    const stranger = await aPerson(db, {
      organisation: await municipalityId(db, '4621'),
      roles: ['coordinator'],
    })
    expect((await open(db, stranger, visit)).status).toBe(403)
    expect((await open(db, curator, visit)).status).toBe(200)
    expect((await send(db, chief, { ...visit, form: [['reason', ' ']] })).status).toBe(422)
    expect((await send(db, chief, { ...visit, form: [['reason', 'Avtalen er hevet']] })).status).toBe(302)
    expect((await open(db, chief, visit)).status).toBe(410)
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

async function submittedExperience(db: Database, actor: Actor): Promise<Draft> {
  const draft = await anExperience({ db, now }, actor)
  const path = `/del/${draft.id}/se-gjennom`
  const form: Fields = [
    ['version', String(draft.version)],
    ['do', 'submit'],
  ]
  await send(db, actor, { page: reviewPage, path, params: { draft: draft.id }, form })
  return draft
}

async function contentOf(db: Database, id: string) {
  const found = await findCase(db, CaseId.parse(id))
  if (found?.status !== 'found') throw new Error(`${id} is not there`)
  return found.case.content
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
