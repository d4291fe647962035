import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isMessageKey } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/actor.ts'
import { openToAdviser } from '#src/modules/identity/advisers/open-to-adviser.ts'
import { auditPage } from '#src/modules/identity/audit/audit-repository.ts'
import { findActor } from '#src/modules/identity/find-actor.ts'
import { askToJoin } from '#src/modules/identity/joining/ask-to-join.ts'
import { approveMembership, refuseMembership } from '#src/modules/identity/joining/decide-membership.ts'
import { giveMandate } from '#src/modules/identity/mandates/give-mandate.ts'
import { digestOf } from '#src/modules/identity/secret.ts'
import { makeApiToken } from '#src/modules/identity/tokens/make-api-token.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import { describeTables } from '#src/platform/backup/describe-tables.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { correctName } from './correct-name.ts'
import { gatherMyData } from './gather-my-data.ts'
import { coordinatedAlone, leavePlatform } from './leave-platform.ts'
import { tablesOfOnesOwn, tablesTiedToPeople } from './ties-to-people.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at
const NAME = 'Torbjørg Ålvik-Zahl'
const EMAIL = 'torbjorg.alvik@voss.kommune.no'
const SUBJECT = 'pairwise-subject-of-torbjorg'

/** Somebody who has done all one can do, and left traces of it everywhere. */
async function aBusyPerson(db: Database) {
  const make = (name: string, kind: 'municipality' | 'purchasing-cooperative' | 'support-body') =>
    ensureOrganisation(db, { name, organisasjonsnummer: null, kind })
  const [voss, body, lup] = [
    await make('Voss', 'municipality'),
    await make('NII', 'purchasing-cooperative'),
    await make('LUP', 'support-body'),
  ]
  const person = await aPerson(db, {
    name: NAME,
    email: EMAIL,
    organisation: voss,
    roles: ['coordinator'],
    at,
  })
  const boss = await aPerson(db, { name: 'Sjefen', organisation: voss, roles: ['coordinator'], at })
  const adviser = await aPerson(db, { name: 'Rådgjevar', organisation: lup, roles: ['adviser'], at })
  await db
    .insertInto('person_login')
    .values({ issuer: 'https://provider.example', subject: SUBJECT, person_id: person.personId })
    .execute()
  const secret = await aSession(db, person)
  const token = await makeApiToken({ db, now }, person, { name: 'Nøkkelen', scopes: ['read'], days: 30 })
  const ask = {
    role: 'network-leader',
    title: `Leiar ${NAME}`,
    delegation: null,
    independent: false,
    endsOn: null,
  } as const
  const asked = await askToJoin({ db, now }, person, { ...ask, organisation: voss, message: `Eg er ${NAME}` })
  if (!asked.ok || !token.ok) throw new Error('Both can be done')
  await refuseMembership({ db, now }, boss, {
    membership: asked.value,
    reason: `${NAME} arbeider ikkje med dette`,
  })
  await giveMandate({ db, now }, person, {
    body,
    startsOn: Temporal.PlainDate.from('2026-11-22'),
    endsOn: null,
    decision: 'Sak 1/26',
  })
  await openToAdviser({ db, now }, person, {
    adviser: adviser.personId,
    scope: 'drafts',
    purpose: 'Råd',
    endsOn: Temporal.PlainDate.from('2026-12-01'),
  })
  const other = await aPerson(db, { name: 'Ola Ny', email: 'ola@voss.kommune.no', at })
  const others = await askToJoin({ db, now }, other, {
    ...ask,
    role: 'contributor',
    title: null,
    organisation: voss,
    message: 'Hemmeleg melding frå Ola',
  })
  if (!others.ok) throw new Error('Ola may ask')
  await approveMembership({ db, now }, person, { membership: others.value })
  return { voss, person, boss, secret, token: token.value }
}

async function aSession(db: Database, person: Actor): Promise<string> {
  const secret = 'the-secret-of-the-session'
  await db
    .insertInto('session')
    .values({
      token_hash: digestOf(secret),
      id: newId(),
      person_id: person.personId,
      organisation_id: person.organisation,
      id_token_key: 'the-key-of-the-id-token',
      provider_session: 'the-session-at-the-provider',
      began_at: at,
      seen_at: at,
      ends_at: new Date(at.getTime() + 1000),
    })
    .execute()
  return secret
}

