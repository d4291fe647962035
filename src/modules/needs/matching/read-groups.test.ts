import { expect, test } from 'vitest'
import type { Actor } from '#src/modules/identity/index.ts'
import type { NeedContent } from '#src/modules/needs/contract.ts'
import {
  changeAudience,
  changeDemandAudience,
  closeNeed,
  groupFor,
  type Need,
  proposedGroups,
  readMatching,
} from '#src/modules/needs/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { aDemand } from '#src/testing/market.ts'
import { aNeed } from '#src/testing/needs.ts'
import { aPerson } from '#src/testing/people.ts'
import { municipalityId } from '#src/testing/sharing.ts'

const now = () => new Date('2026-11-22T09:00:00Z')

async function scene(db: Database) {
  const chiefOf = async (kommunenummer: string) =>
    aPerson(db, { organisation: await municipalityId(db, kommunenummer), roles: ['coordinator'] })
  const [bodo, royrvik, selbu] = await Promise.all(['1804', '5043', '5032'].map(chiefOf))
  if (!bodo || !royrvik || !selbu) throw new Error('The people of the test are not there')
  const need = (by: Actor, content: Partial<NeedContent> = {}, rest: Partial<Omit<Need, 'content'>> = {}) => {
    if (!by.organisation) throw new Error('The one who has a need acts for nobody')
    return aNeed(db, { ...rest, organisation: by.organisation, by: by.personId, content })
  }
  return { bodo, royrvik, selbu, need, reading: { db, now } }
}

const idsOf = async (groups: ReturnType<typeof proposedGroups>) =>
  (await groups).map(({ needs }) => needs.map(({ id }) => id))

test('those who need the same are a group for everybody when all may know of them', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, need, reading } = await scene(db)
    const large = await need(bodo, { wish: 'lead' })
    const small = await need(royrvik, { wish: 'follow' })
    expect(await idsOf(proposedGroups(reading, null))).toEqual([[large.id, small.id]])
    const { group, aloneBecause } = await groupFor(reading, null, { need: small })
    expect(aloneBecause).toBeNull()
    expect(group).toMatchObject({ lead: large.id, window: { from: '2027-03-01', until: '2027-09-01' } })
    const [first] = group?.members ?? []
    expect(first?.for).toContainEqual({ kind: 'wantsToLead' })
    expect(group?.members[1]?.against).toContainEqual({ kind: 'muchSmaller', times: expect.any(Number) })
  }))

test('nobody is proposed a need they may not know of, nor counted together with one', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, selbu, need, reading } = await scene(db)
    const open = await need(royrvik, { wish: 'follow' })
    const employees = await need(bodo, { wish: 'lead' }, { audience: 'public-employees' })
    const inside = await need(selbu, { wish: 'either' }, { audience: 'own' })
    const draft = await need(selbu, { title: 'Nattilsyn, utkast' }, { status: 'draft', audience: 'own' })
    const seen = async (reader: Actor | null) => {
      const { byId } = await readMatching(reading, reader)
      return [...byId.keys()].toSorted()
    }
    expect(await seen(null)).toEqual([open.id])
    expect(await seen(royrvik)).toEqual([open.id, employees.id].toSorted())
    expect(await seen(selbu)).toEqual([open.id, employees.id, inside.id, draft.id].toSorted())
    expect(await proposedGroups(reading, null)).toEqual([])
    expect((await groupFor(reading, null, { need: open })).nearest).toEqual([])
    expect(await idsOf(proposedGroups(reading, royrvik))).toEqual([[employees.id, open.id]])
    const curator = await aPerson(db, { roles: ['curator'] })
    expect(await seen(curator)).toEqual([open.id])
    // A colleague who only reads finds what the coordinator finds, but for the drafts.
    const colleague = await aPerson(db, { organisation: inside.organisation, roles: ['reader'] })
    expect(await seen(colleague)).toEqual([open.id, employees.id, inside.id].toSorted())
  }))

