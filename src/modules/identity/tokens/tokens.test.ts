import { expect, test } from 'vitest'
import { endMembership } from '#src/modules/identity/joining/end-membership.ts'
import { rolesOf } from '#src/modules/identity/joining/members.ts'
import { mayContribute } from '#src/modules/identity/policy.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { actorOfToken } from './actor-of-token.ts'
import { type MakeApiToken, MOST_TOKENS, makeApiToken } from './make-api-token.ts'
import { revokeApiToken } from './revoke-api-token.ts'
import { tokensOf } from './tokens-repository.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at
const DAY_MS = 24 * 60 * 60 * 1000

async function aScene(db: Database) {
  const voss = await ensureOrganisation(db, { name: 'Voss', organisasjonsnummer: null, kind: 'municipality' })
  const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
  const buyer = await aPerson(db, { organisation: voss, roles: ['contributor', 'curator'], at })
  const make = (about: Partial<MakeApiToken> = {}) =>
    makeApiToken({ db, now }, buyer, { name: 'Saksystemet', scopes: ['read'], days: 30, ...about })
  const made = await make()
  if (!made.ok) throw new Error(made.failure.kind)
  const actorAt = (moment: Date, secret = made.value.secret) =>
    actorOfToken({ db, now: () => moment }, secret)
  return { voss, leader, buyer, make, made: made.value, actorAt }
}

test('a key acts as the person for the organisation, without the roles held for the platform', () =>
  withDatabase(async (db) => {
    const { voss, buyer, actorAt } = await aScene(db)
    expect(buyer.roles.has('curator')).toBe(true)
    const found = await actorAt(at)
    expect(found?.actor).toMatchObject({ personId: buyer.personId, organisation: voss })
    expect([...(found?.actor.roles ?? [])]).toEqual(['contributor'])
    expect(found && mayContribute(found.actor)).toBe(true)
    expect([...(found?.scopes ?? [])]).toEqual(['read'])
  }))

test('what is stored of a key opens nothing', () =>
  withDatabase(async (db) => {
    const { made, actorAt } = await aScene(db)
    expect(made.secret).toMatch(/^spydspiss_[\w-]{43}$/)
    const [row] = await db.selectFrom('api_token').selectAll().execute()
    expect(JSON.stringify(row)).not.toContain(made.secret.slice(10))
    expect(await actorAt(at, row?.token_hash ?? '')).toBeNull()
  }))

test('a key that has run out, been taken back or is a little wrong acts as nobody', () =>
  withDatabase(async (db) => {
    const { buyer, made, actorAt } = await aScene(db)
    expect(await actorAt(new Date(made.expiresAt.getTime() - 1))).not.toBeNull()
    expect(await actorAt(made.expiresAt)).toBeNull()
    const wrong = made.secret.slice(0, -1) + (made.secret.endsWith('A') ? 'B' : 'A')
    for (const secret of ['', 'x', wrong, made.secret.toUpperCase(), `${made.secret} `, "' or 1=1 --"])
      expect(await actorAt(at, secret), secret).toBeNull()
    expect((await revokeApiToken({ db, now }, buyer, { token: made.id })).ok).toBe(true)
    expect(await actorAt(at)).toBeNull()
    expect(await revokeApiToken({ db, now }, buyer, { token: made.id })).toMatchObject({
      failure: { kind: 'alreadyRevoked' },
    })
  }))

test('a key stops with the roles it acts by', () =>
  withDatabase(async (db) => {
    const { leader, buyer, actorAt } = await aScene(db)
    const roles = await rolesOf(db, { person: buyer.personId, on: '2026-11-22' })
    const held = roles.find(({ role }) => role === 'contributor')
    if (!held) throw new Error('There is a role')
    await endMembership({ db, now }, leader, { membership: held.membership, reason: 'Slutta' })
    expect(await actorAt(at)).toBeNull()
    expect((await tokensOf(db, buyer.personId))[0]?.revokedAt).toEqual(at)
  }))

test('a key has a name, a scope and an end, and nobody needs more than twenty', () =>
  withDatabase(async (db) => {
    const { make } = await aScene(db)
    const kindOf = async (about: Partial<MakeApiToken>) => {
      const made = await make(about)
      return made.ok ? 'made' : made.failure.kind
    }
    expect(await kindOf({ name: ' ' })).toBe('nameMissing')
    expect(await kindOf({ scopes: [] })).toBe('scopesMissing')
    for (const days of [0, 366, 1.5, Number.NaN, -1]) expect(await kindOf({ days })).toBe('daysNotPossible')
    expect(await kindOf({ days: 365 })).toBe('made')
    for (let count = 2; count < MOST_TOKENS; count += 1) expect(await kindOf({})).toBe('made')
    expect(await kindOf({})).toBe('tooMany')
    const nowhere = await aPerson(db, { at })
    expect(await makeApiToken({ db, now }, nowhere, { name: 'x', scopes: ['read'], days: 1 })).toMatchObject({
      failure: { kind: 'noOrganisation' },
    })
  }))

test('its last use is noted once a minute at most', () =>
  withDatabase(async (db) => {
    const { buyer, actorAt } = await aScene(db)
    const usedAt = async () => (await tokensOf(db, buyer.personId))[0]?.usedAt
    await actorAt(at)
    await actorAt(new Date(at.getTime() + 59_000))
    expect(await usedAt()).toEqual(at)
    const later = new Date(at.getTime() + DAY_MS)
    await actorAt(later)
    expect(await usedAt()).toEqual(later)
  }))
