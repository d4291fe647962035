import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markText, snippetOf } from './snippet.ts'
import type { Word } from './word.ts'

const isBus = ({ folded }: Word) => folded.startsWith('buss')
const isBusOrFerry = (word: Word) => isBus(word) || word.folded === 'ferge'
const PADDING = 'Dette handler om noe annet enn det som ble spurt om. '.repeat(20)

function textOf(parts: readonly { readonly text: string }[]): string {
  return parts.map((part) => part.text).join('')
}

test('the piece is taken where most different words match', () => {
  const body = `Buss, buss og buss. ${PADDING}Her går buss og ferge. ${PADDING}`
  const snippet = snippetOf([body], '', isBusOrFerry)
  expect(textOf(snippet)).toContain('Her går buss og ferge.')
  expect(textOf(snippet).startsWith('… ') && textOf(snippet).endsWith(' …')).toBe(true)
  expect(snippet.filter((part) => part.match).map((part) => part.text)).toEqual(['buss', 'ferge'])
})

test('the body comes before the summary when both match, and the summary is shown when neither does', () => {
  expect(textOf(snippetOf(['om en buss', 'buss i sum'], 'sum', isBus))).toBe('om en buss')
  expect(textOf(snippetOf(['om en båt', 'buss i sum'], 'sum', isBus))).toBe('buss i sum')
  expect(snippetOf(['om en båt', 'båt'], 'sum', isBus)).toEqual([{ text: 'sum', match: false }])
  expect(snippetOf([''], '', isBus)).toEqual([])
})

test('a piece is short, whole words of the text, and marks nothing else than what matches', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('buss', 'bussen', 'båt', '<b>', '\n', 'ærlig'), { maxLength: 200 }),
      (words) => {
        const text = words.join(' ')
        const parts = snippetOf([text], text, isBus)
        const inner = textOf(parts).replace(/^… /, '').replace(/ …$/, '')
        expect(` ${text.replace(/\s+/g, ' ')} `).toContain(inner)
        expect(inner.length).toBeLessThanOrEqual(240)
        for (const part of parts) expect(part.match).toBe(/^buss(en)?$/.test(part.text))
      },
    ),
  ))

test('a text without spaces is not cut through a character', () => {
  const parts = snippetOf(['🚌'.repeat(500)], '🚌'.repeat(500), isBus)
  expect(textOf(parts).isWellFormed()).toBe(true)
})

test('a title is given whole', () => {
  const title = `${PADDING}buss`
  expect(textOf(markText(title, isBus))).toBe(title)
})
