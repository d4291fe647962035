import { expect, test } from 'vitest'
import { splitArray } from './split-array.ts'

test.each([
  ['{}', []],
  ['{1,2}', ['1', '2']],
  ['{NULL,"NULL"}', [null, 'NULL']],
  ['{"a,b","c\\"d","e\\\\f",""}', ['a,b', 'c"d', 'e\\f', '']],
  [
    '{{a,b},{c,NULL}}',
    [
      ['a', 'b'],
      ['c', null],
    ],
  ],
  ['[0:1]={x,y}', ['x', 'y']],
  ['{"line\nbreak","{curly}"}', ['line\nbreak', '{curly}']],
  ['{[1],x y}', ['[1]', 'x y']],
])('%s is read element by element', (text, elements) => {
  expect(splitArray(text)).toEqual(elements)
})

test.each(['', 'x', '{', '{1}}', '{1},{2}'])('%j is not an array', (text) => {
  expect(() => splitArray(text)).toThrow('This is not an array')
})
