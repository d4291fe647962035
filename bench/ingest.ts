/**
 * How fast notices are read in, and how the site answers meanwhile:
 * `npm run bench:ingest -- --notices FOLDER [--counts 10000,50000] [--engines embedded,postgresql]`.
 *
 * The real notices of a folder are repeated under new ids. Everything is measured in one process, as it is in the server;
 * the reader of pages is another. The baseline is the bare parse of the same bytes by the same parser, in the same run.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { SaxesParser } from 'saxes'
import { importNotices } from '#src/modules/notices/index.ts'
import { readConfig } from '#src/platform/config.ts'
import { createLog } from '#src/platform/log.ts'
import { openProgram } from '#src/program.ts'
import { startPostgres } from '#src/testing/start-postgres.ts'
import { createWeb, startWeb } from '#src/web/server.ts'
import { percentile, spread, watchMemory } from './measure.ts'
import { readSamples, repeated, type Sample } from './notices.ts'

const { values } = parseArgs({
  options: {
    notices: { type: 'string' },
    counts: { type: 'string', default: '10000' },
    engines: { type: 'string', default: 'embedded,postgresql' },
  },
})
if (!values.notices) throw new Error('Name a folder of notices: npm run bench:ingest -- --notices FOLDER')

const samples = readSamples(values.notices)
const bytes = samples.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
console.log(`${samples.length} different notices, ${Math.round(bytes / samples.length / 1000)} kB on average`)

for (const count of values.counts.split(',').map(Number)) {
  const bare = parseBare(samples, Math.min(count, 2000))
  console.log(`\n${count} notices; bare parse by the same parser: ${Math.round(bare)} a second`)
  for (const engine of values.engines.split(',')) await measure(engine, count, bare)
}

/** Notices a second when nothing is done with what the parser says. */
function parseBare(all: readonly Sample[], count: number): number {
  const texts = [...repeated(all, count)].map((one) => new TextDecoder().decode(one.bytes))
  const started = performance.now()
  for (const text of texts) {
    const parser = new SaxesParser()
    parser.on('error', () => {})
    parser.write(text).close()
  }
  return count / ((performance.now() - started) / 1000)
}

async function measure(engine: string, count: number, bare: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-bench-'))
  const postgres = engine === 'postgresql' ? await startPostgres() : null
  const config = readConfig({ DATA_DIR: folder, ...(postgres && { DATABASE_URL: postgres.url }) })
  const program = await openProgram(config, { log: createLog({ LOG_LEVEL: 'silent' }) })
  await program.prepare()
  const web = await startWeb(await createWeb(program), { host: '127.0.0.1', port: 0 })
  const visitor = spawn(process.execPath, ['bench/visitors.ts', web.url, '1', '/anskaffelser/case-016'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const memory = watchMemory()
  const started = performance.now()
  const report = await importNotices(program, from(repeated(samples, count)))
  const seconds = (performance.now() - started) / 1000
  const most = memory.stop()
  visitor.kill('SIGTERM')
  const [pages] = (await Promise.all([json(visitor.stdout), once(visitor, 'exit')])) as [number[], unknown]
  const rate = count / seconds
  console.log(
    `${engine}: ${Math.round(rate)} a second (${(bare / rate).toFixed(1)} × the bare parse), ${most} MB at most, ` +
      `stored ${report.stored} of ${report.read}; a case page meanwhile: ${spread(pages)} ` +
      `(aim: ${engine === 'embedded' ? `400 a second ${verdict(rate >= 400)}, ` : ''}p95 under 100 ms ${verdict(percentile(pages, 0.95) < 100)})`,
  )
  await web.stop(1)
  await program.close()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}

function verdict(met: boolean): string {
  return met ? 'met' : 'not met'
}

async function* from<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}
