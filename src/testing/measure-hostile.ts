/** A program of its own that reads hostile files (those that are named, else all), so that the peak of its memory is theirs. */
import { readNotice } from '#src/modules/notices/index.ts'
import { HOSTILE_FILES, type HostileFile } from './hostile-files.ts'

const named = process.argv.slice(2)
for (const name of Object.keys(HOSTILE_FILES) as HostileFile[]) {
  if (named.length > 0 && !named.includes(name)) continue
  const bytes = HOSTILE_FILES[name]()
  const started = performance.now()
  const read = readNotice(bytes)
  const seconds = Math.round((performance.now() - started) / 10) / 100
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const outcome = read.ok ? 'read' : read.failure[0]?.code
  process.stdout.write(`${JSON.stringify({ name, outcome, seconds, megabytes })}\n`)
}
