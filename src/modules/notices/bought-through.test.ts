import { expect, test } from 'vitest'
import type { Register } from '#src/modules/organisations/index.ts'
import { readRegister, seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { type NoticeXml, noticeXml } from '#src/testing/notice-xml.ts'
import {
  comingContractEnds,
  confirmBuyer,
  findNotice,
  importNotices,
  isAnythingOutdated,
  listNotices,
  noticeSearchSource,
  noticesOf,
  renewPrincipals,
  reprocessNotices,
} from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const ID = '0b9d7d10-5d0f-4d0c-9a35-000000000001'
const OTHER = '0b9d7d10-5d0f-4d0c-9a35-000000000002'
const NII = 'Nordmøre Interkommunale Innkjøpssamarbeid (NII)'
const BREAD: NoticeXml = { id: ID, title: 'Brød', buyer: { name: NII } }
/** Averøy and Bergen: a member, and somebody who has nothing to do with it. */
const [AVEROY, BERGEN] = ['1554', '4601']

function withNotices(
  notices: readonly NoticeXml[],
  work: (db: Database, register: Register) => Promise<void>,
): Promise<void> {
  return withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, ...notices.map(noticeXml))
    await work(db, await readRegister(db))
  })
}

function take(db: Database, ...texts: readonly string[]) {
  async function* source() {
    for (const [at, text] of texts.entries())
      yield { name: `${at}.xml`, bytes: new TextEncoder().encode(text) }
  }
  return importNotices({ db, now }, source())
}

const idOf = (register: Register, kommunenummer: string) =>
  register.municipalities.get(kommunenummer)?.organisation ?? ''

/** As a person or an upgrade would: the membership and the body it belongs to. */
async function changeMembership(
  db: Database,
  register: Register,
  dates: { valid_from?: Temporal.PlainDate; valid_to?: Temporal.PlainDate },
) {
  const nii = register.jointBodies.find(({ name }) => name === NII)?.id ?? ''
  await db
    .updateTable('acts_for')
    .set(dates)
    .where('body_id', '=', nii)
    .where('principal_id', '=', idOf(register, AVEROY))
    .execute()
  await db.updateTable('organisation').set({ note: 'endret' }).where('id', '=', nii).execute()
}

const membersOf = async (db: Database, id = ID) =>
  (await findNotice(db, id))?.boughtFor.flatMap(({ principals }) =>
    principals.map(({ municipality }) => municipality?.number),
  ) ?? []

test('a notice by a cooperative tells whom it bought for, by whose word, and from when', () =>
  withNotices([BREAD], async (db) => {
    const [through, ...others] = (await findNotice(db, ID))?.boughtFor ?? []
    expect(others).toEqual([])
    expect(through).toMatchObject({
      body: { name: NII },
      basis: 'body',
      asOfYear: 2020,
      sourceUrl: expect.stringContaining('nii.as'),
    })
    expect(await membersOf(db)).toHaveLength(10)
    expect(await membersOf(db)).toContain(AVEROY)
  }))

test('those bought for are found under their municipality only when that is asked for', () =>
  withNotices([BREAD, { id: OTHER }], async (db) => {
    const titles = async (filter: Parameters<typeof listNotices>[1]) =>
      (await listNotices(db, filter)).notices.map(({ title }) => title)
    expect(await titles({ kommunenumre: [AVEROY] })).toEqual([])
    expect(await titles({ kommunenumre: [AVEROY], boughtFor: 'too' })).toEqual(['Brød'])
    expect(await titles({ kommunenumre: [AVEROY, BERGEN], boughtFor: 'too' })).toHaveLength(2)
    expect(await titles({ kommunenumre: [AVEROY, BERGEN], boughtFor: 'only' })).toEqual(['Brød'])
    expect((await noticesOf(db, { fylkesnummer: '50' }, { boughtFor: 'only' })).total, 'Rindal').toBe(1)
    const [summary] = (await listNotices(db, { kommunenumre: [AVEROY], boughtFor: 'only' })).notices
    expect(summary?.boughtFor).toMatchObject([{ body: { name: NII } }])
  }))

