import { expect, test } from 'vitest'
import { encodeParameter } from './encode-parameter.ts'

test('a list of objects is refused, since it would become an array that no JSON column can read', () => {
  expect(() => encodeParameter([{ a: 1 }])).toThrow('use JSON.stringify')
})

test('an instant keeps its zone, a date has none', () => {
  expect(encodeParameter(new Date('2024-03-31T01:30:00+02:00'))).toBe('2024-03-30T23:30:00.000Z')
  expect(encodeParameter(Temporal.PlainDate.from('2024-03-31'))).toBe('2024-03-31')
  expect(encodeParameter([Temporal.PlainDate.from('2024-03-31'), null])).toEqual(['2024-03-31', null])
})

test('a date that is none, a function and a symbol are mistakes', () => {
  expect(() => encodeParameter(new Date('yesterday'))).toThrow(RangeError)
  expect(() => encodeParameter(() => 1)).toThrow('A function cannot be stored in the database')
  expect(() => encodeParameter(Symbol('x'))).toThrow('A symbol cannot be stored in the database')
})