/** Every value in every table, as one text. */
async function everything(db: Database): Promise<string> {
  const texts: string[] = []
  for (const { name } of await describeTables(db)) {
    const { rows } = await sql<{
      row: string
    }>`select ${sql.table(name)}::text as row from ${sql.table(name)}`.execute(db)
    texts.push(...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}

test('the file of my data has everything that is tied to me, each part explained', () =>
  withDatabase(async (db) => {
    const { person } = await aBusyPerson(db)
    const data = await gatherMyData({ db, now }, person, 'nn')
    expect(data.person).toMatchObject({ name: NAME, email: EMAIL })
    const names = new Set(data.tables.map(({ name }) => name))
    for (const table of ['person_login', 'membership', 'mandate', 'session', 'api_token', 'audit_entry'])
      expect(names, table).toContain(table)
    const roles = data.tables.find(({ name, tie }) => name === 'membership' && tie === 'person_id')
    expect(roles?.rows).toContainEqual(
      expect.objectContaining({ message: `Eg er ${NAME}`, organisation: 'Voss' }),
    )
    expect(data.tables.every(({ what }) => what.length > 10)).toBe(true)
    expect(data.doneToYou.map(({ action }) => action)).toContain('membership.refused')
  }))

test('the file of my data has no secrets, and nothing that others have written', () =>
  withDatabase(async (db) => {
    const { person, secret, token } = await aBusyPerson(db)
    const file = JSON.stringify(await gatherMyData({ db, now }, person, 'nb'))
    for (const hidden of [
      secret,
      digestOf(secret),
      token.secret,
      digestOf(token.secret),
      'the-key-of-the-id-token',
      'the-session-at-the-provider',
      'Hemmeleg melding',
      'Ola Ny',
    ])
      expect(file, hidden).not.toContain(hidden)
  }))

test('what every table with persons in it is, has been said in words', () =>
  withDatabase(async (db) => {
    const tables = (await tablesTiedToPeople(db)).map(({ name }) => name)
    expect(tables).toContain('membership')
    const wordless = tables.filter((name) => !isMessageKey(`people.data.table.${name}`))
    expect(wordless, 'Say what it is in src/messages/people, as people.data.table.<table>').toEqual([])
  }))

/** Their rows are the organisation's, and stay without a name when the person leaves. */
const STAYS = ['adviser_access', 'audit_entry', 'membership']

test('what is a person’s own goes with the person: its table refers to the person by on delete cascade', () =>
  withDatabase(async (db) => {
    const own = new Set((await tablesOfOnesOwn(db)).map(({ table }) => table))
    expect([...own]).toEqual(expect.arrayContaining(['api_token', 'person_login', 'session']))
    const undecided = (await tablesTiedToPeople(db))
      .filter(({ ties }) => ties.includes('person_id') || ties.includes('adviser_id'))
      .map(({ name }) => name)
      .filter((name) => !own.has(name) && !STAYS.includes(name))
    expect(undecided, 'Let it go with the person (on delete cascade), or say here that it stays').toEqual([])
  }))

test('after leaving, nothing in the database tells who it was', () =>
  withDatabase(async (db) => {
    const { voss, person, token } = await aBusyPerson(db)
    const before = await everything(db)
    for (const trace of [NAME, EMAIL, SUBJECT, digestOf(token.secret)]) expect(before).toContain(trace)

    expect((await leavePlatform({ db, now }, person, { alone: false })).ok).toBe(true)
    const after = await everything(db)
    for (const trace of [NAME, EMAIL, SUBJECT, 'Torbjørg', 'torbjorg', digestOf(token.secret)])
      expect(after, trace).not.toContain(trace)
    expect(await findActor(db, { person: person.personId, organisation: voss, at })).toBeNull()
    const { entries } = await auditPage(db, { scope: { organisation: voss }, limit: 50, offset: 0 })
    const own = entries.filter((entry) => entry.person === person.personId)
    expect(own.length).toBeGreaterThan(3)
    expect(own.every(({ personName }) => personName === null)).toBe(true)
  }))

test('what is a person’s own goes also where one row of it refers to another', () =>
  withDatabase(async (db) => {
    const { person } = await aBusyPerson(db)
    const mail = newId()
    await sql`
      insert into mail (id, person_id, form, state, made_at, try_after)
      values (${mail}, ${person.personId}, 'digest', 'ready', ${at}, ${at})
    `.execute(db)
    await sql`
      insert into notification (id, person_id, occasion, kind, topic, facts, path, happened_at, way, mail_id)
      values (${newId()}, ${person.personId}, '1', 'x', 'own', '{}', '/', ${at}, 'digest', ${mail})
    `.execute(db)
    expect((await leavePlatform({ db, now }, person, { alone: false })).ok).toBe(true)
    const { rows } = await sql`select 1 from mail union all select 1 from notification`.execute(db)
    expect(rows).toEqual([])
  }))

test('the only coordinator hands over first, or says that they know; the only administrator cannot go', () =>
  withDatabase(async (db) => {
    const voss = await ensureOrganisation(db, {
      name: 'Voss',
      organisasjonsnummer: null,
      kind: 'municipality',
    })
    const only = await aPerson(db, { organisation: voss, roles: ['coordinator', 'contributor'], at })
    expect(await coordinatedAlone(db, only, at)).toEqual([voss])
    expect(await leavePlatform({ db, now }, only, { alone: false })).toMatchObject({
      failure: { kind: 'lastCoordinator', organisations: [voss] },
    })
    expect((await findActor(db, { person: only.personId, organisation: voss, at }))?.roles.size).toBe(2)
    expect((await leavePlatform({ db, now }, only, { alone: true })).ok).toBe(true)
    const { rows } = await sql<{ kind: string }>`select kind from event where subject = ${voss}`.execute(db)
    expect(rows.map(({ kind }) => kind)).toContain('organisation.without-coordinator')

    const administrator = await aPerson(db, { roles: ['administrator'], at })
    expect(await leavePlatform({ db, now }, administrator, { alone: true })).toMatchObject({
      failure: { kind: 'lastAdministrator' },
    })
  }))

test('a name can be put right, and is right everywhere', () =>
  withDatabase(async (db) => {
    const { voss, person } = await aBusyPerson(db)
    expect(await correctName({ db, now }, person, '<b>')).toMatchObject({ failure: { kind: 'nameMissing' } })
    expect((await correctName({ db, now }, person, '  Torbjørg   Zahl ')).ok).toBe(true)
    const { entries } = await auditPage(db, { scope: { organisation: voss }, limit: 50, offset: 0 })
    const names = entries
      .filter((entry) => entry.person === person.personId)
      .map(({ personName }) => personName)
    expect(new Set(names)).toEqual(new Set(['Torbjørg Zahl']))
  }))
