import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedDifference } from './case-difference.ts'
import type { TypedContent } from './typed-content.ts'

const say = ({ value }: { readonly value: unknown }) => String(value)
const before: TypedContent = {
  approach: 'Vi spurte nattevaktene om natten.',
  need: { text: 'Tryggere netter' },
  lessons: [
    { $key: 'r0', text: 'Spør først' },
    { $key: 'r1', text: 'Mål før dere begynner' },
  ],
}

test('what is the same is not told, and what has changed is told by its words', () => {
  const after = { ...before, approach: 'Vi spurte nattevaktene om dagen.' }
  expect(typedDifference(before, after, say)).toEqual([
    {
      step: 'approach',
      words: 'approach',
      parts: [
        { text: 'Vi spurte nattevaktene om ', change: 'same' },
        { text: 'natten', change: 'removed' },
        { text: 'dagen', change: 'added' },
        { text: '.', change: 'same' },
      ],
    },
  ])
})

test('another sentence is told as one for the other, and not woven into it', () => {
  const after = { ...before, approach: 'Ti leverandører kom på besøk.' }
  const [difference] = typedDifference(before, after, say)
  expect(difference?.parts.map(({ change }) => change).filter((change) => change !== 'same')).toEqual([
    'removed',
    'added',
  ])
})

test('a row that has come or gone is told as a line of its own', () => {
  const after = { ...before, lessons: [{ $key: 'r0', text: 'Spør først' }] }
  const [difference] = typedDifference(before, after, say)
  expect(difference).toMatchObject({ step: 'lessons', words: 'lessons' })
  expect(difference?.parts.at(-1)).toMatchObject({ change: 'removed' })
})

test('the pieces put together are the text before, and the text after', () => {
  const word = fc.constantFrom('vi', 'spurte', 'om', 'natten', ',', 'og', 'sov', '\n')
  const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (was, is) => {
      const [difference] = typedDifference({ approach: was }, { approach: is }, say)
      const whole = (change: 'added' | 'removed') =>
        difference?.parts
          .filter((part) => part.change === 'same' || part.change === change)
          .map((part) => part.text)
          .join('')
      if (was !== is) expect([whole('removed'), whole('added')]).toEqual([was, is])
      else expect(difference).toBeUndefined()
    }),
  )
})
