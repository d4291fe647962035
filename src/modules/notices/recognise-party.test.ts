import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Register, readRegister, seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import {
  confirmBuyer,
  findNotice,
  forgetParty,
  importNotices,
  listUnrecognised,
  recogniseParty,
  reprocessNotices,
} from './index.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const idOf = (at: number) => `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}`
const won = readFileSync(new URL('eforms/golden/result-with-winners/notice.xml', import.meta.url), 'utf8')

function take(db: Database, ...texts: readonly string[]) {
  async function* source() {
    for (const [at, text] of texts.entries())
      yield { name: `${at}.xml`, bytes: new TextEncoder().encode(text) }
  }
  return importNotices({ db, now }, source())
}

/** One notice by each of these buyers. */
function withBuyers(
  buyers: readonly { readonly name: string; readonly number?: string }[],
  work: (db: Database, register: Register) => Promise<void>,
): Promise<void> {
  return withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, ...buyers.map((buyer, at) => noticeXml({ id: idOf(at + 1), buyer })))
    await work(db, await readRegister(db))
  })
}

const municipality = (register: Register, number: string) =>
  register.municipalities.get(number)?.organisation as OrganisationId
const buyerOf = async (db: Database, at: number) =>
  (await findNotice(db, idOf(at)))?.buyers[0]?.organisation?.name ?? null
const namesIn = async (db: Database) =>
  (await listUnrecognised(db, { party: 'buyer' })).parties.map(({ name }) => name)

test('who could not be recognised is listed with why, how often, and who it may be', () =>
  withBuyers(
    [
      { name: 'Bergn komune' },
      { name: 'Bergn komune' },
      { name: 'Bergen vann', number: '964338532' },
      { name: 'Våler kommune' },
      { name: 'Storvik kommune', number: '920000002' },
      { name: 'Bergen kommune', number: '964338531' },
    ],
    async (db) => {
      const { parties, total } = await listUnrecognised(db, { party: 'buyer' })
      expect(total).toBe(4)
      expect(parties[0]).toMatchObject({
        name: 'Bergn komune',
        notices: 2,
        reason: 'noNumber',
        newest: `${idOf(2)}-01`,
      })
      const told = parties.map(({ name, reason, nearest }) => [
        name,
        reason,
        nearest[0]?.organisation.name ?? null,
      ])
      expect(told).toEqual([
        ['Bergn komune', 'noNumber', 'Bergen kommune'],
        ['Bergen vann', 'invalidNumber', 'Bergen kommune'],
        ['Storvik kommune', 'unknownNumber', expect.anything()],
        ['Våler kommune', 'unclearName', 'Våler kommune'],
      ])
      expect(parties.find(({ name }) => name === 'Våler kommune')?.nearest).toHaveLength(2)
      const second = await listUnrecognised(db, { party: 'buyer', limit: 1, offset: 1 })
      expect([second.total, second.parties[0]?.name]).toEqual([4, 'Bergen vann'])
    },
  ))

test('said once who somebody is, it holds for what is here, what comes, and what is read anew', () =>
  withBuyers([{ name: 'Bergn komune' }, { name: 'BERGN  KOMUNE' }], async (db, register) => {
    await db.deleteFrom('event').execute()
    const written = { name: 'Bergn komune', numberAsWritten: null }
    const organisation = municipality(register, '4601')
    expect(await recogniseParty({ db, now }, { party: 'buyer', written, organisation })).toEqual({
      ok: true,
      value: { notices: 2 },
    })
    expect([await buyerOf(db, 1), await buyerOf(db, 2)]).toEqual(['Bergen kommune', 'Bergen kommune'])
    expect(await namesIn(db)).toEqual([])
    const events = await db.selectFrom('event').select('subject').execute()
    expect(events.map(({ subject }) => subject)).toEqual([`${idOf(1)}-01`, `${idOf(2)}-01`])

    await take(db, noticeXml({ id: idOf(3), buyer: { name: 'Bergn komune' } }))
    expect(await buyerOf(db, 3)).toBe('Bergen kommune')
    expect(await reprocessNotices({ db, now }, { only: 'all' })).toMatchObject({ changed: 0 })
    expect(await buyerOf(db, 1)).toBe('Bergen kommune')
  }))

test('a person can say that it is nobody we know, and is not asked again', () =>
  withBuyers([{ name: 'Ukjent stiftelse' }], async (db) => {
    const written = { name: 'Ukjent stiftelse', numberAsWritten: null }
    await recogniseParty({ db, now }, { party: 'buyer', written, organisation: null })
    expect(await namesIn(db)).toEqual([])
    await reprocessNotices({ db, now }, { only: 'all' })
    expect(await namesIn(db)).toEqual([])
  }))

