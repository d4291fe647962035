import { parseArgs } from 'node:util'
import { type Agreement, agreementOf } from './agreement.ts'
import { SIMPLE_BASELINES, textBaselines } from './baselines.ts'
import type { PlantedSet } from './generate-planted-groups.ts'
import type { Method } from './method.ts'
import { METHODS } from './methods.ts'
import { DEVELOPMENT_SEEDS, JUDGEMENT_SEEDS, plantedSet } from './seeds.ts'
import { toldTheTopic } from './told-the-topic.ts'

/**
 * `npm run eval:matching -- [--seed N] [--development] [--json]`: how well needs that were planted together are put
 * together again. Without a seed: the ten that count. `--development`: the three one may look at and tune on.
 *
 * Text only gets the threshold that is best for it on the sets it is judged by, which no method of ours gets.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    development: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const sets = seedsAsked().map(plantedSet)
const methods = [...METHODS, ...SIMPLE_BASELINES, ...textBaselines(sets), toldTheTopic(sets)]
const rows = methods.map((method) => ({ name: method.name, figures: sets.map((set) => judge(method, set)) }))

if (values.json) console.log(JSON.stringify(rows.map(({ name, figures }) => ({ name, figures }))))
else print()

function seedsAsked(): readonly number[] {
  if (values.seed === undefined) return values.development ? DEVELOPMENT_SEEDS : JUDGEMENT_SEEDS
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new RangeError(`A seed is a whole number: ${values.seed}`)
  return [seed]
}

function judge(method: Method, { seed, needs, groups }: PlantedSet): Agreement & { readonly seed: number } {
  const ids = needs.map(({ id }) => id)
  return { seed, ...agreementOf(ids, method.groups(needs), groups) }
}

function print(): void {
  for (const { seed, needs, groups } of sets) {
    const alone = groups.filter(({ length }) => length === 1).length
    console.log(`seed ${seed}: ${needs.length} needs, ${groups.length - alone} groups, ${alone} alone`)
  }
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2
  const line = (name: string, cells: readonly string[]) =>
    console.log(name.padEnd(width) + cells.map((cell) => cell.padStart(11)).join(''))
  console.log('\nmean over the sets')
  line('', ['precision', 'recall', 'F1', 'ARI', 'lowest ARI'])
  for (const { name, figures } of rows) {
    const mean = (of: keyof Agreement) => figures.reduce((sum, one) => sum + one[of], 0) / figures.length
    const lowest = Math.min(...figures.map(({ adjustedRand }) => adjustedRand))
    const cells = [mean('precision'), mean('recall'), mean('f1'), mean('adjustedRand'), lowest]
    line(
      name,
      cells.map((cell) => cell.toFixed(3)),
    )
  }
  console.log('\nARI of each seed')
  line(
    '',
    sets.map(({ seed }) => String(seed)),
  )
  for (const { name, figures } of rows)
    line(
      name,
      figures.map(({ adjustedRand }) => adjustedRand.toFixed(3)),
    )
}
