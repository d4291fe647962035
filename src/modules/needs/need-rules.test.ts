import { expect, test } from 'vitest'
import { NIGHT_WATCH } from '#src/testing/needs.ts'
import { NEED_FORMS, NEED_STEPS } from './contract.ts'
import { FIELDS_OF_STEP, isAlike, REQUIRED_OF_NEED, stepAsking } from './index.ts'
import { markOf } from './need-step.ts'

const needs = (content: Partial<typeof NIGHT_WATCH>) => ({ content: { ...NIGHT_WATCH, ...content } })

test('two needs are alike by a theme of the same subject or a group of CPV, and not by a whole branch', () => {
  const watch = needs({ cpv: [] })
  expect(isAlike(watch, needs({ cpv: [] }))).toBe(true)
  expect(isAlike(watch, needs({ themes: ['bygg-og-eiendom'], cpv: [] }))).toBe(false)
  const broad = needs({ themes: ['helse-og-velferd'], cpv: [] })
  expect(isAlike(broad, broad)).toBe(false)
  const coded = (code: string) => needs({ themes: [], cpv: [code] })
  expect(isAlike(coded('33196200'), coded('33190000'))).toBe(true)
  expect(isAlike(coded('33196200'), coded('33600000'))).toBe(false)
})

test('everything that must be told is asked for, and each field once', () => {
  const asked = NEED_STEPS.flatMap((step) => FIELDS_OF_STEP[step] as readonly string[])
  expect(new Set(asked).size).toBe(asked.length)
  expect(REQUIRED_OF_NEED.filter((field) => stepAsking(field) === null)).toEqual([])
})

test('a page is known by what it says, and not by what other pages do', () => {
  const changed = { ...NIGHT_WATCH, outcome: 'Noe annet' }
  expect(markOf(changed, 'what')).not.toBe(markOf(NIGHT_WATCH, 'what'))
  expect(markOf(changed, 'extent')).toBe(markOf(NIGHT_WATCH, 'extent'))
})

test.each([
  ['1 200,5', 'brukere', { amount: 1200.5, unit: 'brukere' }],
  ['', '', null],
  ['40', '', 'amount'],
  ['', 'brukere', 'amount'],
  ['-3', 'brukere', 'amount'],
  ['0', 'brukere', 'amount'],
  ['1e99', 'brukere', 'amount'],
  ['NaN', 'brukere', 'amount'],
])('how many is read as people write it: %s %s', (amount, unit, expected) => {
  const typed = { amount, unit, costToday: '', from: '', until: '', contractEndsOn: '', cpv: '', themes: [] }
  const read = NEED_FORMS.extent.safeParse(typed)
  if (typeof expected === 'string') expect(read.error?.issues[0]?.path).toEqual([expected])
  else expect(read.data?.volume).toEqual(expected)
})

test('CPV codes are read with spaces, commas and check digits, each once', () => {
  const typed = { amount: '', unit: '', costToday: '', from: '', until: '', contractEndsOn: '', themes: [] }
  const read = (cpv: string) => NEED_FORMS.extent.safeParse({ ...typed, cpv })
  expect(read('33196200-2, 33190000  33190000').data?.cpv).toEqual(['33196200', '33190000'])
  expect(read('3319620').error?.issues[0]?.message).toBe('needs.cpv.wrong')
  expect(read('12345678 '.repeat(2)).data?.cpv).toEqual(['12345678'])
})
