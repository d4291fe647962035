import { expect, test } from 'vitest'
import { readRegister } from '#src/modules/organisations/index.ts'
import { withCatalogue } from '#src/testing/catalogue.ts'
import { circleOf } from './circle.ts'
import { CIRCLES, type RadarQuestion } from './radar-question.ts'

test('around, like, together with and in the county of a small municipality there are others, and why', () =>
  withCatalogue(async (db) => {
    const register = await readRegister(db)
    const seen = (question: Partial<RadarQuestion>) =>
      circleOf(register, { kommunenummer: '5033', fylkesnummer: null, circle: 'around', ...question })

    for (const circle of CIRCLES.filter((one) => one !== 'all')) {
      const numbers = seen({ circle }).members.map(({ municipality }) => municipality.kommunenummer)
      expect(numbers[0], circle).toBe('5033')
      expect(new Set(numbers).size, circle).toBe(numbers.length)
      expect(numbers.length, circle).toBeGreaterThan(1)
    }
    expect(seen({}).members[1]).toMatchObject({ because: { kind: 'near' } })
    expect(seen({ circle: 'like' }).members[1]).toMatchObject({ because: { kind: 'like' } })
    expect(seen({ circle: 'cooperation' })).toMatchObject({
      organisations: [expect.any(String)],
      members: expect.arrayContaining([
        expect.objectContaining({ because: { kind: 'cooperation', bodies: ['Værnesregionen'] } }),
      ]),
    })
    expect(seen({ kommunenummer: '5043', circle: 'cooperation' }).members).toHaveLength(1)
    expect(seen({ circle: 'county' }).members.every((one) => one.municipality.fylkesnummer === '50')).toBe(
      true,
    )
    expect(seen({ circle: 'all' })).toMatchObject({ members: [{ because: { kind: 'own' } }] })
    expect(seen({ circle: 'all' }).kinds).toContain('municipality')
  }))

test('a county can be asked about by itself, and where it takes a municipality there is nobody without one', () =>
  withCatalogue(async (db) => {
    const register = await readRegister(db)
    const nobody = { kommunenummer: null, fylkesnummer: null }
    const county = circleOf(register, { ...nobody, fylkesnummer: '50', circle: 'county' })
    expect(county.members.length).toBeGreaterThan(30)
    expect(county.organisations).toHaveLength(1)
    expect(circleOf(register, { ...nobody, circle: 'around' }).members).toEqual([])
    expect(circleOf(register, { ...nobody, circle: 'cooperation' }).members).toEqual([])
  }))
