import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/actor.ts'
import { SessionId } from '#src/modules/identity/contract.ts'
import { digestOf } from '#src/modules/identity/secret.ts'
import { pruneSignIns } from '#src/modules/identity/sign-in/prune-sign-ins.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { beginSession } from './begin-session.ts'
import { chooseOrganisation } from './choose-organisation.ts'
import { endAllSessions, endSession, endSessionsAtProvider } from './end-session.ts'
import { findSession, listSessions } from './find-session.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = new Date('2026-11-22T08:00:00Z')
const limits = { idleMs: 8 * HOUR, longestMs: 24 * HOUR }

function aSite(db: Database) {
  let now = START
  const deps = { db, now: () => now, limits }
  return {
    deps,
    begin: ({ personId }: Actor, providerSession: string | null = null) =>
      beginSession(deps, { person: personId, device: 'Firefox · Linux', idTokenKey: null, providerSession }),
    wait: (ms: number) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

const organisation = (db: Database, name: string) =>
  ensureOrganisation(db, { name, organisasjonsnummer: null, kind: 'municipality' })

test('a token is stored as a digest only, and another token is nobody', () =>
  withDatabase(async (db) => {
    const { deps, begin } = aSite(db)
    const token = await begin(await aPerson(db))
    expect(token).toMatch(/^[\w-]{43}$/)
    const row = await db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
    expect(Object.values(row)).not.toContain(token)
    expect(row.token_hash).toBe(digestOf(token))
    expect(await findSession(deps, row.token_hash)).toBeNull()
    expect(await findSession(deps, '')).toBeNull()
    expect(await findSession(deps, token)).not.toBeNull()
  }))

test('eight hours without doing anything end a session', () =>
  withDatabase(async (db) => {
    const { deps, begin, wait } = aSite(db)
    const token = await begin(await aPerson(db))
    wait(8 * HOUR - 1)
    expect(await findSession(deps, token)).not.toBeNull()
    wait(8 * HOUR)
    expect(await findSession(deps, token)).toBeNull()
  }))

test('a day ends a session, whatever one does', () =>
  withDatabase(async (db) => {
    const { deps, begin, wait } = aSite(db)
    const token = await begin(await aPerson(db))
    for (let hour = 1; hour < 24; hour += 1) {
      wait(HOUR)
      expect(await findSession(deps, token), `after ${hour} hours`).not.toBeNull()
    }
    wait(HOUR)
    expect(await findSession(deps, token)).toBeNull()
  }))

test('when somebody was last here is written once a minute at most', () =>
  withDatabase(async (db) => {
    const { deps, begin, wait } = aSite(db)
    const token = await begin(await aPerson(db))
    const seen = async () => {
      await findSession(deps, token)
      return (await db.selectFrom('session').select('seen_at').executeTakeFirstOrThrow()).seen_at
    }
    wait(MINUTE - 1)
    expect(await seen()).toEqual(START)
    wait(1)
    expect(await seen()).toEqual(new Date(START.getTime() + MINUTE))
  }))

test('a role that is taken back has no effect from the next request on, and one who leaves is nobody', () =>
  withDatabase(async (db) => {
    const { deps, begin } = aSite(db)
    const voss = await organisation(db, 'Voss kommune')
    const kari = await aPerson(db, { organisation: voss, roles: ['coordinator'], at: START })
    const token = await begin(kari)
    expect((await findSession(deps, token))?.actor).toMatchObject({ organisation: voss })
    await db.updateTable('membership').set({ status: 'ended', ended_at: START }).execute()
    expect((await findSession(deps, token))?.actor).toMatchObject({ organisation: null, roles: new Set() })
    await db.updateTable('person').set({ name: null, email: null, left_at: START }).execute()
    expect(await findSession(deps, token)).toBeNull()
  }))

test('who belongs to one organisation acts for it; who belongs to several chooses, and only among those', () =>
  withDatabase(async (db) => {
    const { deps, begin } = aSite(db)
    const [voss, bodo, bergen] = [
      await organisation(db, 'Voss kommune'),
      await organisation(db, 'Bodø kommune'),
      await organisation(db, 'Bergen kommune'),
    ]
    const kari = await aPerson(db, {
      organisation: voss,
      roles: ['contributor', 'network-leader'],
      at: START,
    })
    const token = await begin(kari)
    expect((await findSession(deps, token))?.actor.organisation).toBe(voss)

    await db
      .insertInto('membership')
      .values({
        id: newId(),
        person_id: kari.personId,
        organisation_id: bodo,
        role: 'reader',
        status: 'active',
        message: null,
        title: null,
        delegation: null,
        asked_at: START,
        decided_at: START,
        decided_by: null,
        ended_at: null,
        end_reason: null,
      })
      .execute()
    const undecided = await findSession(deps, token)
    if (!undecided) throw new Error('not signed in')
    expect(undecided.actor).toMatchObject({ organisation: null, roles: new Set() })
    expect(undecided.choices.map(({ id, roles }) => ({ id, roles }))).toEqual([
      { id: voss, roles: ['contributor', 'network-leader'] },
      { id: bodo, roles: ['reader'] },
    ])
    expect(await chooseOrganisation({ db }, undecided, bergen)).toEqual({
      ok: false,
      failure: { kind: 'notAMember' },
    })
    await chooseOrganisation({ db }, undecided, bodo)
    expect((await findSession(deps, token))?.actor).toMatchObject({
      organisation: bodo,
      roles: new Set(['reader']),
    })
  }))

test("one ends one's own sessions and nobody else's", () =>
  withDatabase(async (db) => {
    const { deps, begin } = aSite(db)
    const [kari, ola] = [await aPerson(db), await aPerson(db)]
    const [office, phone, other] = [await begin(kari), await begin(kari), await begin(ola)]
    const [olas] = await listSessions(deps, ola.personId)
    expect(await endSession({ db }, kari, olas?.id ?? SessionId.parse(newId()))).toBeNull()
    expect(await findSession(deps, other)).not.toBeNull()

    const here = await findSession(deps, phone)
    expect(await endSession({ db }, kari, here?.session ?? SessionId.parse(newId()))).not.toBeNull()
    expect(await findSession(deps, phone)).toBeNull()
    expect(await listSessions(deps, kari.personId)).toHaveLength(1)
    expect(await endAllSessions({ db }, kari)).toBe(1)
    expect(await findSession(deps, office)).toBeNull()
    expect(await findSession(deps, other)).not.toBeNull()
  }))

test('signing out at the provider ends the session that came of it', () =>
  withDatabase(async (db) => {
    const { deps, begin } = aSite(db)
    const kari = await aPerson(db)
    const [there, elsewhere] = [await begin(kari, 'sid-1'), await begin(kari, 'sid-2')]
    await endSessionsAtProvider({ db }, 'sid-1')
    expect(await findSession(deps, there)).toBeNull()
    expect(await findSession(deps, elsewhere)).not.toBeNull()
  }))

test('what has run out is removed, and nothing else', () =>
  withDatabase(async (db) => {
    const { deps, begin, wait } = aSite(db)
    const kari = await aPerson(db)
    await begin(kari)
    wait(8 * HOUR)
    const fresh = await begin(kari)
    expect(await pruneSignIns(deps)).toBe(1)
    expect(await findSession(deps, fresh)).not.toBeNull()
  }))
