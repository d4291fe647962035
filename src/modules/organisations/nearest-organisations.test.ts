import { expect, test } from 'vitest'
import { shippedRegister } from '#src/testing/register.ts'
import { nameLikeness, namesakes, nearestOrganisations } from './nearest-organisations.ts'

async function nearest(name: string, number: string | null = null) {
  const found = nearestOrganisations(await shippedRegister(), { name, number })
  return found.map(({ organisation, by }) => `${organisation.name} (${by})`)
}

test.each([
  ['Bergn komune', 'Bergen kommune (name)'],
  ['Trondhiem kommune', 'Trondheim kommune (name)'],
  ['Nordmøre Interkomunale Innkjøpsamarbeid', 'Nordmøre Interkommunale Innkjøpssamarbeid (NII) (name)'],
  ['Karmøy kommune teknisk etat for vann', 'Karmøy kommune (name)'],
  ['Rogaland fylkeskomune', 'Rogaland fylkeskommune (name)'],
])('«%s» is nearest to %s', async (name, expected) => {
  expect((await nearest(name))[0]).toBe(expected)
})

test('a number with one wrong digit, or two that have changed places, leads to whose it nearly is', async () => {
  expect(await nearest('Ukjent', '964338532')).toEqual(['Bergen kommune (number)'])
  expect(await nearest('Ukjent', 'NO 964 383 531 MVA')).toEqual(['Bergen kommune (number)'])
  expect(await nearest('Ukjent', '96433853')).toEqual(['Bergen kommune (number)'])
  expect(await nearest('Ukjent', '12345')).toEqual([])
})

test('a valid number is somebody, and nobody else is proposed for it', async () => {
  expect(await nearest('Ukjent', '964338531')).toEqual([])
})

test('nobody is near what is like nothing', async () => {
  expect(await nearest('Fjordens Vannteknikk')).toEqual([])
  expect(await nearest('')).toEqual([])
})

test('of a name that several have, all are told', async () => {
  const names = async (name: string) =>
    namesakes(await shippedRegister(), name).map(({ kommunenummer }) => kommunenummer)
  expect(await names('Våler kommune')).toHaveLength(2)
  expect(await names('Bergen kommune')).toEqual(['4601'])
  expect(await names('Ukjent AS')).toEqual([])
})

test('names are compared as names are: case and signs aside', () => {
  expect(nameLikeness('Elvia AS', 'ELVIA  A.S.')).toBeGreaterThan(0.8)
  expect(nameLikeness('Elvia AS', 'Elvia AS')).toBe(1)
  expect(nameLikeness('', '')).toBe(0)
})
