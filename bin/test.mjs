#!/usr/bin/env node
// `npm test`: everything that must hold, on a machine with git, npm and any Node from 20.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runNode } from './project.mjs'

const results = join(root, '.test/results.json')
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

console.log('\n— Tests')
mkdirSync(join(root, '.test'), { recursive: true })
rmSync(results, { force: true })
const vitest = runNode([
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
  ...only,
])
const report = readReport()
passed += report.passed
failed += report.failed
// A run that ended badly without one failed test (a crash, an unhandled rejection) has failed all the same.
if (vitest.status !== 0 && report.failed === 0) failed += 1

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && report.passed > 0 ? 0 : 1)

function readReport() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
