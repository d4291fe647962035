import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { runCommand } from '#src/testing/running-site.ts'

/** In units of 512 bytes: no file may grow beyond 20 MB, which is room for the log of the database and not for the notices. */
const LARGEST_FILE = 40_000
const NOTICES = 60

test('a disk that is full is told in a sentence, keeps what was stored, and with room again the import goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-full-'))
  try {
    const settings = { DATA_DIR: join(folder, 'data') }
    writeLargeNotices(folder)

    const full = await runWithLimit(['import', folder, '--json'], settings)
    expect(full.code, full.error).toBe(2)
    expect(full.error).toContain('The disk is full')
    expect(full.error).not.toMatch(/\n\s+at /)

    const again = await runCommand(['import', folder, '--json'], settings)
    expect(again.code, again.error).toBe(0)
    const report = JSON.parse(again.out)
    expect(report).toMatchObject({ read: NOTICES, superseded: 0, quarantined: 0 })
    expect(report.unchanged).toBeGreaterThan(0)
    expect(report.stored).toBeGreaterThan(0)
    expect((await runCommand(['doctor'], settings)).code).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

function writeLargeNotices(folder: string): void {
  for (let at = 0; at < NOTICES; at += 1) {
    const id = `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}`
    const comment = randomBytes(600_000).toString('base64')
    writeFileSync(join(folder, `${at}.xml`), noticeXml({ id, comment }))
  }
}

/** The limit of a process stands for the disk: a write beyond it fails in the same way, and nobody has to be root. */
async function runWithLimit(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const script = `trap '' XFSZ; ulimit -f ${LARGEST_FILE}; exec "$0" "$@"`
  const child = spawn('sh', ['-c', script, process.execPath, 'src/cli/main.ts', ...args], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [error, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { code, error }
}
