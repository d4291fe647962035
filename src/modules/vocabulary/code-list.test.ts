import { expect, test } from 'vitest'
import { codeLabel, codeListOf, codes, isKnownCode } from './code-list.ts'
import { CODE_LISTS } from './contract.ts'
import type { CodeListsFile } from './data-schema.ts'
import { readData } from './read-data.ts'

const lists = readData<CodeListsFile>('code-lists.json').lists

test('the lists of the program and those of the file are the same', () => {
  expect(Object.keys(lists).sort()).toEqual([...CODE_LISTS].sort())
  for (const list of CODE_LISTS) expect(codes(list).length, list).toBeGreaterThan(0)
})

test('a list of eForms leads to one of ours only', () => {
  const names = Object.values(lists).flatMap(({ eforms }) => eforms)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(codeListOf('procurement-procedure-type')).toBe('procedure-type')
  expect(codeListOf('entity-activity')).toBe('main-activity')
  expect(codeListOf('procedure-type')).toBe('procedure-type')
  expect(codeListOf('toString')).toBeNull()
})

test('every procedure of BT-105 has words', () => {
  expect(codeLabel('procedure-type', 'comp-dial', 'nb')).toBe('Konkurransepreget dialog')
  expect(codeLabel('procedure-type', 'comp-dial', 'nn')).toBe('Konkurranseprega dialog')
  expect(codeLabel('procedure-type', 'innovation', 'en')).toBe('Innovation partnership')
  for (const code of [
    'open',
    'restricted',
    'neg-w-call',
    'neg-wo-call',
    'comp-tend',
    'oth-single',
    'oth-mult',
  ]) {
    expect(isKnownCode('procedure-type', code), code).toBe(true)
  }
})

test('every notice subtype has words of its own, also the Norwegian ones and the unknown one', () => {
  const subtypes = [...Array.from({ length: 40 }, (_, index) => `${index + 1}`)]
  subtypes.push(
    'CEI',
    'E1',
    'E2',
    'E3',
    'E4',
    'E5',
    'E6',
    'T01',
    'T02',
    'X01',
    'X02',
    'N4',
    'N16',
    'N29',
    '99',
  )
  expect(
    codes('notice-subtype')
      .map(({ code }) => code)
      .sort(),
  ).toEqual([...subtypes].sort())
  const labels = codes('notice-subtype').map(({ label }) => label.nb)
  expect(new Set(labels).size).toBe(labels.length)
})

test('the innovation codes that are retired say so', () => {
  const retired = codes('innovative-acquisition').filter(({ label }) => label.nb.includes('utgått'))
  expect(retired.map(({ code }) => code)).toEqual(['buy-eff', 'fp-requ', 'org-nov', 'other'])
})

test('a code the list does not have is foreign data, and is shown as it is', () => {
  expect(codeLabel('procedure-type', 'helt-ny-prosedyre', 'nb')).toBe('helt-ny-prosedyre')
  expect(codeLabel('form-type', 'constructor', 'nb')).toBe('constructor')
  expect(isKnownCode('form-type', 'constructor')).toBe(false)
})

test('units are words to be put after a number', () => {
  expect(`12 ${codeLabel('duration-unit', 'MONTH', 'nn')}`).toBe('12 månader')
  expect(`40 ${codeLabel('weight-unit', 'per-exa', 'nb')}`).toBe('40 prosent')
})
