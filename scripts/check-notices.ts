/**
 * Reads every notice in files and folders without storing anything, and tells how it went:
 * `npm run check:notices -- FOLDER`. Ends with 1 when one was refused, 2 when there was nothing to read.
 */
import { fileSource, problemText, readNotice } from '#src/modules/notices/index.ts'

const counts = new Map<string, number>()
const tally = { read: 0, refused: 0, skipped: 0, milliseconds: 0 }

for await (const item of fileSource(process.argv.slice(2))) {
  if ('skipped' in item) {
    tally.skipped += 1
    continue
  }
  const started = performance.now()
  const result = 'bytes' in item ? readNotice(item.bytes) : { ok: false as const, failure: item.problems }
  tally.milliseconds += performance.now() - started
  if (result.ok) {
    tally.read += 1
    for (const code of new Set(result.value.remarks.map((remark) => remark.code))) {
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  } else {
    tally.refused += 1
    for (const problem of result.failure) console.error(`${item.name}: ${problemText(problem, 'en')}`)
  }
}

const total = tally.read + tally.refused
for (const [code, count] of [...counts].sort(([, one], [, other]) => other - one)) {
  console.log(`${String(count).padStart(6)}  ${code}`)
}
console.log(
  `${tally.read} read, ${tally.refused} refused, ${tally.skipped} skipped; ` +
    `${(tally.milliseconds / Math.max(total, 1)).toFixed(2)} ms a notice`,
)
process.exitCode = total === 0 ? 2 : tally.refused > 0 ? 1 : 0
