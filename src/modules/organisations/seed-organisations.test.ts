import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withDatabase } from '#src/testing/database.ts'
import { counties, municipalities, readRegister, seedOrganisations } from './index.ts'
import { readShippedData } from './shipped-data.ts'

const now = () => new Date('2026-11-21T12:00:00Z')

test('the register holds 357 municipalities, 15 counties and 43 joint bodies', () =>
  withDatabase(async (db) => {
    const report = await seedOrganisations(db, { now })
    const register = await readRegister(db)

    expect(municipalities(register)).toHaveLength(357)
    expect(counties(register).map((county) => county.fylkesnummer)).toEqual([
      '03',
      '11',
      '15',
      '18',
      '31',
      '32',
      '33',
      '34',
      '39',
      '40',
      '42',
      '46',
      '50',
      '55',
      '56',
    ])
    expect(register.jointBodies).toHaveLength(43)
    // Oslo is a municipality and a county in one; three counties were merged and divided again.
    expect(report).toEqual({ written: 357 + 14 + 3 + 43, unchanged: 0, kept: 0 })
    expect(register.organisations.size).toBe(report.written)
  }))

test('seeding again writes nothing and records no event', () =>
  withDatabase(async (db) => {
    const { written } = await seedOrganisations(db, { now })
    const events = sql<{
      count: number
    }>`select count(*)::int as count from event where kind = 'organisation.changed'`
    expect((await events.execute(db)).rows[0]?.count).toBe(written)

    expect(await seedOrganisations(db, { now })).toEqual({ written: 0, unchanged: written, kept: 0 })

    expect((await events.execute(db)).rows[0]?.count).toBe(written)
  }))

test('an upgrade brings new facts, but not over the name that a person has changed', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    await db
      .updateTable('organisation')
      .set({ organisasjonsnummer: '974760673', name: 'Haram kommune (stadfesta)', edited_at: now() })
      .where('kommunenummer', '=', '1580')
      .execute()

    const shipped = readShippedData()
    const newer = shipped.municipalities.map((one) => ({
      ...one,
      population: { ...one.population, 2027: 12_345 },
    }))
    const report = await seedOrganisations(db, { now, data: { ...shipped, municipalities: newer } })
    const register = await readRegister(db)
    const haram = register.municipalities.get('1580')

    expect(report).toMatchObject({ written: 356, kept: 1 })
    expect(haram).toMatchObject({
      organisasjonsnummer: '974760673',
      populations: [{ year: 2027, count: 12_345 }, {}, {}],
    })
    expect(haram && register.organisations.get(haram.organisation)?.name).toBe('Haram kommune (stadfesta)')
  }))

test('a member that leaves a cooperative in a newer version is gone from it', () =>
  withDatabase(async (db) => {
    await seedOrganisations(db, { now })
    const shipped = readShippedData()
    const jointBodies = shipped.jointBodies.map((body) => ({
      ...body,
      members: body.id === 'vestfold-offentlige-innkjopssamarbeid' ? body.members.slice(1) : body.members,
    }))

    const report = await seedOrganisations(db, { now, data: { ...shipped, jointBodies } })

    const body = (await readRegister(db)).jointBodies.find((one) => one.name.includes('VOIS'))
    expect(report.written).toBe(1)
    expect(body?.members).toHaveLength(5)
  }))
