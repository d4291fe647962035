#!/usr/bin/env node
// `npm test`: everything that must hold, on a machine with git, npm and any Node from 20.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runNode, startNode } from './project.mjs'

const only = process.argv.slice(2)

ensureInstalled()
ensureBuilt()

let passed = 0
let failed = 0
const failures = []

function check(what, args) {
  console.log(`\n— ${what}`)
  const { status } = runNode(args)
  if (status === 0) passed += 1
  else fail([what])
}

function fail(names) {
  failed += names.length
  failures.push(...names)
}

if (only.length === 0) {
  check('Format and lint', [
    join(root, 'node_modules/@biomejs/biome/bin/biome'),
    'ci',
    '--error-on-warnings',
    '.',
  ])
  check('Types of the routes', [join(root, 'node_modules/@react-router/dev/bin.cjs'), 'typegen'])
  check('Types', [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', root])
}

/** Two at a time where there are two cores: some go one file at a time, and none keeps two cores busy to its end. */
const RUNS = [
  { name: 'embedded', projects: ['pure', 'embedded', 'embedded-alone'] },
  { name: 'journeys', projects: ['journeys'] },
  { name: 'postgresql', projects: ['postgresql', 'postgresql-alone'] },
  { name: 'kills', projects: ['kills'] },
]
/** What these say is told when they have ended, so that it is not mixed with what the first says. */
const BESIDE = new Set(['journeys', 'postgresql', 'kills'])

console.log('\n— Tests')
rmSync(join(root, '.test'), { recursive: true, force: true })
mkdirSync(join(root, '.test'))
if (only.length > 0) count(await runTests({ name: 'chosen', args: only }))
else await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runNext))

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `- ${name}`).join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** Takes what nobody has begun, until nothing is left. */
async function runNext() {
  for (let run = RUNS.shift(); run; run = RUNS.shift())
    count(
      await runTests({
        name: run.name,
        args: run.projects.flatMap((project) => ['--project', project]),
      }),
    )
}

/** One run of Vitest, and what it came to. */
async function runTests({ name, args }) {
  const results = join(root, `.test/${name}.json`)
  const told = BESIDE.has(name) ? [] : null
  const status = await startNode(
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...args,
    ],
    told && ((text) => told.push(text)),
  )
  if (told) process.stdout.write(`\n— ${name}\n${told.join('')}`)
  return { name, status, ...readReport(results) }
}

function count({ name, status, passed: green, failures: red }) {
  passed += green
  fail(red)
  // A run that ended badly without one failed test (a crash, an unhandled rejection) has failed all the same; so has
  // one in which nothing was tested.
  if (red.length === 0 && (status !== 0 || green === 0))
    fail([`the tests «${name}» ended with ${status}, and no test of theirs had failed`])
}

/** What was green, and the name of each test that was red, or of its file when that could not be run at all. */
function readReport(results) {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
    return { passed: numPassedTests, failures: testResults.flatMap(failuresOfFile) }
  } catch {
    return { passed: 0, failures: [`no report in ${relative(root, results)}`] }
  }
}

function failuresOfFile({ name, status, assertionResults }) {
  const file = relative(root, name)
  const red = assertionResults.filter((test) => test.status === 'failed')
  if (red.length > 0) return red.map((test) => `${file}: ${test.fullName}`)
  return status === 'failed' ? [`${file} could not be run`] : []
}
