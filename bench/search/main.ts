import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Figures } from './figures.ts'

/**
 * `npm run bench:search -- --docs 100000,250000,1000000`: builds an index of each size, opens its snapshot in a fresh
 * process, and prints what readers would wait for, and how long they are held up by changes. At the size of `--sql`
 * (100 000; 0 for not at all) the same is asked of PostgreSQL. `--rounds` is how many questions of each kind.
 */
const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '400' },
    sql: { type: 'string', default: '100000' },
    json: { type: 'boolean', default: false },
  },
})

const KINDS = {
  short: 'one to three words, six facets, half filtered',
  shortShown: '… with highlight of twenty',
  long: 'eight to fourteen words, six facets, half filtered',
  longShown: '… with highlight of twenty',
  everything: 'no question, six facets',
  complete: 'a word while it is typed',
  titles: 'titles while a word is typed',
  correct: '«mente du»',
  similar: 'six similar documents',
  shortPlain: 'PostgreSQL, plain SQL: short',
  longPlain: '… long',
  shortBest: 'PostgreSQL, best SQL: short',
  longBest: '… long',
} as const

const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
try {
  for (const size of values.docs.split(',').map(Number)) measureSize(size)
} finally {
  rmSync(folder, { recursive: true })
}

function measureSize(documents: number): void {
  const file = join(folder, `${documents}.index`)
  const built = run('build.ts', [String(documents), file])
  const measured = run('measure.ts', [String(documents), file, values.rounds])
  const clients = run('clients.ts', [String(documents), file])
  const held = run('hold.ts', [String(documents), file])
  const sql =
    documents === Number(values.sql) ? run('postgres.ts', [String(documents), file, values.rounds]) : {}
  const snapshotMegabytes = statSync(file).size / 2 ** 20
  rmSync(file)
  const figuresOf = { documents, snapshotMegabytes, ...built, ...measured, ...clients, ...held, ...sql }
  if (values.json) {
    console.log(JSON.stringify(figuresOf))
    return
  }
  console.log(`\n${documents} documents`)
  for (const [what, figure] of Object.entries(figuresOf)) {
    if (typeof figure === 'number') console.log(`  ${what.padEnd(20)} ${figure.toFixed(1)}`)
  }
  console.log(
    `  ${'milliseconds'.padEnd(52)}${['p50', 'p95', 'p99', 'max'].map((one) => one.padStart(9)).join('')}`,
  )
  for (const [kind, what] of Object.entries(KINDS)) {
    const figures = (figuresOf as Partial<Record<string, unknown>>)[kind] as Figures | undefined
    if (!figures) continue
    const { p50, p95, p99, max } = figures
    console.log(
      `  ${what.padEnd(52)}${[p50, p95, p99, max].map((one) => one.toFixed(2).padStart(9)).join('')}`,
    )
  }
}

function run(script: string, args: readonly string[]): Record<string, unknown> {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const options = { encoding: 'utf8', maxBuffer: 1 << 20 } as const
  return JSON.parse(execFileSync(process.execPath, ['--max-old-space-size=8192', file, ...args], options))
}
