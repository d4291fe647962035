import { expect, test } from 'vitest'
import { rememberAnswers } from './remember-answers.ts'

function memory() {
  let generation = 1
  return {
    remember: rememberAnswers(async () => generation),
    change: () => {
      generation += 1
    },
  }
}

test('the same question is found out once, until something changes', async () => {
  const { remember, change } = memory()
  let found = 0
  const find = async () => {
    found += 1
    return found
  }
  expect([await remember(['a'], find), await remember(['a'], find), await remember(['b'], find)]).toEqual([
    1, 1, 2,
  ])
  change()
  expect(await remember(['a'], find)).toBe(3)
})

test('those who ask at the same time wait for one answer', async () => {
  const { remember } = memory()
  const slow = Promise.withResolvers<string>()
  let found = 0
  const find = () => {
    found += 1
    return slow.promise
  }
  const both = Promise.all([remember(['a'], find), remember(['a'], find)])
  slow.resolve('answer')
  expect(await both).toEqual(['answer', 'answer'])
  expect(found).toBe(1)
})

test('a failure is not remembered', async () => {
  const { remember } = memory()
  await expect(remember(['a'], () => Promise.reject(new Error('the database is away')))).rejects.toThrow(
    'away',
  )
  expect(await remember(['a'], async () => 'answer')).toBe('answer')
})

test('what is remembered is bounded', async () => {
  const { remember } = memory()
  let found = 0
  for (let question = 0; question < 501; question++) await remember([question], async () => found++)
  await remember([500], async () => found++)
  expect(found, 'the last is still known').toBe(501)
  await remember([0], async () => found++)
  expect(found, 'the first has been forgotten').toBe(502)
})
