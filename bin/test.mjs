#!/usr/bin/env node
// `npm test`: everything that must hold, on a machine with git, npm and any Node from 20.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runNode, startNode } from './project.mjs'

const only = process.argv.slice(2)

ensureInstalled()
ensureBuilt()

let passed = 0
let failed = 0

function check(what, args) {
  console.log(`\n— ${what}`)
  const { status } = runNode(args)
  if (status === 0) passed += 1
  else failed += 1
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

/**
 * What goes one file at a time, with a browser or a server of its own, goes beside what goes two at a time; one after the
 * other on a machine with one core.
 */
const RUNS = [
  { name: 'embedded', projects: ['embedded', 'kills'] },
  { name: 'served', projects: ['journeys', 'postgresql'] },
]

console.log('\n— Tests')
rmSync(join(root, '.test'), { recursive: true, force: true })
mkdirSync(join(root, '.test'))
if (only.length > 0) count(await runTests({ name: 'chosen', args: only }))
else if (availableParallelism() === 1) for (const run of RUNS) count(await runTests(named(run)))
else for (const outcome of await Promise.all(RUNS.map((run) => runTests(named(run))))) count(outcome)

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function named({ name, projects }) {
  return { name, args: projects.flatMap((project) => ['--project', project]) }
}

/** One run of Vitest, and what it came to. What a run beside others says is told when it has ended. */
async function runTests({ name, args }) {
  const results = join(root, `.test/${name}.json`)
  const told = name === 'served' ? [] : null
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
  return { status, ...readReport(results) }
}

function count(outcome) {
  passed += outcome.passed
  failed += outcome.failed
  // A run that ended badly without one failed test (a crash, an unhandled rejection) has failed all the same; so has
  // one in which nothing was tested.
  if (outcome.failed === 0 && (outcome.status !== 0 || outcome.passed === 0)) failed += 1
}

function readReport(results) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
