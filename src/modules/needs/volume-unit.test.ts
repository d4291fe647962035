import { expect, test } from 'vitest'
import { unitKey } from './volume-unit.ts'

test.each([
  ['brukere', 'brukarar', 'Bruker'],
  ['boliger', 'boligar', 'bolig'],
  ['plasser', 'plassar', 'plass'],
  ['elever', 'elevar', ' elev '],
  ['timer per uke', 'timar  per uke', 'time per uke'],
  ['kommuner', 'kommunar', 'kommune'],
])('%s, %s and %s are one unit', (...written) => {
  expect(new Set(written.map(unitKey)).size).toBe(1)
})

test('what is counted in something else is something else, and what is short stays whole', () => {
  expect(unitKey('senger')).not.toBe(unitKey('boliger'))
  expect(unitKey('m2')).toBe('m2')
  expect(unitKey('år')).toBe('år')
})
