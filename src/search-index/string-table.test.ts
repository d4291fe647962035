import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignTables } from './align-tables.ts'
import { sortStrings } from './compare-strings.ts'
import { findString, prefixRange, readTo, stringAt, tableOf, tableReader, textOf } from './string-table.ts'

// Few letters, so that neighbours share much, and some that UTF-8 writes in two to four bytes.
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'å', 'ø', 'ﬁ', '😀'), maxLength: 7 })
const texts = fc.array(text, { maxLength: 120 }).map((some) => sortStrings([...some]))

test('every string is read where it stands, in any order, also one that stands there twice', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { maxLength: 30 }), (sorted, picks) => {
      const table = tableOf(sorted)
      expect(Array.from(sorted, (_, place) => stringAt(table, place))).toEqual(sorted)
      const reader = tableReader(table)
      const places = sorted.length === 0 ? [] : picks.map((pick) => pick % sorted.length)
      expect(places.map((place) => textOf(readTo(reader, place)))).toEqual(
        places.map((place) => sorted[place]),
      )
    }),
  )
})

test('a string and a prefix are found where an array has them', () => {
  fc.assert(
    fc.property(texts, text, (sorted, wanted) => {
      const table = tableOf(sorted)
      expect(findString(table, wanted)).toBe(sorted.indexOf(wanted))
      const [from, to] = prefixRange(table, wanted)
      expect(sorted.slice(from, to)).toEqual(sorted.filter((one) => one.startsWith(wanted)))
    }),
  )
})

test('tables are gone through together, each string once, with its place in every one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(text, { maxLength: 40 }), { minLength: 1, maxLength: 4 }),
      (several) => {
        const sorted = several.map((some) => sortStrings([...some]))
        const seen = Array.from(alignTables(sorted.map(tableOf)), (same) => [textOf(same), ...same.places])
        const all = sortStrings([...new Set(several.flat())])
        expect(seen).toEqual(all.map((one) => [one, ...sorted.map((some) => some.indexOf(one))]))
      },
    ),
  )
})
