import { parseArgs } from 'node:util'
import { createAnalysis } from '#src/modules/search/index.ts'
import { concepts } from '#src/modules/vocabulary/index.ts'
import { SIMPLE_BASELINES } from './baselines.ts'
import { generateManyNeeds } from './generate-planted-groups.ts'
import type { Method } from './method.ts'
import { METHODS } from './methods.ts'

/**
 * `npm run bench:matching -- [--needs 10000]`: how long it takes to group the needs of a whole country, and to place
 * one new need among them. Milliseconds are those of this machine at this minute; the ratios, to reading the words of all the needs
 * once by the search's analysis, are nearly the same everywhere.
 */
const { values } = parseArgs({ options: { needs: { type: 'string', default: '10000' } } })
const ROUNDS = 5
const PLACED = 200

const count = Number(values.needs)
const all = generateManyNeeds(20_261_122, count + PLACED)
const [needs, coming] = [all.slice(0, count), all.slice(count)]
const reading = at(0.5, Array.from({ length: ROUNDS }, readAll))
console.log(`${needs.length} needs, whose words are read in ${reading.toFixed(1)} ms`)
for (const method of [...METHODS, ...SIMPLE_BASELINES]) console.log(describe(method))

function readAll(): number {
  const { analyser } = createAnalysis(concepts())
  return milliseconds(() => {
    for (const { title, text, language } of needs) analyser.document(`${title}. ${text}`, language)
  })
}

function describe(method: Method): string {
  const [first = 0, ...later] = Array.from({ length: ROUNDS }, () => milliseconds(() => method.groups(needs)))
  const place = method.place?.(needs)
  const placing = place ? coming.map((need) => milliseconds(() => place(need))) : []
  const each = reading / needs.length
  return [
    `${method.name}: all in ${first.toFixed(1)} ms the first time, then ${quantiles(later)}`,
    `${(first / reading).toFixed(2)} and ${(at(0.5, later) / reading).toFixed(2)} times reading them`,
    ...(placing.length > 0
      ? [`one new in ${quantiles(placing)}, ${(at(0.5, placing) / each).toFixed(0)} times reading it`]
      : []),
  ].join('; ')
}

function milliseconds(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function quantiles(times: readonly number[]): string {
  return `${at(0.5, times).toFixed(1)} ms (median), ${at(0.95, times).toFixed(1)} ms (p95)`
}

function at(share: number, times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0
}