test('what is proposed follows the needs: who may know of them, and that they are closed', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, need, reading } = await scene(db)
    const large = await need(bodo, { wish: 'lead' })
    await need(royrvik, { wish: 'follow' })
    const before = await readMatching(reading, null)
    expect(await readMatching(reading, null)).toBe(before)
    expect(await proposedGroups(reading, null)).toHaveLength(1)
    const { id, version } = large
    expect(await changeAudience(reading, bodo, { id, version, audience: 'own' })).toMatchObject({ ok: true })
    expect(await proposedGroups(reading, null)).toEqual([])
    await changeAudience(reading, bodo, { id, version: version + 1, audience: 'all' })
    expect(await proposedGroups(reading, null)).toHaveLength(1)
    await closeNeed(reading, bodo, { id, version: version + 2, cause: 'no-longer', reason: '' })
    expect(await proposedGroups(reading, null)).toEqual([])
  }))

test('a need that is alone is told why', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, selbu, need, reading } = await scene(db)
    const one = await need(royrvik, { wish: 'follow' })
    const other = await need(selbu, { wish: 'follow' })
    const late = await need(bodo, { wish: 'lead', from: '2029-01-01', until: '2029-06-30' })
    const over = await need(bodo, {
      title: 'Brøyting',
      themes: ['vei'],
      from: '2026-01-01',
      until: '2026-06-30',
    })
    const begun = await need(
      bodo,
      { title: 'Noe nytt', from: null, until: null },
      { status: 'draft', audience: 'own' },
    )
    const called = new Map<string, string>([
      [other.id, 'Selbu'],
      [late.id, 'Bodø'],
    ])
    const why = async (asked: Need, reader: Actor | null = null) => {
      const { aloneBecause, nearest } = await groupFor(reading, reader, { need: asked })
      return [aloneBecause, ...nearest.map(({ id, whyNot }) => `${called.get(id)} ${whyNot}`)]
    }
    expect(await why(one)).toEqual(['nobodyLeads', 'Selbu nobodyLeads', 'Bodø noSharedTime'])
    expect((await why(late))[0]).toBe('noneAlike')
    expect(await why(over)).toEqual(['over'])
    expect(await why(begun, bodo)).toEqual(['notTold'])
  }))

test('those who are in one demand are not proposed to each other; others are proposed to come to them', () =>
  withCatalogue(async (db) => {
    const { bodo, royrvik, selbu, need, reading } = await scene(db)
    const large = await need(bodo, { wish: 'lead' })
    const small = await need(royrvik, { wish: 'follow' })
    const { id } = await aDemand(reading, { own: large, by: bodo, others: [{ need: small.id, by: royrvik }] })
    const both = [large.id, small.id]
    expect(await proposedGroups(reading, null)).toEqual([])
    expect(await groupFor(reading, null, { need: small })).toMatchObject({
      ...{ group: null, aloneBecause: 'together', nearest: [] },
      together: [{ demand: { id }, members: both }],
    })
    await need(selbu, { wish: 'follow' })
    expect(await proposedGroups(reading, null)).toMatchObject([
      { members: { length: 3 }, together: [{ demand: { id }, members: both }] },
    ])
    const outside = await groupFor(reading, null, { need: small })
    expect(outside).toMatchObject({ group: { members: { length: 3 } }, together: [{ members: both }] })

    await changeDemandAudience(reading, bodo, { id, audience: 'own' })
    expect(await proposedGroups(reading, null)).toMatchObject([{ members: { length: 3 }, together: [] }])
    expect(await proposedGroups(reading, royrvik)).toMatchObject([{ together: [{ members: both }] }])
  }))

test('that nobody wants to lead is not said of those who have found together already', () =>
  withCatalogue(async (db) => {
    const { royrvik, selbu, need, reading } = await scene(db)
    const one = await need(royrvik, { wish: 'follow' })
    const other = await need(selbu, { wish: 'follow' })
    await aDemand(reading, { own: one, by: royrvik, others: [{ need: other.id, by: selbu }] })
    expect(await groupFor(reading, null, { need: other })).toMatchObject({
      ...{ group: null, aloneBecause: 'together', nearest: [] },
    })
  }))
