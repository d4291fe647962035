import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpvDivision, cpvDivisions, cpvLabel, nearestCpv } from './cpv.ts'
import type { CpvFile } from './data-schema.ts'
import { readData } from './read-data.ts'

const prefixes = Object.keys(readData<CpvFile>('cpv.json').codes)

test('CPV 2008 has 45 divisions and 272 groups, and we have words for them all', () => {
  expect(prefixes.filter((prefix) => prefix.length === 2)).toHaveLength(45)
  expect(prefixes.filter((prefix) => prefix.length === 3)).toHaveLength(272)
  expect(cpvDivisions()).toHaveLength(45)
  expect(cpvDivisions()[0]?.code).toBe('03000000')
})

test('every code we have words for lies in a group we have words for', () => {
  const orphans = prefixes.filter((prefix) => prefix.length > 3 && !prefixes.includes(prefix.slice(0, 3)))
  expect(orphans).toEqual([])
})

test('a code has its own words in the three languages', () => {
  expect(cpvLabel('90500000', 'nb')).toBe('Avfalls- og renovasjonstjenester')
  expect(cpvLabel('90500000', 'nn')).toBe('Avfalls- og renovasjonstenester')
  expect(cpvLabel('90500000', 'en')).toBe('Refuse and waste related services')
})

test('a code without words gets those of the nearest one above it', () => {
  expect(nearestCpv('33631400')).toMatchObject({ code: '33600000', label: { nn: 'Legemiddel' } })
  expect(cpvLabel('85312311', 'nb')).toBe(cpvLabel('85312310', 'nb'))
})

test.each(['72000000-5', ' 72000000 ', '72'])('%s is the division of IT services', (code) => {
  expect(cpvDivision(code)).toBe('72000000')
})

test('30000000 is a division and 3 is nothing', () => {
  expect(cpvDivision('30000000')).toBe('30000000')
  expect(nearestCpv('3')).toBeNull()
})

test.each(['', 'PC-er', '99999999', '123456789', '7200 0000'])('«%s» is shown as it was written', (code) => {
  expect(cpvLabel(code, 'nb')).toBe(code)
  expect(cpvDivision(code)).toBeNull()
})

test('a check digit and closing zeros never change what a code means', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{8}$/), fc.integer({ min: 0, max: 9 }), (code, checkDigit) => {
      const known = nearestCpv(code)
      expect(nearestCpv(`${code}-${checkDigit}`)).toEqual(known)
      if (known) expect(nearestCpv(known.code)).toEqual(known)
    }),
  )
})
