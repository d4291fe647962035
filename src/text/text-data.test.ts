import { expect, test } from 'vitest'
import { readTextData, readThesaurus } from '#src/testing/text-data.ts'
import { createWordAnalyser } from './analyse-word.ts'
import { createLexicon } from './lexicon.ts'

const data = readTextData()
const lexicon = createLexicon(data)
const split = (line: string) => line.split(' ')

test('the lists hold words in small letters with one space between, and no word twice', () => {
  const lists = [
    ...Object.values(data.nouns),
    data.adjectives,
    data.verbs,
    data.firstParts,
    data.wholes,
    data.fragments,
  ]
  for (const list of lists) {
    expect(list).toMatch(/^[a-zæøåéêèôü-]+(?: [a-zæøåéêèôü-]+)*$/)
    expect(split(list).filter((word, at, all) => all.indexOf(word) !== at)).toEqual([])
  }
})

test('a pair is two different words, and each nynorsk word has one bokmål word', () => {
  const nynorsk = data.pairs.map((pair) => split(pair)[0])
  expect(nynorsk.filter((word, at) => nynorsk.indexOf(word) !== at)).toEqual([])
  expect(data.pairs.filter((pair) => new Set(split(pair)).size < 2)).toEqual([])
})

test('both words of a pair are analysed to the same key', () => {
  const analyse = createWordAnalyser({ lexicon, pairs: data.pairs })
  const apart = data.pairs.filter((pair) => {
    const keys = split(pair).map((word) => analyse(word, 'norwegian').key)
    return new Set(keys).size > 1
  })
  expect(apart).toEqual([])
})

test('a need is told of concepts there are, in Norwegian and English', () => {
  const ids = new Set(readThesaurus().map(({ id }) => id))
  expect(Object.keys(data.needs).filter((id) => !ids.has(id))).toEqual([])
  for (const { no, en } of Object.values(data.needs))
    expect([no.trim() !== '', en.trim() !== '']).toEqual([true, true])
})

test('an English word stands once, before the bokmål words for it', () => {
  const english = data.englishWords.map((line) => split(line)[0])
  expect(english.filter((word, at) => english.indexOf(word) !== at)).toEqual([])
  expect(data.englishWords.filter((line) => !/^[a-z-]+(?: [a-zæøåéü-]+)+$/.test(line))).toEqual([])
})

test('an irregular form leads to its dictionary form', () => {
  const analyse = createWordAnalyser({ lexicon, pairs: [] })
  expect(analyse('bøkene', 'norwegian').key).toBe(analyse('bok', 'norwegian').key)
  expect(analyse('beskrev', 'norwegian').key).toBe(analyse('beskrive', 'norwegian').key)
})
