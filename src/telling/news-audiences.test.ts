import { expect, test } from 'vitest'
import { messagesIn } from '#src/messages/index.ts'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase, casesOf, findCase, reviseCase } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  composeMail,
  notificationsOf,
  notificationText,
  saveChoices,
  saveSearch,
  tellPeople,
} from '#src/modules/notifications/index.ts'
import {
  ensureOrganisation,
  type Municipality,
  municipalities,
  municipalitiesLike,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'
import { AUDIENCES } from './index.ts'

const at = new Date('2026-11-22T10:00:00Z')
const now = () => at

test('a new case is told to those it is of use to, with why, and to nobody else', () =>
  withCatalogue(async (db) => {
    const { giver, alike, follower, unlike, supplier } = await people(db)
    await follow(db, follower, 'theme=trygghetsalarm')
    await follow(db, unlike, 'theme=asfalt')
    const id = await share(db, giver, 'trygghetsalarm')
    const told = await tellingsOf(db)
    expect(await told(alike)).toMatchObject([
      {
        kind: 'case.published',
        topic: 'news',
        path: `/anskaffelser/${id}`,
        facts: {
          why: expect.stringMatching(/^(population|centrality|kostraGroup)$/),
          who: 'Bodø',
          relevance: 2,
        },
      },
    ])
    expect(await told(follower)).toMatchObject([{ facts: { why: 'followed', theme: 'trygghetsalarm' } }])
    for (const who of [giver, unlike, supplier]) expect(await told(who)).toEqual([])
    const [first] = await told(follower)
    expect(first && notificationText(first, messagesIn('nn'))).toMatch(
      /^Ny sak: «.+»\. Du får vite det fordi du følgjer temaet Tryggleiksalarm/,
    )
  }))

test('a correction is no news, and whoever has said no is told nothing', () =>
  withCatalogue(async (db) => {
    const { giver, alike, follower } = await people(db)
    await saveChoices(db, follower.personId, { news: 'none' })
    await follow(db, follower, 'theme=trygghetsalarm')
    const id = await share(db, giver, 'trygghetsalarm')
    const found = await findCase(db, id)
    if (found?.status !== 'found') throw new Error('The case is there')
    const content = { ...found.case.content, approach: 'Annerledes' }
    const { organisation } = giver
    await reviseCase({ db, now }, giver, { id, from: 1, content, note: null, organisation })
    const told = await tellingsOf(db)
    expect(await told(alike)).toHaveLength(1)
    expect(await told(follower)).toEqual([])
  }))

test('nobody gets mail of it who has not chosen that, and the mail has what is of most use first', () =>
  withCatalogue(async (db) => {
    const { giver, alike } = await people(db)
    await share(db, giver, 'trygghetsalarm')
    const told = await tellingsOf(db)
    expect(await told(alike)).toHaveLength(1)
    const ways = await db.selectFrom('notification').select('way').where('topic', '=', 'news').execute()
    expect(new Set(ways.map(({ way }) => way))).toEqual(new Set(['list']))
    const one = (title: string, facts: object) => ({
      ...{ id: newId(), kind: 'case.published', topic: 'news' as const, organisation: null },
      ...{ path: '/anskaffelser/case-1', happenedAt: at, readAt: null },
      facts: { title, why: '', theme: '', who: '', ...facts },
    })
    const own = { ...one('Eget', {}), kind: 'draft.published', topic: 'own' as const }
    const notifications = [one('Litt', { relevance: 2 }), one('Mest', { relevance: 6 }), own]
    const mail = { id: newId(), form: 'digest' as const, person: null, notifications }
    const { text } = composeMail({ mail, language: 'nb', site: 'https://spydspiss.example' })
    const places = ['Eget', 'Mest', 'Litt'].map((title) => text.indexOf(`«${title}»`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  }))

/** Bodø shares. One is like Bodø and two are not; none of them has shared anything yet. */
async function people(db: Database) {
  const register = await readRegister(db)
  const isLike = (number: string) =>
    municipalitiesLike(register, number, 30).some(({ municipality }) => municipality.kommunenummer === '1804')
  const quiet: Municipality[] = []
  for (const one of municipalities(register))
    if ((await casesOf(db, { organisation: one.organisation })).length === 0) quiet.push(one)
  const far = quiet.filter((one) => !isLike(one.kommunenummer) && one.fylkesnummer !== '18')
  const alike = quiet.find((one) => isLike(one.kommunenummer) && one.fylkesnummer !== '18')
  const of = (number: string | undefined, role: 'coordinator' | 'contributor' = 'contributor') =>
    municipalityId(db, number ?? '').then((organisation) => aPerson(db, { organisation, roles: [role], at }))
  const firm = await ensureOrganisation(db, { name: 'Trygg AS', organisasjonsnummer: null, kind: 'supplier' })
  return {
    giver: await of('1804', 'coordinator'),
    alike: await of(alike?.kommunenummer),
    follower: await of(far[0]?.kommunenummer),
    unlike: await of(far[1]?.kommunenummer),
    supplier: await aPerson(db, { organisation: firm, roles: ['supplier'], at }),
  }
}

async function follow(db: Database, actor: Actor, question: string): Promise<void> {
  const form = { name: 'Fulgt', question, way: 'list' as const }
  const context = { db, now, findHits: async () => [] }
  const saved = await saveSearch(context, actor, form)
  expect(saved.ok).toBe(true)
}

/** A case of Bodø's alone, about one theme. */
async function share(db: Database, giver: Actor, theme: string): Promise<CaseId> {
  const found = await findCase(db, CaseId.parse('case-016'))
  if (found?.status !== 'found') throw new Error('case-016 is there')
  const { content } = found.case
  const added = await addCase({ db, now }, giver, {
    content: {
      ...content,
      identity: { ...content.identity, themes: [theme] },
      who: {
        ...content.who,
        parties: [{ name: 'Bodø', role: 'lead', reference: { kommunenummer: '1804' as never } }],
      },
    },
    note: null,
    organisation: giver.organisation,
  })
  if (!added.ok) throw new Error(added.failure.kind)
  return added.value
}

async function tellingsOf(db: Database) {
  await tellPeople(db, AUDIENCES)
  return async ({ personId }: Actor) =>
    (await notificationsOf(db, personId, { limit: 10, offset: 0 })).notifications.filter(
      ({ kind }) => kind === 'case.published',
    )
}
