import { expect, test } from 'vitest'
import { newsOf } from './news-of.ts'

const NEWS = { lagret: 'joint.saved', svart: 'joint.answered' } as const

test('what was done is told by the word in the address', () => {
  expect(newsOf(NEWS, 'svart')).toBe('joint.answered')
})

test.each([null, '', 'annet', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'the word %s in an address tells nothing',
  (word) => {
    expect(newsOf(NEWS, word)).toBeNull()
  },
)
