import { expect, test } from 'vitest'
import { scaleFigure } from './scale-effect.ts'

const scaled = (value: string, unit: string, volumes = { there: 400, here: 100 }) =>
  scaleFigure({ value, unit }, volumes)?.value ?? null

test('a total grows with size, however its number is written', () => {
  expect(scaled('2,4', 'mill. kr per år')).toBe('0,6')
  expect(scaled('1 200', 'timer')).toBe('300')
  expect(scaled('1\u00a0200', 'timer', { there: 100, here: 150 })).toBe('1800')
  expect(scaled('10', 'årsverk', { there: 3, here: 1 })).toBe('3,3')
})

test('the figure says no more than so rough a reckoning can', () => {
  expect(scaled('123456', 'kr', { there: 7, here: 3 })).toBe('53000')
})

test('a share, a duration and what is told for each are the same in a small municipality', () => {
  for (const unit of [
    '%',
    'prosent',
    'uker',
    'dager',
    'kr per bruker',
    'kr pr. bruker',
    'kr/innbygger',
    'ganger',
  ])
    expect(scaled('12', unit), unit).toBeNull()
})

test('a span, a guess and nothing are no numbers', () => {
  for (const value of ['10–12', 'ca. 40', 'inntil 10', 'mange']) expect(scaled(value, 'kr'), value).toBeNull()
})
