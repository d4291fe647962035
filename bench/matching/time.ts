import { parseArgs } from 'node:util'
import { SIMPLE_BASELINES } from './baselines.ts'
import { generateManyNeeds } from './generate-planted-groups.ts'
import type { Method } from './method.ts'
import { METHODS } from './methods.ts'

/**
 * `npm run bench:matching -- [--needs 10000]`: how long it takes to group the needs of a whole country, and to place
 * one new need among them.
 */
const { values } = parseArgs({ options: { needs: { type: 'string', default: '10000' } } })
const ROUNDS = 5
const PLACED = 200

const count = Number(values.needs)
const all = generateManyNeeds(20_261_122, count + PLACED)
const [needs, coming] = [all.slice(0, count), all.slice(count)]
console.log(`${needs.length} needs`)
for (const method of [...METHODS, ...SIMPLE_BASELINES]) console.log(describe(method))

function describe(method: Method): string {
  const grouping = quantiles(Array.from({ length: ROUNDS }, () => milliseconds(() => method.groups(needs))))
  const place = method.place?.(needs)
  const placing = place ? quantiles(coming.map((need) => milliseconds(() => place(need)))) : null
  return `${method.name}: all in ${grouping}${placing ? `; one new in ${placing}` : ''}`
}

function milliseconds(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(1)
  return `${at(0.5)} ms (median), ${at(0.95)} ms (p95)`
}
