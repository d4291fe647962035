import { parseArgs } from 'node:util'
import { evaluateCases } from './cases.ts'
import { evaluateCollection } from './norquad.ts'

/**
 * `npm run eval:search -- --collection FOLDER [--questions FILE.tsv] [--json]`: how well the search finds. Without a
 * file: the judged questions, and long needs apart, those it was tuned on and those it was not.
 *
 * The folder is a collection like NorQuAD's. The questions over the starter cases go through the same door as those
 * of readers. The baseline is plain BM25 with Snowball's stems; when it is weak the comparison is worth nothing, so
 * the run fails.
 */
const { values } = parseArgs({
  options: {
    collection: { type: 'string' },
    questions: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

const LEAST_BASELINE = 0.915
const started = performance.now()
const own = (name: string) => new URL(name, import.meta.url).pathname
const cases = await evaluateCases(values.questions ?? own('questions.tsv'))
const needs =
  values.questions === undefined
    ? {
        'long needs, for development': await evaluateCases(own('development-needs.tsv')),
        'long needs, held out': await evaluateCases(own('held-out-needs.tsv')),
      }
    : {}
const collection = values.collection === undefined ? [] : evaluateCollection(values.collection)

if (values.json) console.log(JSON.stringify({ cases, needs, collection }))
else {
  const line = (name: string, figures: readonly (number | string)[]) =>
    console.log(
      `${name.padEnd(36)}${figures.map((one) => (typeof one === 'number' ? one.toFixed(3) : one).padStart(11)).join('')}`,
    )
  const HEAD = ['nDCG@10', 'MRR@10', 'recall@10']
  for (const [name, kinds] of Object.entries({ 'starter cases, through the door': cases, ...needs })) {
    line(name, [...HEAD, 'baseline', 'questions'])
    for (const { kind, questions, ours, baseline } of kinds)
      line(`  ${kind}`, [ours.ndcg, ours.mrr, ours.recall, baseline.ndcg, String(questions)])
  }
  if (collection.length > 0) line('collection', HEAD)
  for (const { name, ndcg, mrr, recall } of collection) line(`  ${name}`, [ndcg, mrr, recall])
  console.log(`${Math.round((performance.now() - started) / 1000)} seconds`)
}
const weakest = collection.find(({ name }) => name === 'BM25 + Snowball, bokmål')
if (weakest && weakest.ndcg < LEAST_BASELINE) {
  console.error(`The baseline reaches ${weakest.ndcg.toFixed(4)} and must reach ${LEAST_BASELINE}`)
  process.exitCode = 1
}
