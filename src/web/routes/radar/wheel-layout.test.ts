import { expect, test } from 'vitest'
import { seededRandom } from '#src/testing/seeded-random.ts'
import { layOutWheels, type Placed, WHEEL_SIZE } from './wheel-layout.ts'

const CODES = [
  '72500000',
  '85312400',
  '90511000',
  '45233141',
  '15000000',
  '80500000',
  '34144710',
  '66510000',
  '',
]

function radarOf(days: readonly (string | null)[], codes = CODES): Placed {
  const items = days.map((on, place) => {
    const code = codes[place % codes.length] ?? ''
    return { on, cpv: code === '' ? [] : [code], themes: [] }
  })
  return { groups: [{ items }], period: { from: '2026-11-22', until: '2028-10-31', months: 24 } }
}

test('everything that says a day is on a wheel, once, and within it', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = seededRandom(seed)
    const days = Array.from({ length: 300 }, () => {
      if (random.fraction() < 0.1) return null
      return Temporal.PlainDate.from('2026-11-22')
        .add({ days: Math.floor(random.between(0, 709)) })
        .toString()
    })
    const { wheels, rings, unsaid } = layOutWheels(radarOf(days))
    const marks = wheels.flatMap((wheel) => wheel.marks)
    expect(wheels).toHaveLength(2)
    expect(rings.length).toBeLessThanOrEqual(6)
    expect(marks.reduce((all, { count }) => all + count, 0)).toBe(days.filter(Boolean).length)
    expect(unsaid).toBe(days.filter((day) => day === null).length)
    expect(new Set(marks.map(({ month, ring }) => `${month} ${ring}`)).size).toBe(marks.length)
    for (const { x, y, r } of marks)
      expect(Math.hypot(x - WHEEL_SIZE / 2, y - WHEEL_SIZE / 2) + r).toBeLessThanOrEqual(271)
  }
})

test('circles of one month do not lie upon each other', () => {
  const { wheels } = layOutWheels(radarOf(Array.from({ length: 90 }, () => '2027-05-03')))
  const [marks = []] = wheels.map((wheel) => wheel.marks)
  expect(marks).toHaveLength(6)
  for (const one of marks)
    for (const other of marks.filter(({ ring }) => ring > one.ring))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r)
})

test('where there is room, each theme has a ring of its own, the commonest innermost', () => {
  const { rings } = layOutWheels(
    radarOf(['2027-01-01', '2027-02-01', '2027-03-01'], ['72500000', '72500000', '90511000']),
  )
  expect(rings).toEqual(['digitalisering', 'avfall-og-renovasjon'])
  expect(layOutWheels(radarOf([])).rings).toEqual([])
})
