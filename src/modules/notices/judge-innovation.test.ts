import { expect, test } from 'vitest'
import type { Role } from '#src/modules/identity/contract.ts'
import { ROLES, SITE_ROLES } from '#src/modules/identity/contract.ts'
import { readRegister, seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { aPerson } from '#src/testing/people.ts'
import {
  findNotice,
  importNotices,
  type JudgeInnovation,
  judgeInnovation,
  judgementsOf,
  noticeSearchSource,
  reprocessNotices,
} from './index.ts'

const at = new Date('2026-11-22T12:00:00Z')
const now = () => at
const ID = '0b9d7d10-5d0f-4d0c-9a35-000000000001'
const FIRST = `${ID}-01`

async function take(db: Database, ...texts: readonly string[]) {
  async function* source() {
    for (const [place, text] of texts.entries())
      yield { name: `${place}.xml`, bytes: new TextEncoder().encode(text) }
  }
  await importNotices({ db, now }, source())
}

async function aScene(db: Database) {
  await seedOrganisations(db, { now })
  await take(db, noticeXml({ id: ID }))
  const register = await readRegister(db)
  const [bergen, bodo] = ['964338531', '972418013'].map((number) => register.byNumber.get(number))
  if (!bergen || !bodo) throw new Error('Both are in the register')
  const buyer = await aPerson(db, { name: 'Kari', organisation: bergen, roles: ['contributor'], at })
  const judge = (about: Partial<JudgeInnovation> = {}, actor = buyer) =>
    judgeInnovation({ db, now }, actor, {
      id: FIRST,
      assessment: 'likely',
      reason: 'Vi kartla behovet',
      ...about,
    })
  return { bergen, bodo, buyer, judge }
}

async function facetOf(db: Database, id: string): Promise<unknown> {
  const [document] = await noticeSearchSource(db).load([id])
  return document?.facets?.innovation
}

test('what the buyer says counts before the rules, which stay beside it', () =>
  withDatabase(async (db) => {
    const { judge } = await aScene(db)
    expect(await facetOf(db, FIRST)).toEqual(['declared'])
    await db.deleteFrom('event').execute()
    expect((await judge()).ok).toBe(true)
    expect(await facetOf(db, FIRST)).toEqual(['likely'])
    expect((await findNotice(db, FIRST))?.innovation.assessment).toBe('declared')
    expect(await judgementsOf(db, FIRST)).toMatchObject([
      {
        assessment: 'likely',
        found: 'declared',
        reason: 'Vi kartla behovet',
        personName: 'Kari',
        organisationName: 'Bergen kommune',
      },
    ])
    const events = await db.selectFrom('event').select(['kind', 'subject']).execute()
    expect(events).toContainEqual({ kind: 'notice.changed', subject: FIRST })
  }))

test('it counts for every version, however often the notice is read anew, until it is left to the rules', () =>
  withDatabase(async (db) => {
    const { judge } = await aScene(db)
    await judge()
    await reprocessNotices({ db, now }, { only: 'all' })
    expect(await facetOf(db, FIRST)).toEqual(['likely'])
    await take(db, noticeXml({ id: ID, version: '02' }))
    expect(await facetOf(db, `${ID}-02`)).toEqual(['likely'])
    expect((await judge({ id: `${ID}-02`, assessment: null, reason: 'Det stemte ikkje' })).ok).toBe(true)
    expect(await facetOf(db, `${ID}-02`)).toEqual(['declared'])
    expect(await judgementsOf(db, FIRST)).toHaveLength(2)
  }))

test('a judgement has a reason, and only the buyer can declare', () =>
  withDatabase(async (db) => {
    const { judge } = await aScene(db)
    const undeclared = '0b9d7d10-5d0f-4d0c-9a35-000000000002'
    await take(db, noticeXml({ id: undeclared }).replace(/.*(inn-pur|prod-innov).*\n/g, ''))
    const kindOf = async (about: Partial<JudgeInnovation>) => {
      const judged = await judge(about)
      return judged.ok ? 'judged' : judged.failure.kind
    }
    expect(await kindOf({ reason: ' ' })).toBe('reasonMissing')
    expect(await kindOf({ reason: 'x'.repeat(2001) })).toBe('reasonTooLong')
    expect(await kindOf({ assessment: 'declared' })).toBe('judged')
    expect(await kindOf({ assessment: 'declared', id: `${undeclared}-01` })).toBe('assessmentNotPossible')
    expect(await kindOf({ id: 'nothing-01' })).toBe('noticeNotFound')
  }))

test('those who write for the buyer may judge, and curators; nobody else', () =>
  withDatabase(async (db) => {
    const { bergen, bodo, judge } = await aScene(db)
    const site: readonly Role[] = SITE_ROLES
    const may: Role[] = []
    for (const role of ROLES) {
      const actor = await aPerson(db, {
        organisation: site.includes(role) ? null : bergen,
        roles: [role],
        at,
      })
      if ((await judge({}, actor)).ok) may.push(role)
    }
    expect(may).toEqual(['contributor', 'coordinator', 'network-leader', 'curator', 'consultant'])
    const stranger = await aPerson(db, { organisation: bodo, roles: ['coordinator'], at })
    expect(await judge({}, stranger)).toMatchObject({ failure: { kind: 'notAllowed' } })
  }))
