import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { findActor } from '#src/modules/identity/find-actor.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { ensureOrganisation, findOrganisationById } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { type AskToJoin, askToJoin } from './ask-to-join.ts'
import { changeRole } from './change-role.ts'
import { approveMembership, refuseMembership } from './decide-membership.ts'
import { endMembership } from './end-membership.ts'
import { handOver } from './hand-over.ts'
import { leave } from './leave.ts'
import { makeAdministrator } from './make-administrator.ts'
import { asksForPlatform, asksIn, membersOf, rolesOf } from './members.ts'

const at = new Date('2026-11-22T12:00:00Z')
const on = '2026-11-22'
const now = () => at

function municipality(db: Database, name = 'Voss kommune'): Promise<OrganisationId> {
  return ensureOrganisation(db, { name, organisasjonsnummer: null, kind: 'municipality' })
}

function anAsk(organisation: AskToJoin['organisation'], about: Partial<AskToJoin> = {}): AskToJoin {
  const facts = { role: 'contributor', message: null, title: null, delegation: null } as const
  return { organisation, ...facts, independent: false, endsOn: null, ...about }
}

test('somebody asks to join, a coordinator approves, and from then on the person may write', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const newcomer = await aPerson(db, { name: 'Ola Ny', at })

    const asked = await askToJoin({ db, now }, newcomer, anAsk(voss, { message: 'Eg kjøper inn IKT' }))
    if (!asked.ok) throw new Error(asked.failure.kind)
    expect(await asksIn(db, voss)).toMatchObject([{ name: 'Ola Ny', message: 'Eg kjøper inn IKT' }])

    const approved = await approveMembership({ db, now }, leader, { membership: asked.value })
    expect(approved).toMatchObject({ ok: true, value: { status: 'active', decidedBy: leader.personId } })
    expect(await findActor(db, { person: newcomer.personId, organisation: voss, at })).toMatchObject({
      roles: new Set(['contributor']),
      organisation: voss,
    })
    expect(await trail(db)).toEqual(['membership.asked', 'membership.approved'])
  }))

test('what is refused is told why, and can be asked for again', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const newcomer = await aPerson(db, { at })
    const asked = await askToJoin({ db, now }, newcomer, anAsk(voss))
    if (!asked.ok) throw new Error(asked.failure.kind)

    expect(
      await refuseMembership({ db, now }, leader, { membership: asked.value, reason: ' ' }),
    ).toMatchObject({
      failure: { kind: 'reasonMissing' },
    })
    const refused = await refuseMembership({ db, now }, leader, {
      membership: asked.value,
      reason: 'Feil kommune',
    })
    expect(refused).toMatchObject({ value: { status: 'refused', endReason: 'Feil kommune' } })
    expect(await approveMembership({ db, now }, leader, { membership: asked.value })).toMatchObject({
      failure: { kind: 'alreadyDecided', status: 'refused' },
    })
    expect((await askToJoin({ db, now }, newcomer, anAsk(voss))).ok).toBe(true)
  }))

test('the first coordinator is approved by an administrator, and the next by a coordinator', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const administrator = await aPerson(db, { roles: ['administrator'], at })
    const reader = await aPerson(db, { organisation: voss, roles: ['reader'], at })
    const [first, second] = [await aPerson(db, { at }), await aPerson(db, { at })]
    const leading = anAsk(voss, { role: 'coordinator', title: 'Innkjøpssjef', delegation: 'Sak 12/2026' })
    const asked = await askToJoin({ db, now }, first, leading)
    const later = await askToJoin({ db, now }, second, leading)
    if (!asked.ok || !later.ok) throw new Error('Both may ask')

    expect(await asksForPlatform(db, on)).toHaveLength(2)
    expect(await approveMembership({ db, now }, reader, { membership: asked.value })).toMatchObject({
      failure: { kind: 'membershipNotFound' },
    })
    expect((await approveMembership({ db, now }, administrator, { membership: asked.value })).ok).toBe(true)
    expect(await asksForPlatform(db, on)).toEqual([])
    expect(await approveMembership({ db, now }, administrator, { membership: later.value })).toMatchObject({
      failure: { kind: 'membershipNotFound' },
    })
    const leader = await findActor(db, { person: first.personId, organisation: voss, at })
    if (!leader) throw new Error('The first coordinates')
    expect((await approveMembership({ db, now }, leader, { membership: later.value })).ok).toBe(true)
    expect(await membersOf(db, { organisation: voss, on })).toMatchObject([
      { role: 'coordinator', title: 'Innkjøpssjef', delegation: 'Sak 12/2026' },
      { role: 'coordinator' },
      { role: 'reader' },
    ])
  }))