test('in the search the named and the others are told apart', () =>
  withNotices([BREAD], async (db) => {
    const [document] = await noticeSearchSource(db).load([`${ID}-01`])
    expect(document?.facets).toMatchObject({ municipality: [], joint: ['true'] })
    expect(document?.boughtFor?.municipality).toHaveLength(10)
    expect(document?.boughtFor?.municipality).toContain(AVEROY)
    expect(document?.boughtFor?.county).toEqual(expect.arrayContaining(['15', '50']))
    expect(JSON.stringify(document?.names)).not.toContain('Averøy')
  }))

test('a contract that a cooperative made is seen coming by its members', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const { readFileSync } = await import('node:fs')
    const won = readFileSync(new URL('eforms/golden/result-with-winners/notice.xml', import.meta.url), 'utf8')
    await take(db, won.replaceAll('Trondheim kommune', NII).replace('NO 942 110 464 MVA', ''))
    const ends = await comingContractEnds(db, { kommunenumre: [AVEROY], from: '2026-11-01' })
    expect(ends).toMatchObject([{ buyers: [{ name: NII }], boughtFor: [{ body: { name: NII } }] }])
    expect(await comingContractEnds(db, { kommunenumre: [BERGEN], from: '2026-11-01' })).toEqual([])
  }))

test('a member that joined after the notice was not bought for, and hears nothing of it', () =>
  withNotices([BREAD], async (db, register) => {
    await renewPrincipals({ db, now })
    expect(await isAnythingOutdated(db)).toBe(false)
    await db.deleteFrom('event').execute()

    await changeMembership(db, register, { valid_from: Temporal.PlainDate.from('2026-10-02') })

    expect(await isAnythingOutdated(db)).toBe(true)
    expect(await renewPrincipals({ db, now })).toEqual({ read: 1, changed: 1 })
    expect(await isAnythingOutdated(db)).toBe(false)
    expect(await membersOf(db)).not.toContain(AVEROY)
    expect(await membersOf(db)).toHaveLength(9)
    const events = await db.selectFrom('event').select(['kind', 'subject']).execute()
    expect(events).toEqual([{ kind: 'notice.changed', subject: `${ID}-01` }])
    expect(await renewPrincipals({ db, now }), 'again, and nothing is new').toEqual({ read: 1, changed: 0 })
  }))

test('one that has left was bought for as long as it was a member', () =>
  withNotices([BREAD], async (db, register) => {
    await changeMembership(db, register, { valid_to: Temporal.PlainDate.from('2026-10-01') })
    expect((await renewPrincipals({ db, now })).changed).toBe(0)
    expect(await membersOf(db)).toContain(AVEROY)
    await changeMembership(db, register, { valid_to: Temporal.PlainDate.from('2026-09-30') })
    expect((await renewPrincipals({ db, now })).changed).toBe(1)
    expect(await membersOf(db)).not.toContain(AVEROY)
  }))

test('reading notices anew says it anew too', () =>
  withNotices([BREAD], async (db, register) => {
    expect(await reprocessNotices({ db, now }, { only: 'all' })).toMatchObject({ changed: 0 })
    await changeMembership(db, register, { valid_from: Temporal.PlainDate.from('2026-10-02') })
    expect(await reprocessNotices({ db, now }, { only: 'all' })).toMatchObject({ changed: 1 })
    expect(await membersOf(db)).toHaveLength(9)
  }))

test('when a person says who the buyer is, it follows whom was bought for', () =>
  withNotices([{ ...BREAD, buyer: { name: 'Innkjøp Nordmøre' } }], async (db, register) => {
    expect(await membersOf(db)).toEqual([])
    const organisation = register.jointBodies.find(({ name }) => name === NII)?.id ?? null
    await confirmBuyer(db, { id: `${ID}-01`, position: 0, organisation, now: now() })
    expect(await membersOf(db)).toHaveLength(10)
    // Said once, it holds through every reading.
    await reprocessNotices({ db, now }, { only: 'all' })
    expect(await membersOf(db)).toHaveLength(10)
  }))
