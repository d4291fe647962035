/**
 * How fast pages are with many notices and many readers: `npm run bench:pages -- --notices FOLDER [--count 50000]`.
 * The site runs in a process of its own, twenty readers in another, on one embedded database.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { importNotices, listNotices } from '#src/modules/notices/index.ts'
import { readConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { openProgram } from '#src/program.ts'
import { startSite } from '#src/testing/running-site.ts'
import { percentile, spread } from './measure.ts'
import { readSamples, repeated } from './notices.ts'

const READERS = '20'
const SECONDS = 10
const AIM_MS = 50

const { values } = parseArgs({
  options: { notices: { type: 'string' }, count: { type: 'string', default: '50000' } },
})
if (!values.notices) throw new Error('Name a folder of notices: npm run bench:pages -- --notices FOLDER')

const dataDir = mkdtempSync(join(tmpdir(), 'spydspiss-bench-'))
const notice = await fill(values.notices, Number(values.count))
const site = await startSite({ dataDir, settings: { LOG_LEVEL: 'error' } })
const pages = {
  case: '/anskaffelser/case-016',
  notice: `/kunngjoringer/${notice}`,
  municipality: '/kommuner/4601',
  front: '/',
  search: '/sok?q=vedlikehold+av+bygg',
}
for (const [name, path] of Object.entries(pages)) {
  const html = await (await fetch(site.url + path)).text()
  const weight = `${(Buffer.byteLength(html) / 1000).toFixed(0)} kB of HTML, ${(gzipSync(html).byteLength / 1000).toFixed(1)} compressed`
  console.log(`${name} (${weight})`)
  // An address that has not been asked for before is rendered; one that has is sent as it was kept.
  report('rendered each time', await visit(`${path}${path.includes('?') ? '&' : '?'}n={n}`))
  report('as readers meet it', await visit(path))
}
await site.stop()
rmSync(dataDir, { recursive: true, force: true })

function report(how: string, taken: readonly number[]): void {
  const p95 = percentile(taken, 0.95)
  const verdict = `aim p95 ≤ ${AIM_MS} ms ${p95 <= AIM_MS ? 'met' : 'not met'}`
  console.log(`  ${how}: ${spread(taken)}, ${Math.round(taken.length / SECONDS)} a second (${verdict})`)
}

async function fill(folder: string, count: number): Promise<string> {
  const config = readConfig({ DATA_DIR: dataDir })
  const program = await openProgram(config, { log: createLog({ LOG_LEVEL: 'silent' }) })
  await program.prepare()
  await importNotices(program, from(repeated(readSamples(folder), count)))
  const started = performance.now()
  await program.search.refresh()
  console.log(`${count} notices, indexed in ${Math.round((performance.now() - started) / 1000)} s`)
  const { notices } = await listNotices(program.db, { limit: 1 })
  await program.checkpoint()
  await program.close()
  return notices[0]?.id ?? ''
}

async function visit(path: string): Promise<number[]> {
  const readers = spawn(process.execPath, ['bench/visitors.ts', site.url, READERS, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  setTimeout(() => readers.kill('SIGTERM'), SECONDS * 1000)
  const [taken] = await Promise.all([json(readers.stdout) as Promise<number[]>, once(readers, 'exit')])
  return taken
}

async function* from<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}