test('nobody decides on what they ask for themselves', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const asked = await askToJoin({ db, now }, leader, anAsk(voss, { role: 'network-leader' }))
    if (!asked.ok) throw new Error(asked.failure.kind)
    expect(await approveMembership({ db, now }, leader, { membership: asked.value })).toMatchObject({
      failure: { kind: 'ownAsk' },
    })
  }))

test('what a role takes is told, all of it, before it can be asked for', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const person = await aPerson(db, { at })
    const day = (text: string) => Temporal.PlainDate.from(text)
    const problems = async (about: Partial<AskToJoin>) => {
      const asked = await askToJoin({ db, now }, person, anAsk(voss, about))
      return asked.ok || asked.failure.kind !== 'roleProblems' ? asked : asked.failure.problems
    }
    expect(await problems({ role: 'coordinator' })).toEqual(['titleMissing'])
    expect(await problems({ role: 'supplier' })).toEqual(['roleNotPossible'])
    expect(await problems({ role: 'administrator' })).toEqual(['roleNotPossible'])
    expect(await problems({ role: 'consultant' })).toEqual(['independenceMissing', 'endMissing'])
    const consultant = { role: 'consultant', independent: true } as const
    expect(await problems({ ...consultant, endsOn: day('2026-11-21') })).toEqual(['endPassed'])
    expect(await problems({ ...consultant, endsOn: day('2028-11-23') })).toEqual(['endTooFar'])
    expect(await problems({ ...consultant, endsOn: day('2028-11-22') })).toMatchObject({ ok: true })
  }))

test('a consultant whose time ran out can ask anew', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const { personId } = await aPerson(db, { organisation: voss, roles: ['consultant'], at })
    const later = new Date('2027-12-01T12:00:00Z')
    const person = await findActor(db, { person: personId, organisation: voss, at: later })
    if (!person) throw new Error('The person is here')
    const endsOn = Temporal.PlainDate.from('2028-06-30')
    const again = anAsk(voss, { role: 'consultant', independent: true, endsOn })
    expect((await askToJoin({ db, now: () => later }, person, again)).ok).toBe(true)
  }))

test('a supplier that nobody knows comes into the register when the claim is approved, and not before', () =>
  withDatabase(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'], at })
    const seller = await aPerson(db, { at })
    const claim = { organisasjonsnummer: '974 760 673', name: 'Trygg AS' }
    const asked = await askToJoin({ db, now }, seller, anAsk(claim, { role: 'supplier' }))
    if (!asked.ok) throw new Error(asked.failure.kind)
    expect(await count(db)).toBe(0)
    expect(await asksForPlatform(db, on)).toMatchObject([
      { claim: { organisasjonsnummer: '974760673', name: 'Trygg AS' }, organisation: null },
    ])

    const approved = await approveMembership({ db, now }, curator, { membership: asked.value })
    if (!approved.ok || !approved.value.organisation) throw new Error('It is approved')
    expect(await findOrganisationById(db, approved.value.organisation)).toMatchObject({
      name: 'Trygg AS',
      kind: 'supplier',
      organisasjonsnummer: '974760673',
    })
    const colleague = await aPerson(db, { at })
    const next = await askToJoin({ db, now }, colleague, anAsk(claim, { role: 'supplier' }))
    const first = await findActor(db, {
      person: seller.personId,
      organisation: approved.value.organisation,
      at,
    })
    if (!next.ok || !first) throw new Error('The next may ask')
    expect((await approveMembership({ db, now }, first, { membership: next.value })).ok).toBe(true)
    expect(await count(db)).toBe(1)
  }))

test('a number that is not one, and a municipality claimed as a supplier, are refused', () =>
  withDatabase(async (db) => {
    const person = await aPerson(db, { at })
    await ensureOrganisation(db, {
      name: 'Voss herad',
      organisasjonsnummer: '960510542',
      kind: 'municipality',
    })
    const claim = (organisasjonsnummer: string) =>
      askToJoin({ db, now }, person, anAsk({ organisasjonsnummer, name: 'X' }, { role: 'supplier' }))
    expect(await claim('123456789')).toMatchObject({ failure: { kind: 'numberNotValid' } })
    expect(await claim('960510542')).toMatchObject({ failure: { kind: 'roleProblems' } })
  }))

