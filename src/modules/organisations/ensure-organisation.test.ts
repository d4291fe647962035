import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import {
  ensureOrganisation,
  findOrganisation,
  findOrganisationById,
  listOrganisations,
  organisationsByIds,
  readRegister,
  seedOrganisations,
} from './index.ts'

const now = () => new Date('2026-11-21T12:00:00Z')
const NUMBER = '916879067'

test('the same number is the same organisation, however it is written', () =>
  withDatabase(async (db) => {
    const first = await ensureOrganisation(db, {
      name: 'Sykehusinnkjøp HF',
      organisasjonsnummer: NUMBER,
      kind: 'hospital-trust',
    })
    const again = await ensureOrganisation(db, {
      name: 'SYKEHUSINNKJØP',
      organisasjonsnummer: 'NO 916 879 067 MVA',
      kind: 'state',
    })

    expect(again).toBe(first)
    expect(await findOrganisationById(db, first)).toMatchObject({
      name: 'Sykehusinnkjøp HF',
      kind: 'hospital-trust',
    })
  }))

test('without a number it is the kind and the name that tell', () =>
  withDatabase(async (db) => {
    const first = await ensureOrganisation(db, {
      name: 'Dignio AS',
      organisasjonsnummer: null,
      kind: 'supplier',
    })

    expect(
      await ensureOrganisation(db, {
        name: ' DIGNIO  as ',
        organisasjonsnummer: 'garbage',
        kind: 'supplier',
      }),
    ).toBe(first)
    expect(
      await ensureOrganisation(db, { name: 'Dignio AS', organisasjonsnummer: null, kind: 'other' }),
    ).not.toBe(first)
    expect(
      await ensureOrganisation(db, { name: 'Dignio', organisasjonsnummer: null, kind: 'supplier' }),
    ).not.toBe(first)
  }))

test('a number that turns up later is given to the one that had none, in either order', () =>
  withDatabase(async (db) => {
    const named = await ensureOrganisation(db, {
      name: 'Statsbygg',
      organisasjonsnummer: null,
      kind: 'state',
    })
    const numbered = await ensureOrganisation(db, {
      name: 'STATSBYGG',
      organisasjonsnummer: '971278374',
      kind: 'state',
    })
    const namedAgain = await ensureOrganisation(db, {
      name: 'Statsbygg',
      organisasjonsnummer: null,
      kind: 'state',
    })

    expect(numbered).toBe(named)
    expect(namedAgain).toBe(named)
    expect(await findOrganisationById(db, named)).toMatchObject({ organisasjonsnummer: '971278374' })
  }))

test('two with the same name and different numbers stay two, and the bare name is neither', () =>
  withDatabase(async (db) => {
    const one = await ensureOrganisation(db, {
      name: 'Norled AS',
      organisasjonsnummer: '971045698',
      kind: 'supplier',
    })
    const two = await ensureOrganisation(db, {
      name: 'Norled AS',
      organisasjonsnummer: '821311632',
      kind: 'supplier',
    })
    const bare = await ensureOrganisation(db, {
      name: 'Norled AS',
      organisasjonsnummer: null,
      kind: 'supplier',
    })

    expect(new Set([one, two, bare]).size).toBe(3)
  }))

test('somebody met as a winner who then buys is known as the public body it is', () =>
  withDatabase(async (db) => {
    const winner = await ensureOrganisation(db, {
      name: 'NTNU',
      organisasjonsnummer: '974767880',
      kind: 'supplier',
    })
    await ensureOrganisation(db, { name: 'NTNU', organisasjonsnummer: '974767880', kind: 'state' })
    await ensureOrganisation(db, { name: 'NTNU', organisasjonsnummer: '974767880', kind: 'supplier' })

    expect(await findOrganisationById(db, winner)).toMatchObject({ kind: 'state' })
    expect(findOrganisation(await readRegister(db), { name: 'NTNU' })?.id).toBe(winner)
  }))

test('a number that a merged county had leads to the county of today', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const id = await ensureOrganisation(db, {
      name: 'HFK',
      organisasjonsnummer: '938626367',
      kind: 'supplier',
    })

    expect(await findOrganisationById(db, id)).toMatchObject({
      name: 'Vestland fylkeskommune',
      kind: 'county',
    })
  }))

test('somebody without a name or a number cannot be stored', () =>
  withDatabase(async (db) => {
    expect(() =>
      ensureOrganisation(db, { name: ' \u200B', organisasjonsnummer: null, kind: 'supplier' }),
    ).toThrow('needs a name')
  }))

test('the register is the same copy until a public body is met, and then holds it', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const before = await readRegister(db)
    await ensureOrganisation(db, { name: 'Dignio AS', organisasjonsnummer: null, kind: 'supplier' })
    expect(await readRegister(db)).toBe(before)

    const id = await ensureOrganisation(db, {
      name: 'Bergen Vann KF',
      organisasjonsnummer: null,
      kind: 'municipal-enterprise',
    })
    const after = await readRegister(db)

    expect(before.organisations.has(id)).toBe(false)
    expect(findOrganisation(after, { name: 'Bergen Vann KF' })?.id).toBe(id)
    await db.updateTable('organisation').set({ name: 'Bergen Vatn KF' }).where('id', '=', id).execute()
    expect((await readRegister(db)).organisations.get(id)?.name).toBe('Bergen Vatn KF')
  }))

test('organisations are listed by name a page at a time, each once', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const all = await listOrganisations(db, { kind: 'municipality', limit: 500 })
    const first = await listOrganisations(db, { kind: 'municipality', limit: 200 })
    const second = await listOrganisations(db, {
      kind: 'municipality',
      limit: 200,
      after: first.organisations.at(-1)?.id,
    })

    expect([all.total, second.total]).toEqual([357, 357])
    expect([...first.organisations, ...second.organisations]).toEqual(all.organisations)
    expect((await listOrganisations(db, { q: 'FYLKESKOMMUNE', limit: 100 })).total).toBe(14 + 3 + 1)
    expect((await listOrganisations(db, { fylkesnummer: '03', limit: 10 })).organisations).toHaveLength(1)
    expect((await listOrganisations(db, { organisasjonsnummer: '821311632', limit: 10 })).total).toBe(1)
  }))

test('several are named at once, suppliers too, and one that is not there is left out', () =>
  withDatabase(async (db) => {
    const id = await ensureOrganisation(db, {
      name: 'Dignio AS',
      organisasjonsnummer: null,
      kind: 'supplier',
    })
    const found = await organisationsByIds(db, [id, id, '00000000-0000-5000-8000-000000000000' as typeof id])

    expect([...found.values()].map((one) => one.name)).toEqual(['Dignio AS'])
    expect(await organisationsByIds(db, [])).toEqual(new Map())
  }))
