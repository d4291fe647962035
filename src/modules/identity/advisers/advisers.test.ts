import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/actor.ts'
import { findActor } from '#src/modules/identity/find-actor.ts'
import { endMembership } from '#src/modules/identity/joining/end-membership.ts'
import { rolesOf } from '#src/modules/identity/joining/members.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { closeToAdviser } from './close-to-adviser.ts'
import { type OpenToAdviser, openToAdviser } from './open-to-adviser.ts'
import { seeAsAdviser, whatIsOpenTo } from './see-as-adviser.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at
const day = (text: string) => Temporal.PlainDate.from(text)

async function aScene(db: Database) {
  const voss = await ensureOrganisation(db, { name: 'Voss', organisasjonsnummer: null, kind: 'municipality' })
  const lup = await ensureOrganisation(db, { name: 'LUP', organisasjonsnummer: null, kind: 'support-body' })
  const leader = await aPerson(db, { organisation: voss, roles: ['coordinator'], at })
  const adviser = await aPerson(db, { organisation: lup, roles: ['adviser', 'coordinator'], at })
  const open = (about: Partial<OpenToAdviser> = {}) =>
    openToAdviser({ db, now }, leader, {
      adviser: adviser.personId,
      scope: 'drafts',
      purpose: 'Gå gjennom krava',
      endsOn: day('2026-12-31'),
      ...about,
    })
  const sees = (subject: string, on = '2026-11-22', actor: Actor = adviser, scope = 'drafts') =>
    seeAsAdviser(db, actor, { organisation: voss, scope, subject, at: new Date(`${on}T12:00:00Z`) })
  return { voss, lup, leader, adviser, open, sees }
}

test('an adviser sees what is opened, until the date, and each look is in the log of the organisation', () =>
  withDatabase(async (db) => {
    const { voss, adviser, open, sees } = await aScene(db)
    expect(await sees('draft-1')).toBe(false)
    const opened = await open()
    if (!opened.ok) throw new Error(opened.failure.kind)
    expect(await sees('draft-1')).toBe(true)
    expect(await sees('draft-1', '2026-12-31')).toBe(true)
    expect(await sees('draft-1', '2027-01-01')).toBe(false)
    expect(await whatIsOpenTo(db, adviser, at)).toMatchObject([{ organisationName: 'Voss', scope: 'drafts' }])
    expect(await whatIsOpenTo(db, adviser, new Date('2027-01-01T12:00:00Z'))).toEqual([])
    const looks = await db
      .selectFrom('audit_entry')
      .select(['person_id', 'organisation_id', 'subject', 'details'])
      .where('action', '=', 'adviser-access.seen')
      .execute()
    expect(looks).toHaveLength(2)
    expect(looks[0]).toMatchObject({
      person_id: adviser.personId,
      organisation_id: voss,
      subject: 'draft-1',
      details: { access: opened.value, scope: 'drafts' },
    })
  }))

test('one thing that is opened opens no other', () =>
  withDatabase(async (db) => {
    const { open, sees } = await aScene(db)
    await open({ scope: 'case-1001' })
    expect(await sees('case-1001')).toBe(true)
    expect(await sees('case-1002')).toBe(false)
  }))

test('what is closed is closed at once, and an adviser who is none any more sees nothing', () =>
  withDatabase(async (db) => {
    const { lup, leader, adviser, open, sees } = await aScene(db)
    const opened = await open()
    if (!opened.ok) throw new Error(opened.failure.kind)
    await closeToAdviser({ db, now }, leader, { access: opened.value })
    expect(await sees('draft-1')).toBe(false)

    await open()
    const boss = await aPerson(db, { organisation: lup, roles: ['coordinator'], at })
    const held = (await rolesOf(db, { person: adviser.personId, on: '2026-11-22' })).find(
      ({ role }) => role === 'adviser',
    )
    if (!held) throw new Error('There is a role')
    await endMembership({ db, now }, boss, { membership: held.membership, reason: 'Slutta' })
    const later = await findActor(db, { person: adviser.personId, organisation: lup, at })
    if (!later) throw new Error('The person is still here')
    expect(await sees('draft-1', '2026-11-22', later)).toBe(false)
    expect(await whatIsOpenTo(db, later, at)).toEqual([])
    expect(await open()).toMatchObject({ failure: { kind: 'adviserNotFound' } })
  }))

test('an opening has a purpose, an end, and something that is opened', () =>
  withDatabase(async (db) => {
    const { open, leader } = await aScene(db)
    const kindOf = async (about: Partial<OpenToAdviser>) => {
      const opened = await open(about)
      return opened.ok ? 'opened' : opened.failure.kind
    }
    expect(await kindOf({ scope: 'everything' })).toBe('scopeUnknown')
    expect(await kindOf({ scope: "case-1' or 1=1" })).toBe('scopeUnknown')
    expect(await kindOf({ purpose: '' })).toBe('purposeMissing')
    expect(await kindOf({ endsOn: day('2026-11-21') })).toBe('endPassed')
    expect(await kindOf({ endsOn: day('2027-11-23') })).toBe('endTooFar')
    expect(await kindOf({ adviser: leader.personId })).toBe('adviserNotFound')
    expect(await kindOf({})).toBe('opened')
  }))
