import { expect, test } from 'vitest'
import { LANGUAGES } from '#src/platform/language.ts'
import { patternReader } from './pattern.ts'
import { readLines, rowsMet } from './read-lines.ts'
import { innovationRules } from './rule.ts'
import { createReader, readerOf } from './rule-reader.ts'
import { sentencesOf } from './sentences.ts'

const rules = innovationRules()
const rows = [...rules.text, ...rules.falseFriends]

test('every row has an id of its own, and says why in three languages', () => {
  const all = [...rows, ...rules.codes]
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  for (const { id, reason } of all) {
    expect(reason.nn, id).not.toBe('')
    expect(new Set(Object.values(reason)).size, `${id} is written in each language`).toBe(3)
  }
})

test('every row looks for something in bokmål, nynorsk and English, and every pattern can be read', () => {
  const lists = (name: string) => {
    const list = rules.words[name]
    if (!list) throw new Error(`No list is called ${name}`)
    return LANGUAGES.flatMap((language) => list[language])
  }
  const read = patternReader(lists)
  for (const { id, patterns } of rows) {
    for (const language of LANGUAGES) {
      if (id !== 'procedure-name') expect(patterns[language].length, `${id} ${language}`).toBeGreaterThan(0)
      for (const pattern of patterns[language]) expect(() => read(pattern), `${id}: ${pattern}`).not.toThrow()
    }
  }
})

test('every list of words is used', () => {
  const patterns = [...rows.flatMap((row) => Object.values(row.patterns)), ...Object.values(rules.words)]
  const text = JSON.stringify(patterns)
  expect(Object.keys(rules.words).filter((name) => !text.includes(`{${name}}`))).toEqual([])
})

test('no pattern or word stands twice in its list', () => {
  const lists = [
    ...rows.flatMap(({ id, patterns }) => LANGUAGES.map((one) => [`${id} ${one}`, patterns[one]] as const)),
    ...Object.entries(rules.words).flatMap(([name, list]) =>
      LANGUAGES.map((one) => [`${name} ${one}`, list[one]] as const),
    ),
  ]
  const twice = lists.flatMap(([name, list]) =>
    list.filter((one, at) => list.indexOf(one) !== at).map((one) => `${name}: ${one}`),
  )
  expect(twice).toEqual([])
})

const examples = rules.falseFriends.flatMap((friend) =>
  friend.examples.map(({ language, text }) => ({ friend, language, text })),
)

test.each(examples)('$friend.id takes back «$text»', ({ friend, language, text }) => {
  const where = { formType: null, path: friend.places?.[0] ?? 'awardCriteria' }
  const met = (reader: ReturnType<typeof readerOf>) => {
    const lines = readLines(reader, sentencesOf(text), where)
    return lines
      .flatMap((_, at) => rowsMet(reader, lines, { at, where }))
      .filter(({ row }) => friend.cancels.includes(row.condition))
      .map(({ row }) => row.id)
  }
  const form = language === 'en' ? 'en' : 'no'
  expect(met(readerOf(form))).toEqual([])
  const without = createReader({ ...rules, falseFriends: [] }, form)
  expect(met(without), 'a row that nothing would have been found in shows nothing').not.toEqual([])
})