test('what was said can be taken back', () =>
  withBuyers([{ name: 'Bergn komune' }], async (db, register) => {
    const said = { party: 'buyer', written: { name: 'Bergn komune', numberAsWritten: null } } as const
    expect(await forgetParty({ db, now }, said)).toMatchObject({ failure: { kind: 'nothingSaid' } })
    await recogniseParty({ db, now }, { ...said, organisation: municipality(register, '4601') })
    expect(await forgetParty({ db, now }, said)).toEqual({ ok: true, value: { notices: 1 } })
    expect(await namesIn(db)).toEqual(['Bergn komune'])
    expect(await buyerOf(db, 1)).toBeNull()
  }))

test('a name that several municipalities have is not said of all notices at once', () =>
  withBuyers([{ name: 'Våler kommune' }], async (db, register) => {
    const [vaaler] = [...register.municipalities.values()].filter(({ name }) => name.startsWith('Våler'))
    const organisation = vaaler?.organisation as OrganisationId
    const written = { name: 'Våler kommune', numberAsWritten: null }
    expect(await recogniseParty({ db, now }, { party: 'buyer', written, organisation })).toMatchObject({
      failure: { kind: 'severalOfThatName', names: ['Våler kommune', 'Våler kommune'] },
    })
    await confirmBuyer(db, { id: `${idOf(1)}-01`, position: 0, organisation, now: now() })
    expect(await namesIn(db)).toEqual([])
  }))

test('what a person has said in one notice stays when the name is said of all', () =>
  withBuyers([{ name: 'Bergn komune' }, { name: 'Bergn komune' }], async (db, register) => {
    await confirmBuyer(db, {
      id: `${idOf(1)}-01`,
      position: 0,
      organisation: municipality(register, '4621'),
      now: now(),
    })
    const written = { name: 'Bergn komune', numberAsWritten: null }
    await recogniseParty(
      { db, now },
      { party: 'buyer', written, organisation: municipality(register, '4601') },
    )
    expect([await buyerOf(db, 1), await buyerOf(db, 2)]).toEqual(['Voss herad', 'Bergen kommune'])
    await reprocessNotices({ db, now }, { only: 'all' })
    expect([await buyerOf(db, 1), await buyerOf(db, 2)]).toEqual(['Voss herad', 'Bergen kommune'])
  }))

test('nobody is recognised who is not written, nor as somebody who does not exist', () =>
  withBuyers([{ name: 'Bergn komune' }, { name: '--' }], async (db) => {
    const kindOf = async (name: string, organisation: string | null) => {
      const written = { name, numberAsWritten: null }
      const said = { party: 'buyer', written, organisation: organisation as OrganisationId } as const
      const result = await recogniseParty({ db, now }, said)
      return result.ok ? 'ok' : result.failure.kind
    }
    expect(await kindOf('Ukjent', null)).toBe('nobodyWrittenSo')
    expect(await kindOf('--', null)).toBe('nobodyWrittenSo')
    expect(await kindOf('Bergn komune', idOf(9))).toBe('organisationUnknown')
  }))

test('a winner without a number is recognised like a buyer, and foreign ones are nobody to look for', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await take(db, won.replace('>999999999<', '>mangler<'))
    const { parties } = await listUnrecognised(db, { party: 'winner' })
    expect(parties).toMatchObject([
      { name: 'Fjordens Vannteknikk AS', reason: 'invalidNumber', numberAsWritten: 'mangler' },
    ])
    const [supplier] = await db
      .insertInto('organisation')
      .values({
        id: idOf(77),
        kind: 'supplier',
        name: 'Fjordenes Vannteknikk AS',
        name_key: 'fjordenes vannteknikk as',
      })
      .returning('id')
      .execute()
    expect((await listUnrecognised(db, { party: 'winner' })).parties[0]?.nearest).toMatchObject([
      { organisation: { name: 'Fjordenes Vannteknikk AS' } },
    ])
    const written = { name: 'Fjordens Vannteknikk AS', numberAsWritten: 'mangler' }
    await recogniseParty(
      { db, now },
      { party: 'winner', written, organisation: supplier?.id as OrganisationId },
    )
    expect((await listUnrecognised(db, { party: 'winner' })).total).toBe(0)
    await reprocessNotices({ db, now }, { only: 'all' })
    expect((await listUnrecognised(db, { party: 'winner' })).total).toBe(0)
  }))
