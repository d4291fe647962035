import { afterAll, expect, test } from 'vitest'
import { ROLES } from '#src/modules/identity/contract.ts'
import { findActor } from '#src/modules/identity/find-actor.ts'
import { beginSession } from '#src/modules/identity/sessions/begin-session.ts'
import { findSession } from '#src/modules/identity/sessions/find-session.ts'
import { openIdentityProvider } from '#src/modules/identity/sign-in/open-identity-provider.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database.ts'
import { createLog } from '#src/platform/log.ts'
import { withDatabase } from '#src/testing/database.ts'
import { DEMO_PEOPLE } from './demo-people.ts'
import { listDemoPeople } from './list-demo-people.ts'
import { retireDemoPeople } from './retire-demo-people.ts'
import { demoPersonId, seedDemoPeople } from './seed-demo-people.ts'

const START = new Date('2026-11-22T12:00:00Z')
const now = () => START
const limits = { idleMs: 3_600_000, longestMs: 7_200_000 }
const log = createLog({ LOG_LEVEL: 'silent' })
const PRODUCTION = {
  MODE: 'production',
  BASE_URL: 'https://spydspiss.example',
  SESSION_SECRET: 'a secret of this test, thirty-two characters long',
}

async function seeded(db: Database): Promise<void> {
  await seedOrganisations(db, { now })
  await seedDemoPeople(db, { now })
}

async function count(db: Database, table: 'person' | 'membership' | 'mandate' | 'person_login') {
  return (await db.selectFrom(table).selectAll().execute()).length
}

test('there is somebody for every role but the plainest, each in a body that exists', () =>
  withDatabase(async (db) => {
    await seeded(db)
    const listed = await listDemoPeople(db)
    expect(new Set(listed.map(({ role }) => role))).toEqual(
      new Set(ROLES.filter((role) => role !== 'reader')),
    )
    expect(listed.find(({ key }) => key === 'ingrid')).toMatchObject({
      places: ['Røyrvik kommune'],
    })
    const consultant = await db
      .selectFrom('membership')
      .selectAll()
      .where('role', '=', 'consultant')
      .executeTakeFirstOrThrow()
    expect(String(consultant.ends_on)).toBe('2027-11-22')
    expect(String(consultant.independence_on)).toBe('2026-11-22')
  }))

test('the buyer of the cooperative acts for those who gave a mandate that holds today', () =>
  withDatabase(async (db) => {
    await seeded(db)
    const person = demoPersonId('henrik')
    const { organisation_id } = await db
      .selectFrom('membership')
      .select('organisation_id')
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    const at = async (day: string) => {
      const actor = await findActor(db, {
        person,
        organisation: organisation_id as never,
        at: new Date(`${day}T12:00:00Z`),
      })
      return actor?.actsFor.size
    }
    expect(await at('2026-11-22')).toBe(4)
    expect(await at('2029-07-01')).toBe(3)
    expect(await at('2031-01-01')).toBe(2)
  }))

test('seeding again changes nothing, and gives nobody back what they have lost', () =>
  withDatabase(async (db) => {
    await seeded(db)
    const before = [await count(db, 'person'), await count(db, 'membership'), await count(db, 'mandate')]
    expect(before[0]).toBe(DEMO_PEOPLE.length)
    await db
      .updateTable('membership')
      .set({ status: 'ended', ended_at: START })
      .where('person_id', '=', demoPersonId('ingrid'))
      .execute()
    await seedDemoPeople(db, { now })
    expect([await count(db, 'person'), await count(db, 'membership'), await count(db, 'mandate')]).toEqual(
      before,
    )
    const ingrid = await findActor(db, { person: demoPersonId('ingrid'), organisation: null, at: START })
    expect(ingrid?.roles.size).toBe(0)
  }))

test('a database that was a demonstration has nobody who can do anything when it is no longer one', () =>
  withDatabase(async (db) => {
    await seeded(db)
    const deps = { db, now, limits }
    const token = await beginSession(deps, {
      person: demoPersonId('solveig'),
      device: '',
      idTokenKey: null,
      providerSession: null,
    })
    expect(await findSession(deps, token)).not.toBeNull()
    await retireDemoPeople(db, { now })
    expect(await findSession(deps, token)).toBeNull()
    expect(await count(db, 'person_login')).toBe(0)
    const active = await db.selectFrom('membership').selectAll().where('status', '=', 'active').execute()
    expect(active).toEqual([])
    const mandates = await db.selectFrom('mandate').selectAll().where('withdrawn_at', 'is', null).execute()
    expect(mandates).toEqual([])
  }))

const opened: { close: () => Promise<void> }[] = []
afterAll(async () => {
  for (const provider of opened) await provider.close()
})

async function open(settings: Record<string, string>) {
  const provider = await openIdentityProvider({ config: readConfig(settings), now, log })
  if (provider) opened.push(provider)
  return provider
}

test('the demo provider is there in a demonstration only, and not when another is named', async () => {
  const named = {
    OIDC_ISSUER: 'https://ansattporten.example',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
    OIDC_NAME: 'Ansattporten',
  }
  expect((await open({}))?.demo).not.toBeNull()
  expect(await open(PRODUCTION)).toBeNull()
  expect(await open(named)).toMatchObject({ name: 'Ansattporten', demo: null })
  expect(await open({ ...PRODUCTION, ...named })).toMatchObject({ name: 'Ansattporten', demo: null })
})

test('the demo provider sends nobody on to another site', async () => {
  const provider = await open({})
  const begun = await provider?.begin(
    { state: 's', nonce: 'n', codeVerifier: 'v'.repeat(43) },
    { callback: new URL('http://localhost:3000/logg-inn/tilbake'), language: 'nb' },
  )
  if (!begun?.ok || !provider?.demo) throw new Error('no demo provider')
  const ask = (address: URL) =>
    fetch(`${provider.demo?.address}${address.pathname}${address.search}`, { redirect: 'manual' })
  expect((await ask(begun.value)).headers.get('location')).toMatch(/^\/demo-innlogging\//)
  for (const elsewhere of ['https://evil.example/logg-inn/tilbake', 'http://localhost:3000/om']) {
    const address = new URL(begun.value)
    address.searchParams.set('redirect_uri', elsewhere)
    expect((await ask(address)).headers.get('location'), elsewhere).toBe('/logg-inn?feil=unknownSignIn')
  }
})
