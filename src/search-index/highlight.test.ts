import { expect, test } from 'vitest'
import { PLAIN_ANALYSER } from '#src/testing/plain-analyser.ts'
import { anIndexed, asking, indexOfExamples } from '#src/testing/search-example.ts'
import { highlight, type Question, searchIndex } from './index.ts'

const BODY = `${'Kommunen har lenge hatt planer. '.repeat(20)}Nå kjøpes en brann+bil til stasjonen. ${'Det er alt som er å si. '.repeat(20)}`
const INDEX = indexOfExamples([
  anIndexed({ id: 'case-1', title: 'Ny brannbil til Voss', body: BODY }),
  anIndexed({ id: 'case-2', title: 'Brannvern', body: 'bil' }),
])

function shown(question: Question, texts: readonly string[] = [BODY]) {
  const { plan } = searchIndex(INDEX, { question, reader: [], limit: 1 })
  return highlight({ language: 'nb', title: 'Ny brannbil til Voss', texts }, plan, PLAIN_ANALYSER.document)
}

const marked = (parts: readonly { text: string; match: boolean }[]) =>
  parts.map(({ text, match }) => (match ? `[${text}]` : text)).join('')

test('what was asked for is marked in the title, and in the stretch of the text that has most of it', () => {
  const { title, snippet } = shown(asking('voss stasjonen brann+bil'))
  expect(marked(title)).toBe('Ny brannbil til [Voss]')
  expect(marked(snippet)).toContain('Nå kjøpes en [brann+bil] til [stasjonen].')
  expect(marked(snippet)).toMatch(/^… .* …$/)
})

test('a part of a compound is marked by itself, and said to be one', () => {
  const { snippet, reasons } = shown(asking('bil'))
  expect(marked(snippet)).toContain('brann+[bil]')
  expect(reasons).toEqual([{ source: 'bil', text: 'bil', kind: 'word', concept: null }])
})

test('it is told which concept let another word answer', () => {
  const [bil] = PLAIN_ANALYSER.query('fire', 'en')
  if (!bil) throw new Error('No term')
  const question = {
    ...asking(''),
    words: [bil, { ...bil, term: 'brannbil', kind: 'concept', concept: 'fire-engine' }],
  }
  expect(shown(question as Question).reasons).toEqual([
    { source: 'fire', text: 'brannbil', kind: 'concept', concept: 'fire-engine' },
  ])
})

test('a word that is being typed marks what it may become', () => {
  expect(marked(shown(asking('', { prefix: 'brannb', group: 0 })).title)).toBe('Ny [brannbil] til Voss')
})

test('without anything to mark the text is shown from its beginning', () => {
  const { title, snippet, reasons } = shown(asking('ukjent'))
  expect(marked(title)).toBe('Ny brannbil til Voss')
  expect(marked(snippet)).toMatch(/^Kommunen har lenge.* …$/)
  expect(reasons).toEqual([])
})

test('nothing is lost or added by cutting a text into pieces', () => {
  const { title } = shown(asking('ny brannbil voss'))
  expect(title.map(({ text }) => text).join('')).toBe('Ny brannbil til Voss')
  expect(shown(asking('bil'), ['']).snippet).toEqual([])
})