test('the last coordinator is asked before leaving, and the administrators hear of it', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const [held] = await rolesOf(db, { person: leader.personId, on })
    if (!held) throw new Error('The leader has a role')
    const go = (alone: boolean) => leave({ db, now }, leader, { membership: held.membership, alone })
    expect(await go(false)).toMatchObject({ failure: { kind: 'lastCoordinator' } })
    expect((await go(true)).ok).toBe(true)
    expect(await go(true)).toMatchObject({ failure: { kind: 'alreadyEnded' } })
    expect(await events(db)).toContain(`organisation.without-coordinator ${voss}`)
  }))

test('the last administrator cannot go', () =>
  withDatabase(async (db) => {
    const only = await aPerson(db, { roles: ['administrator'], at })
    const [held] = await rolesOf(db, { person: only.personId, on })
    if (!held) throw new Error('There is a role')
    expect(await leave({ db, now }, only, { membership: held.membership, alone: true })).toMatchObject({
      failure: { kind: 'lastAdministrator' },
    })
  }))

test('a coordinator hands over to a colleague, and stays as one who contributes', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const colleague = await aPerson(db, { organisation: voss, at })
    const consultant = await aPerson(db, { organisation: voss, roles: ['consultant'], at })
    const give = (to: typeof colleague, title: string | null) =>
      handOver({ db, now }, leader, { to: to.personId, title, delegation: null })
    expect(await give(consultant, 'Rådgjevar')).toMatchObject({ failure: { kind: 'notAMember' } })
    expect(await give(leader, 'Leiar')).toMatchObject({ failure: { kind: 'oneself' } })
    expect(await give(colleague, null)).toMatchObject({ failure: { kind: 'titleMissing' } })
    expect((await give(colleague, 'Innkjøpsleiar')).ok).toBe(true)
    const roles = async (person: typeof leader) =>
      (await rolesOf(db, { person: person.personId, on })).map(({ role }) => role)
    expect([await roles(leader), await roles(colleague)]).toEqual([['contributor'], ['coordinator']])
    expect(await give(colleague, null)).toMatchObject({ failure: { kind: 'notCoordinator' } })
    expect(await events(db)).not.toContain(`organisation.without-coordinator ${voss}`)
  }))

test('a role is changed without a gap, and taken away with a reason', () =>
  withDatabase(async (db) => {
    const voss = await municipality(db)
    const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
    const colleague = await aPerson(db, { organisation: voss, roles: ['reader'], at })
    const [held] = await rolesOf(db, { person: colleague.personId, on })
    if (!held) throw new Error('There is a role')
    const facts = { title: null, delegation: null, independent: false, endsOn: null }
    const change = { ...facts, membership: held.membership, role: 'contributor' as const }
    const changed = await changeRole({ db, now }, leader, change)
    if (!changed.ok) throw new Error(changed.failure.kind)
    expect(await rolesOf(db, { person: colleague.personId, on })).toMatchObject([{ role: 'contributor' }])
    const end = (reason: string) => endMembership({ db, now }, leader, { membership: changed.value, reason })
    expect(await end('')).toMatchObject({ failure: { kind: 'reasonMissing' } })
    expect((await end('Har slutta')).ok).toBe(true)
    expect(await rolesOf(db, { person: colleague.personId, on })).toEqual([])
  }))

async function trail(db: Database): Promise<readonly string[]> {
  const rows = await db.selectFrom('audit_entry').select('action').orderBy('seq').execute()
  return rows.map(({ action }) => action)
}

async function events(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ event: string }>`select kind || ' ' || subject as event from event`.execute(db)
  return rows.map(({ event }) => event)
}

async function count(db: Database): Promise<number> {
  const rows = await db.selectFrom('organisation').select('id').where('kind', '=', 'supplier').execute()
  return rows.length
}

test('the first administrator is made from the machine, also before the first sign-in, and once', () =>
  withDatabase(async (db) => {
    const make = (email: string, name: string | null = null) =>
      makeAdministrator({ db, now }, { email, name })
    expect(await make('ingen adresse')).toMatchObject({ failure: { kind: 'emailNotValid' } })
    expect(await make('ny@ks.no')).toMatchObject({ failure: { kind: 'nameMissing' } })
    const made = await make('Ny@KS.no', 'Ny Person')
    if (!made.ok) throw new Error(made.failure.kind)
    expect(await make('ny@ks.no')).toMatchObject({ failure: { kind: 'alreadyHas' } })
    const known = await aPerson(db, { email: 'kjent@ks.no', at })
    expect(await make('kjent@ks.no')).toEqual({ ok: true, value: known.personId })
    const actor = await findActor(db, { person: made.value, organisation: null, at })
    expect(actor?.roles).toEqual(new Set(['administrator']))
  }))
