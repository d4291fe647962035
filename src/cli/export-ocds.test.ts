import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importNotices, noticesInBytes } from '#src/modules/notices/index.ts'
import type { Program } from '#src/program.ts'
import { withDatabase } from '#src/testing/database.ts'
import { noticeXml } from '#src/testing/notice-xml.ts'
import { exportData } from './export-ocds.ts'

const now = () => new Date('2026-11-01T12:00:00Z')
const COUNT = 130

async function* notices() {
  for (let at = 0; at < COUNT; at += 1) {
    const id = `0b9d7d10-5d0f-4d0c-9a35-${String(at).padStart(12, '0')}`
    yield { name: `${at}.xml`, bytes: new TextEncoder().encode(noticeXml({ id })) }
  }
}

/** What of the program an export needs. */
function programOf(db: Program['db']): Program {
  return { db, now, config: { BASE_URL: 'https://spydspiss.example' } } as unknown as Program
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function run(
  program: Program,
  cwd: string,
  args: readonly string[],
  signal = new AbortController().signal,
) {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const output = { line: say, complain: say, progress: () => undefined }
  return { code: await exportData.run({ program, args, cwd, output, signal }), said }
}

test('everything is written as one package or as lines, and comes back as what it was', () =>
  withDatabase((db) =>
    inFolder(async (folder) => {
      await importNotices({ db, now }, notices())
      const program = programOf(db)
      expect(await run(program, folder, ['ocds', 'alt.json', '--json'])).toEqual({
        code: 0,
        said: [`{"releases":${COUNT},"leftOut":0}`],
      })
      expect((await run(program, folder, ['ocds', 'alt.jsonl'])).code).toBe(0)
      expect((await run(program, folder, ['ocds', 'senere.jsonl', '--since', '2099-01-01'])).said[0]).toMatch(
        /^0 releases/,
      )
      expect((await readdir(folder)).toSorted()).toEqual(['alt.json', 'alt.jsonl', 'senere.jsonl'])
      for (const name of ['alt.json', 'alt.jsonl']) {
        const bytes = await readFile(join(folder, name))
        // Each names the notice it was made from, so none is stored twice.
        expect(await importNotices({ db, now }, noticesInBytes(name, bytes))).toMatchObject({
          read: COUNT,
          stored: 0,
          quarantined: 0,
        })
      }
    }),
  ))

test('what cannot be done is told, and leaves what was there', () =>
  withDatabase((db) =>
    inFolder(async (folder) => {
      const program = programOf(db)
      expect((await run(program, folder, ['ocds'])).said[0]).toMatch(/^Say what and where/)
      expect((await run(program, folder, ['ocds', 'a.json', '--since', 'i går'])).said[0]).toMatch(
        /is not a day/,
      )
      expect(await run(program, folder, ['ocds', 'ingen/a.json'])).toMatchObject({
        code: 2,
        said: [expect.stringMatching(/ENOENT/)],
      })
      await importNotices({ db, now }, notices())
      expect((await run(program, folder, ['ocds', 'a.json'], AbortSignal.abort())).code).toBe(2)
      expect(await readdir(folder)).toEqual([])
    }),
  ))
