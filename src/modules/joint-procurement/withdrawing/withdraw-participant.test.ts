import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  findProcurement,
  type JointProcurement,
  withdrawalsOf,
  withdrawParticipant,
} from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aProcurement } from '#src/testing/joint-procurement.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'

const now = () => new Date('2026-11-22T10:41:00Z')
const FORM = {
  decidedOn: '2026-11-20',
  decidedBy: 'Kommunestyret',
  reason: 'Økonomien strekker ikke til',
  archiveReference: '26/123',
}

async function aScene(db: Database, told: Partial<JointProcurement> = {}) {
  const [bodo, royrvik, voss] = await Promise.all(
    ['1804', '5043', '4621'].map((one) => municipalityId(db, one)),
  )
  if (!bodo || !royrvik || !voss) throw new Error('A municipality of the test is not there')
  const coordinator = (organisation: OrganisationId) => aPerson(db, { organisation, roles: ['coordinator'] })
  const [lead, member, follower] = [
    await coordinator(bodo),
    await coordinator(royrvik),
    await coordinator(voss),
  ]
  const one = await aProcurement(db, {
    lead: bodo,
    by: lead.personId,
    facts: { costKey: 'inhabitants', exitTerms: 'Tre måneders varsel' },
    others: [
      { organisation: royrvik, standing: { volume: { amount: 40, unit: 'enheter' } } },
      { organisation: voss, role: 'follower' },
    ],
    leadStanding: { volume: { amount: 360, unit: 'Enheter' } },
    ...told,
  })
  const withdraw = (actor: Actor, organisation: OrganisationId, wrong: object = {}) =>
    withdrawParticipant({ db, now }, actor, {
      id: one.id,
      organisation,
      form: { ...FORM, seenStep: one.step, ...wrong },
    })
  return { one, bodo, royrvik, voss, lead, member, follower, withdraw }
}

test('before the check one drops out, what was passed counts no longer, and the decision is kept with what was shown', () =>
  withCatalogue(async (db) => {
    const { one, bodo, royrvik, member, withdraw } = await aScene(db, { step: 'gate', lockedAt: now() })
    await db
      .insertInto('gate_pass')
      .values({
        procurement_id: one.id,
        round: 1,
        organisation_id: royrvik,
        passed_by: member.personId,
        title: 'Kommunedirektør',
        authority: 'Delegasjonsreglementet',
        digest: 'a'.repeat(64),
        passed_at: now(),
      })
      .execute()
    const done = await withdraw(member, royrvik)
    if (!done.ok) throw new Error(done.failure.kind)
    expect(done.value.points).toEqual([...['drops-out', 'costs-anew', 'gate-anew', 'too-few', 'exit-terms']])
    const shares = done.value.costs?.map(({ organisation, after }) => [organisation, after] as const)
    expect(new Map(shares)).toEqual(
      new Map([
        [bodo, 100],
        [royrvik, null],
      ]),
    )

    const after = await findProcurement(db, one.id)
    expect(after).toMatchObject({ gateRound: 2, lockedAt: now() })
    expect(after?.participants.find(({ organisation }) => organisation === royrvik)?.status).toBe('withdrawn')
    const [kept] = await withdrawalsOf(db, one.id)
    expect(kept).toMatchObject({ organisation: royrvik, decidedBy: 'Kommunestyret', consequence: done.value })
    expect(await withdraw(member, royrvik)).toEqual({ ok: false, failure: { kind: 'notTakingPart' } })
  }))

test('after publication the volume falls by what can be counted, change is to be assessed and the list stays closed', () =>
  withCatalogue(async (db) => {
    const { one, royrvik, member, withdraw } = await aScene(db, { step: 'competition', lockedAt: now() })
    const done = await withdraw(member, royrvik)
    if (!done.ok) throw new Error(done.failure.kind)
    expect(done.value).toMatchObject({
      stage: 'published',
      volume: [{ unit: 'enheter', falls: 40, of: 400 }],
      exitTerms: 'Tre måneders varsel',
    })
    expect(done.value.points).toEqual(
      expect.arrayContaining(['volume-falls', 'change-before-award', 'tell-suppliers', 'cannot-return']),
    )
    const after = await findProcurement(db, one.id)
    expect(after).toMatchObject({ gateRound: 1 })
    expect(after?.lockedAt).not.toBeNull()
  }))

test('one that only follows leaves without any consequence for the others', () =>
  withCatalogue(async (db) => {
    const { one, voss, follower, withdraw } = await aScene(db, { step: 'contract', lockedAt: now() })
    const done = await withdraw(follower, voss)
    expect(done.ok && done.value.points).toEqual(['only-follows'])
    expect((await findProcurement(db, one.id))?.gateRound).toBe(1)
  }))

test('nobody is withdrawn by others, and not by somebody who may only write', () =>
  withCatalogue(async (db) => {
    const { royrvik, lead, voss, follower, withdraw } = await aScene(db)
    const writer = await aPerson(db, { organisation: royrvik, roles: ['contributor'] })
    for (const actor of [lead, follower, writer])
      expect(await withdraw(actor, royrvik)).toEqual({ ok: false, failure: { kind: 'notAllowed' } })
    const stranger = await aPerson(db, {
      organisation: await municipalityId(db, '4601'),
      roles: ['coordinator'],
    })
    expect(await withdraw(stranger, voss)).toEqual({ ok: false, failure: { kind: 'procurementNotFound' } })
  }))

test('the lead hands over first; what is ahead, has moved on or has ended is refused with its reason', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, lead, member, withdraw } = await aScene(db)
    const kind = async (actor: Actor, organisation: OrganisationId, wrong = {}) => {
      const done = await withdraw(actor, organisation, wrong)
      return done.ok ? 'ok' : done.failure.kind
    }
    expect(await kind(lead, bodo)).toBe('leads')
    expect(await kind(member, royrvik, { decidedOn: '2026-11-23' })).toBe('inFuture')
    expect(await kind(member, royrvik, { seenStep: 'interest' })).toBe('movedOn')
    expect(await kind(member, royrvik)).toBe('ok')
  }))
