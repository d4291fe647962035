import { expect, test } from 'vitest'
import { NeedContent, NeedId } from '#src/modules/needs/contract.ts'
import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { newId } from '#src/platform/ids.ts'
import { type NeedToSum, sumUp } from './sum-up.ts'

function aNeedOf(inhabitants: number | null, content: Partial<NeedContent> = {}): NeedToSum {
  return {
    need: NeedId.parse(newId()),
    organisation: OrganisationId.parse(newId()),
    inhabitants,
    content: { ...NeedContent.parse({}), ...content },
  }
}

const spring = { from: '2027-03-01', until: '2027-06-30' }
const late = { from: '2027-06-01', until: '2027-09-30' }
const muchLater = { from: '2028-01-01', until: '2028-03-31' }

test('inhabitants and volumes are added, and what is counted in different things is not', () => {
  const sum = sumUp([
    aNeedOf(469, { volume: { amount: 12, unit: 'Brukere' } }),
    aNeedOf(52_000, { volume: { amount: 400, unit: ' brukere' } }),
    aNeedOf(2_000, { volume: { amount: 3, unit: 'biler' } }),
    aNeedOf(null),
  ])
  expect(sum).toMatchObject({ organisations: 4, municipalities: 3, inhabitants: 54_469 })
  expect(sum.volumes).toEqual([
    { amount: 412, unit: 'brukere' },
    { amount: 3, unit: 'biler' },
  ])
  expect(sum.withoutVolume).toHaveLength(1)
})

test('the time is the one that the most share, and those outside are named', () => {
  const needs = [aNeedOf(1, spring), aNeedOf(2, late), aNeedOf(3, spring), aNeedOf(4, muchLater)]
  const sum = sumUp(needs)
  expect(sum.window).toEqual({ from: '2027-06-01', until: '2027-06-30' })
  expect(sum.outside).toEqual([needs[3]?.need])
})

test('where no two meet there is no time, and nobody is called the one outside', () => {
  const needs = [aNeedOf(1, spring), aNeedOf(2, muchLater)]
  expect(sumUp(needs)).toMatchObject({ window: null, outside: needs.map(({ need }) => need) })
  expect(sumUp([aNeedOf(1, spring)])).toMatchObject({ window: spring, outside: [] })
  expect(sumUp([])).toMatchObject({ window: null, outside: [], organisations: 0, themes: [] })
})

test('of two times that as many share the first is chosen, whatever the order of the needs', () => {
  const other = { from: '2028-01-01', until: '2028-02-01' }
  const needs = [aNeedOf(1, other), aNeedOf(2, other), aNeedOf(3, spring), aNeedOf(4, spring)]
  expect(sumUp(needs).window).toEqual(spring)
  expect(sumUp(needs.toReversed()).window).toEqual(spring)
})

test('what is common and what differs is told with who', () => {
  const one = aNeedOf(1, { themes: ['velferdsteknologi', 'trygghetsalarm'], innovationHeight: 'adapt' })
  const two = aNeedOf(2, { themes: ['trygghetsalarm'], innovationHeight: 'develop', wish: 'lead' })
  const sum = sumUp([one, two])
  expect(sum.themes).toEqual(['trygghetsalarm'])
  expect(sum.differs).toEqual([
    {
      what: 'innovationHeight',
      values: [
        { value: 'adapt', needs: [one.need] },
        { value: 'develop', needs: [two.need] },
      ],
    },
  ])
})
