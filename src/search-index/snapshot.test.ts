import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anIndexed, asking, EXAMPLE_SCHEMA, indexOfExamples } from '#src/testing/search-example.ts'
import {
  openSnapshot,
  removeDocuments,
  runInSlices,
  runToEnd,
  searchIndex,
  snapshotOf,
  writeSnapshot,
} from './index.ts'

const DOCUMENTS = Array.from({ length: 300 }, (_, number) =>
  anIndexed({ id: `case-${number}`, title: 'Brannbil', body: `ord${number} felles`, prior: number / 300 }),
)
const INDEX = removeDocuments(indexOfExamples(DOCUMENTS.slice(0, 200), DOCUMENTS.slice(100)), ['case-7'])
const SNAPSHOT = snapshotOf(INDEX)
const open = (bytes: Uint8Array, schema = EXAMPLE_SCHEMA) => runToEnd(openSnapshot(bytes, schema))
const refusal = (bytes: Uint8Array, schema = EXAMPLE_SCHEMA) => {
  const opened = open(bytes, schema)
  return opened.ok ? null : opened.reason
}

test('a snapshot opens as the index it was taken of', () => {
  const opened = open(SNAPSHOT)
  if (!opened.ok) throw new Error(opened.reason)
  const request = { question: asking('brannbil felles'), reader: [], facets: ['theme'], limit: 400 }
  expect(searchIndex(opened.index, request)).toEqual(searchIndex(INDEX, request))
  expect(opened.index.documents).toBe(299)
})

test('it opens in shared memory, and wherever in a larger buffer it lies', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(SNAPSHOT.length))
  shared.set(SNAPSHOT)
  const shifted = new Uint8Array(SNAPSHOT.length + 3)
  shifted.set(SNAPSHOT, 3)
  expect(refusal(shared)).toBeNull()
  expect(refusal(shifted.subarray(3))).toBeNull()
})

test('a snapshot that is cut anywhere is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: SNAPSHOT.length - 1 }), (length) => {
      expect(refusal(SNAPSHOT.subarray(0, length))).toBe(length < 8 ? 'notASnapshot' : 'cut')
    }),
    { seed: 1 },
  )
})

test('a snapshot with any byte changed is refused', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: SNAPSHOT.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, change) => {
        const damaged = SNAPSHOT.slice()
        damaged[at] = (damaged[at] ?? 0) ^ change
        expect(refusal(damaged)).not.toBeNull()
      },
    ),
    { seed: 2, numRuns: 500 },
  )
})

test('a snapshot of another version, another analysis, or of something else is refused, and it is told which', () => {
  const older = SNAPSHOT.slice()
  older[8] = 0
  expect(refusal(older)).toBe('otherVersion')
  expect(refusal(SNAPSHOT, { ...EXAMPLE_SCHEMA, analysis: 'plain-2' })).toBe('otherSchema')
  expect(refusal(SNAPSHOT, { ...EXAMPLE_SCHEMA, attributes: ['county'] })).toBe('otherSchema')
  expect(refusal(new TextEncoder().encode('{"not":"a snapshot"}'))).toBe('notASnapshot')
  const longer = new Uint8Array(SNAPSHOT.length + 16)
  longer.set(SNAPSHOT)
  expect(refusal(longer)).toBe('damaged')
})

test('it is written in pieces that are the same as the whole', () => {
  expect(Buffer.concat([...writeSnapshot(INDEX)]).equals(Buffer.from(SNAPSHOT))).toBe(true)
})

test('work in slices gives way when its time is up, and comes to the same end', async () => {
  let [time, pauses] = [0, 0]
  const pause = async () => {
    pauses += 1
  }
  const work = (function* () {
    for (let step = 0; step < 10; step += 1) {
      time += 3
      yield
    }
    return 'done'
  })()
  expect(await runInSlices(work, { slice: 8, now: () => time, pause })).toBe('done')
  expect(pauses).toBe(3)
})
