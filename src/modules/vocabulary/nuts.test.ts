import { expect, test } from 'vitest'
import { nutsCounty, nutsLabel, nutsRegions } from './nuts.ts'

test('the fifteen counties of today have one region each in NUTS 2024', () => {
  const regions = ['NO020', 'NO060', 'NO071', 'NO072', 'NO073', 'NO081', 'NO083', 'NO084', 'NO085', 'NO092']
  const counties = [...regions, 'NO093', 'NO094', 'NO0A1', 'NO0A2', 'NO0A3'].map(nutsCounty)
  expect([...counties].sort()).toEqual([
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
})

test.each([
  ['NO051', 'Hordaland (til 2019)', '46'],
  ['NO062', 'Nord-Trøndelag (til 2017)', '50'],
  ['NO031', 'Østfold', '31'],
])('the older region %s leads to the county that continues it', (code, name, fylkesnummer) => {
  expect(nutsLabel(code, 'nb')).toBe(name)
  expect(nutsCounty(code)).toBe(fylkesnummer)
})

test.each([
  ['NO082', 'Viken (2020–2023)'],
  ['NO091', 'Vestfold og Telemark (2020–2023)'],
  ['NO074', 'Troms og Finnmark (2020–2023)'],
])('%s was split in 2024, so no county is guessed', (code, name) => {
  expect(nutsLabel(code, 'nn')).toBe(name)
  expect(nutsCounty(code)).toBeNull()
})

test('a notice for the whole country, or for anywhere, belongs to no county', () => {
  expect(nutsLabel('NO', 'nn')).toBe('Noreg')
  expect(nutsLabel('anyw-eea', 'en')).toBe('Anywhere in the EEA')
  expect(['NO', 'NO0', 'anyw', 'anyw-cou', 'anyw-eea', 'NO0A', 'NO0B2'].map(nutsCounty)).toEqual(
    Array(7).fill(null),
  )
})

test('a region abroad is named by its country, with the letters NUTS uses', () => {
  expect(nutsLabel('DEA22', 'nn')).toBe('Tyskland')
  expect(nutsLabel('EL303', 'nb')).toBe('Hellas')
  expect(nutsLabel('UKI31', 'en')).toBe('United Kingdom')
  expect(nutsCounty('DEA22')).toBeNull()
})

test('a code of no known country is shown as it is', () => {
  expect(nutsLabel('ZZ999', 'nb')).toBe('ZZ999')
  expect(nutsLabel('', 'nb')).toBe('')
})

test('no code stands twice', () => {
  const codes = nutsRegions().map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})
