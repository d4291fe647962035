import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/actor.ts'
import { leavePlatform } from '#src/modules/identity/privacy/leave-platform.ts'
import { MOST_TOKENS, makeApiToken } from '#src/modules/identity/tokens/make-api-token.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Schema } from '#src/platform/database.ts'
import { newId } from '#src/platform/ids.ts'
import type { Result } from '#src/platform/result.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { type AskToJoin, askToJoin } from './ask-to-join.ts'
import { approveMembership, refuseMembership } from './decide-membership.ts'
import { endMembership } from './end-membership.ts'
import { handOver } from './hand-over.ts'
import { leave } from './leave.ts'
import { asksIn, membersOf, rolesOf } from './members.ts'

const at = new Date('2026-11-22T12:00:00Z')
const on = '2026-11-22'
const now = () => at
const ROUNDS = 8

type Db = Kysely<Schema>

function municipality(db: Db): Promise<OrganisationId> {
  return ensureOrganisation(db, { name: `Voss ${newId()}`, organisasjonsnummer: null, kind: 'municipality' })
}

function anAsk(organisation: OrganisationId): AskToJoin {
  const facts = { role: 'contributor', message: null, title: null, delegation: null } as const
  return { organisation, ...facts, independent: false, endsOn: null }
}

async function roleIdOf(db: Db, person: Actor, role: string) {
  const found = (await rolesOf(db, { person: person.personId, on })).find((one) => one.role === role)
  if (!found) throw new Error(`The person is no ${role}`)
  return found.membership
}

async function coordinators(db: Db, organisation: OrganisationId): Promise<number> {
  const members = await membersOf(db, { organisation, on })
  return members.filter(({ role }) => role === 'coordinator').length
}

async function auditCount(db: Db, action: string): Promise<number> {
  const rows = await db.selectFrom('audit_entry').select('seq').where('action', '=', action).execute()
  return rows.length
}

const succeeded = (results: readonly Result<unknown, unknown>[]) => results.filter(({ ok }) => ok).length

test('whoever asks five times at once has asked once', () =>
  withOwnDatabase(async (db) => {
    const voss = await municipality(db)
    const newcomer = await aPerson(db, { at })
    const asked = await Promise.all([1, 2, 3, 4, 5].map(() => askToJoin({ db, now }, newcomer, anAsk(voss))))
    expect(succeeded(asked)).toBe(1)
    expect(asked.filter((one) => !one.ok && one.failure.kind === 'alreadyAsked')).toHaveLength(4)
    expect(await asksIn(db, voss)).toHaveLength(1)
    expect(await auditCount(db, 'membership.asked')).toBe(1)
  }))

test('of those who answer at once, one has answered and the others hear of it', () =>
  withOwnDatabase(async (db) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const voss = await municipality(db)
      const one = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
      const other = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
      const newcomer = await aPerson(db, { at })
      const asked = await askToJoin({ db, now }, newcomer, anAsk(voss))
      if (!asked.ok) throw new Error(asked.failure.kind)
      const membership = asked.value
      const answers = await Promise.all([
        approveMembership({ db, now }, one, { membership }),
        refuseMembership({ db, now }, other, { membership, reason: 'Nei' }),
        approveMembership({ db, now }, other, { membership }),
      ])
      expect(succeeded(answers)).toBe(1)
      expect(answers.filter((answer) => !answer.ok && answer.failure.kind === 'alreadyDecided')).toHaveLength(
        2,
      )
      const decided =
        (await auditCount(db, 'membership.approved')) + (await auditCount(db, 'membership.refused'))
      expect(decided).toBe(round)
    }
  }))

test('two coordinators who leave at once do not leave the place empty unawares', () =>
  withOwnDatabase(async (db) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const voss = await municipality(db)
      const pair = await Promise.all(
        [1, 2].map(() => aPerson(db, { organisation: voss, roles: ['coordinator'], at })),
      )
      const left = await Promise.all(
        pair.map(async (one) =>
          leave({ db, now }, one, { membership: await roleIdOf(db, one, 'coordinator'), alone: false }),
        ),
      )
      expect(succeeded(left)).toBe(1)
      expect(await coordinators(db, voss)).toBe(1)
    }
  }))

test('two coordinators who end each other’s role at once: one stays', () =>
  withOwnDatabase(async (db) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const voss = await municipality(db)
      const one = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
      const other = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
      const [mine, theirs] = [
        await roleIdOf(db, one, 'coordinator'),
        await roleIdOf(db, other, 'coordinator'),
      ]
      const ended = await Promise.all([
        endMembership({ db, now }, one, { membership: theirs, reason: 'x' }),
        endMembership({ db, now }, other, { membership: mine, reason: 'x' }),
      ])
      expect(succeeded(ended)).toBe(1)
      expect(await coordinators(db, voss)).toBe(1)
    }
  }))

test('a place that is handed over to two at once goes to one of them', () =>
  withOwnDatabase(async (db) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const voss = await municipality(db)
      const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
      const colleagues = await Promise.all([1, 2].map(() => aPerson(db, { organisation: voss, at })))
      const given = await Promise.all(
        colleagues.map(({ personId: to }) =>
          handOver({ db, now }, leader, { to, title: 'Leiar', delegation: null }),
        ),
      )
      expect(succeeded(given)).toBe(1)
      expect(await coordinators(db, voss)).toBe(1)
      expect((await rolesOf(db, { person: leader.personId, on })).map(({ role }) => role)).toEqual([
        'contributor',
      ])
    }
  }))

test('handing over to somebody who leaves for good at the same time does not give the place to nobody', () =>
  withOwnDatabase(async (db) => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const voss = await municipality(db)
      const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
      const colleague = await aPerson(db, { organisation: voss, at })
      const [given, left] = await Promise.all([
        handOver({ db, now }, leader, { to: colleague.personId, title: 'Leiar', delegation: null }),
        leavePlatform({ db, now }, colleague, { alone: false }),
      ])
      // Either the colleague was gone, or has the place and is told that nobody else has it.
      expect(given.ok).toBe(!left.ok)
      expect(await coordinators(db, voss)).toBe(1)
    }
  }))

test('nobody gets more keys by making many at once', () =>
  withOwnDatabase(async (db) => {
    const voss = await municipality(db)
    const buyer = await aPerson(db, { organisation: voss, at })
    const key = { name: 'x', scopes: ['read'], days: 1 } as const
    const made = await Promise.all(
      Array.from({ length: MOST_TOKENS + 5 }, () => makeApiToken({ db, now }, buyer, key)),
    )
    expect(succeeded(made)).toBe(MOST_TOKENS)
  }))
