import { closeSync, openSync, writeSync } from 'node:fs'
import {
  addSegment,
  applyMerge,
  buildSegment,
  emptyIndex,
  mergeSegments,
  runToEnd,
  type SearchIndex,
  type Steps,
  writeSnapshot,
} from '#src/search-index/index.ts'
import { BENCH_ANALYSER } from './bench-analyser.ts'
import { documentAt, SCHEMA } from './corpus.ts'

/** Builds an index of so many documents and writes its snapshot; a process of its own, so that memory is its own. */
const [documents, file] = [Number(process.argv[2]), process.argv[3] ?? '']

const BATCH = 5000
const MERGED_AT_ONCE = 12
const making = { schema: SCHEMA, analyse: BENCH_ANALYSER.document }

/** The longest any single step took: how long an event loop would have been held. */
let longestStep = 0

function timed<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const begun = performance.now()
    const { done, value } = steps.next()
    longestStep = Math.max(longestStep, performance.now() - begun)
    if (done) return value
  }
}

function merged(index: SearchIndex, from: number): SearchIndex {
  const inputs = index.segments.slice(from)
  if (inputs.length < 2) return index
  return applyMerge(index, inputs, timed(mergeSegments(inputs))) ?? index
}

const begun = performance.now()
let index = emptyIndex(SCHEMA)
let kept = 0
for (let from = 0; from < documents; from += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, documents - from) }, (_, at) => documentAt(from + at))
  index = addSegment(index, runToEnd(buildSegment(batch, making)))
  if (index.segments.length - kept < MERGED_AT_ONCE) continue
  index = merged(index, kept)
  kept += 1
}
const mergeBegun = performance.now()
index = merged(index, 0)
const built = performance.now()
const out = openSync(file, 'w')
for (const piece of writeSnapshot(index)) writeSync(out, piece)
closeSync(out)
const segment = index.segments[0]?.segment
console.log(
  JSON.stringify({
    buildSeconds: (built - begun) / 1000,
    lastMergeSeconds: (built - mergeBegun) / 1000,
    writeSeconds: (performance.now() - built) / 1000,
    longestStepMs: longestStep,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    terms: segment?.terms.size,
    words: segment?.surfaces.counts.length,
    postings: segment?.lists.counts.reduce((sum, count) => sum + count, 0),
    bytes: { lists: segment?.lists.bytes.length, positions: segment?.lists.positions.length },
  }),
)
