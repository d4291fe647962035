import { expect, test } from 'vitest'
import { findActor } from '#src/modules/identity/find-actor.ts'
import { mayContributeFor, mayPublishFor } from '#src/modules/identity/policy.ts'
import { ensureOrganisation } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { type GiveMandate, giveMandate } from './give-mandate.ts'
import { mandatesOf } from './mandates-repository.ts'
import { withdrawMandate } from './withdraw-mandate.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at
const day = (text: string) => Temporal.PlainDate.from(text)

async function aScene(db: Database) {
  const make = (name: string, kind: 'municipality' | 'purchasing-cooperative' | 'supplier') =>
    ensureOrganisation(db, { name, organisasjonsnummer: null, kind })
  const averoy = await make('Averøy kommune', 'municipality')
  const nii = await make('Innkjøpssamarbeidet', 'purchasing-cooperative')
  const leader = await aPerson(db, { organisation: averoy, roles: ['coordinator'], at })
  const buyer = await aPerson(db, { organisation: nii, roles: ['contributor', 'coordinator'], at })
  const give = (about: Partial<GiveMandate> = {}) =>
    giveMandate({ db, now }, leader, {
      body: nii,
      startsOn: day('2026-11-22'),
      endsOn: day('2027-11-21'),
      decision: 'Kommunestyret 1.11.2026, sak 4/26',
      ...about,
    })
  const actsOn = async (date: string) => {
    const actor = await findActor(db, {
      person: buyer.personId,
      organisation: nii,
      at: new Date(`${date}T12:00:00Z`),
    })
    return actor !== null && mayContributeFor(actor, averoy) && mayPublishFor(actor, averoy)
  }
  return { make, averoy, nii, leader, give, actsOn }
}

test('a cooperative acts for its member from the first day to the last', () =>
  withDatabase(async (db) => {
    const { give, actsOn } = await aScene(db)
    expect(await actsOn('2026-11-22')).toBe(false)
    expect((await give()).ok).toBe(true)
    expect(await Promise.all(['2026-11-21', '2026-11-22', '2027-11-21', '2027-11-22'].map(actsOn))).toEqual([
      false,
      true,
      true,
      false,
    ])
  }))

test('what is withdrawn ends at once, and can be given anew', () =>
  withDatabase(async (db) => {
    const { give, actsOn, leader, averoy } = await aScene(db)
    const given = await give()
    if (!given.ok) throw new Error(given.failure.kind)
    expect((await withdrawMandate({ db, now }, leader, { mandate: given.value })).ok).toBe(true)
    expect(await actsOn('2026-11-22')).toBe(false)
    expect(await withdrawMandate({ db, now }, leader, { mandate: given.value })).toMatchObject({
      failure: { kind: 'alreadyWithdrawn' },
    })
    expect((await give({ endsOn: null })).ok).toBe(true)
    expect(await mandatesOf(db, averoy)).toHaveLength(2)
  }))

test('a mandate rests on a decision, and two for the same time are one too many', () =>
  withDatabase(async (db) => {
    const { give, make, averoy } = await aScene(db)
    const kindOf = async (about: Partial<GiveMandate>) => {
      const given = await give(about)
      return given.ok ? 'given' : given.failure.kind
    }
    expect(await kindOf({ decision: ' ' })).toBe('decisionMissing')
    expect(await kindOf({ endsOn: day('2026-11-21') })).toBe('endsBeforeStart')
    expect(await kindOf({ startsOn: day('2025-01-01'), endsOn: day('2026-11-21') })).toBe('endPassed')
    expect(await kindOf({ body: averoy })).toBe('oneself')
    expect(await kindOf({ body: await make('Trygg AS', 'supplier') })).toBe('bodyNotPublic')
    expect(await kindOf({})).toBe('given')
    expect(await kindOf({ startsOn: day('2027-11-21'), endsOn: null })).toBe('overlaps')
    expect(await kindOf({ startsOn: day('2027-11-22'), endsOn: null })).toBe('given')
  }))
