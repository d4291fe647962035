import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepCalled } from './form/steps.ts'
import { mergeTyped } from './merge-typed.ts'
import { rowsAt, type TypedContent } from './typed-content.ts'

const need = partsOf('behov')
const lessons = partsOf('laerdommer')
const base: TypedContent = {
  need: { text: 'Varsling om natten', volume: '40 plasser' },
  lessons: [
    { $key: 'a', text: 'Spør nattevaktene' },
    { $key: 'b', text: 'Mål før dere begynner' },
  ],
}

test('what only one of them changed stands, whoever was first', () => {
  const theirs = { ...base, need: { text: 'Varsling om natten', volume: '60 plasser' } }
  const mine = { ...base, need: { text: 'Tryggere netter', volume: '40 plasser' } }
  expect(mergeTyped({ base, theirs, mine }, need)).toEqual({
    content: { ...base, need: { text: 'Tryggere netter', volume: '60 plasser' } },
    conflicts: [],
  })
})

test('what both changed differently stays as it was saved, and the other text is given back', () => {
  const theirs = { ...base, need: { text: 'Tryggere netter' } }
  const mine = { ...base, need: { text: 'Færre fall', volume: '40 plasser' } }
  const { content, conflicts } = mergeTyped({ base, theirs, mine }, need)
  expect(content.need).toEqual({ text: 'Tryggere netter' })
  expect(conflicts).toMatchObject([{ path: 'need.text', theirs: 'Tryggere netter', mine: 'Færre fall' }])
})

test('two who write the same have no quarrel', () => {
  const both = { ...base, need: { text: 'Tryggere netter' } }
  expect(mergeTyped({ base, theirs: both, mine: both }, need).conflicts).toEqual([])
})

test('rows that both have added are all there, in the order they came', () => {
  const theirs = { ...base, lessons: [...rowsAt(base, 'lessons'), { $key: 't', text: 'Deres' }] }
  const mine = { ...base, lessons: [...rowsAt(base, 'lessons'), { $key: 'm', text: 'Min' }] }
  const { content } = mergeTyped({ base, theirs, mine }, lessons)
  expect(rowsAt(content, 'lessons').map((row) => row.$key)).toEqual(['a', 'b', 't', 'm'])
})

test('a row taken away is gone, unless the other has written in it since', () => {
  const [a, b] = rowsAt(base, 'lessons')
  if (!a || !b) throw new Error('The example has two lessons')
  const changed = { ...a, text: 'Spør nattevaktene først' }
  const without = { ...base, lessons: [b] }
  const with_ = { ...base, lessons: [changed, b] }
  const left = (theirs: TypedContent, mine: TypedContent) =>
    rowsAt(mergeTyped({ base, theirs, mine }, lessons).content, 'lessons').map((row) => row.text)
  expect(left(base, without)).toEqual([b.text])
  expect(left(without, base)).toEqual([b.text])
  expect(left(with_, without)).toEqual([changed.text, b.text])
  expect(left(without, with_)).toEqual([b.text, changed.text])
})

test('a row keeps what no question asks for', () => {
  const theirs = { who: { parties: [{ $key: 'p', name: 'Voss', reference: { kommunenummer: '4621' } }] } }
  const mine = { who: { parties: [{ $key: 'p', name: 'Voss', role: 'lead' }] } }
  const { content } = mergeTyped({ base: theirs, theirs, mine }, partsOf('hvem'))
  expect(rowsAt(content, 'who.parties')).toEqual([
    { $key: 'p', name: 'Voss', role: 'lead', reference: { kommunenummer: '4621' } },
  ])
})

test('no text that anybody wrote is lost: it stands in the draft or is given back', () => {
  const text = fc.constantFrom('', 'Én', 'To', 'Tre')
  const rows = fc.uniqueArray(fc.record({ $key: fc.constantFrom('a', 'b', 'c', 'd'), text }), {
    selector: (row) => row.$key,
  })
  const side = fc.record({ need: fc.record({ text }), lessons: rows })
  const parts = [...need, ...lessons]
  fc.assert(
    fc.property(side, side, side, (was, theirs, mine) => {
      const { content, conflicts } = mergeTyped({ base: was, theirs, mine }, parts)
      const there = JSON.stringify([content, conflicts])
      for (const one of [theirs, mine])
        for (const row of one.lessons) {
          const before = was.lessons.find((other) => other.$key === row.$key)
          const isNew = row.text !== '' && before?.text !== row.text
          if (isNew) expect(there).toContain(JSON.stringify(row.text))
        }
      if (mine.need.text !== was.need.text) expect(there).toContain(JSON.stringify(mine.need.text))
    }),
  )
})

function partsOf(slug: string) {
  const step = stepCalled('full', slug)
  if (!step) throw new Error(`There is no page ${slug}`)
  return step.parts
}
