import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { lockDataFolder } from './database/data-folder-lock.ts'
import { checkpointWhenLarge } from './database/keep-log-short.ts'
import { createLog } from './log.ts'
import { openDatabase } from './open-database.ts'
import { StartRefusal } from './start-refusal.ts'

const log = createLog({ LOG_LEVEL: 'silent' })
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'spydspiss-'))
const DATA_DIR = path.join(root, 'data')
afterAll(() => fs.rmSync(root, { recursive: true }))

test('a second process is refused with the number of the first; after kill -9 all that was stored is there', async () => {
  const writer = spawn(process.execPath, ['src/testing/writing-process.ts', DATA_DIR], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await untilSaid(writer, 200)

  const refusal = await openDatabase({ config: { DATA_DIR }, log }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StartRefusal)
  expect(String(refusal)).toContain(
    `Another process (${writer.pid}) is using the data folder ${DATA_DIR}. Stop it first (kill ${writer.pid}), or`,
  )

  writer.kill('SIGKILL')
  await once(writer, 'exit')
  const { db, close } = await openDatabase({ config: { DATA_DIR }, log })
  const { rows } = await sql<{
    count: number
    last: number
  }>`select count(*), max(number) as last from stored`.execute(db)
  expect(rows[0]?.last).toBeGreaterThanOrEqual(said())
  expect(rows[0]?.count).toBe(rows[0]?.last)
  await close()
})

test('what has been stored is there at the next start, and the folder is for its owner only', async () => {
  const first = await openDatabase({ config: { DATA_DIR }, log })
  await sql`create table kept (name text)`.execute(first.db)
  await sql`insert into kept values ('Ærfugl')`.execute(first.db)
  await first.close()

  const second = await openDatabase({ config: { DATA_DIR }, log })
  expect((await sql`select name from kept`.execute(second.db)).rows).toEqual([{ name: 'Ærfugl' }])
  expect(second.engine).toBe('embedded')
  expect((fs.statSync(DATA_DIR).mode & 0o777).toString(8)).toBe('700')
  await second.close()
})

test('a heavy query does not stop the main thread, and is counted', async () => {
  const queries: string[] = []
  const { db, close } = await openDatabase({
    config: { DATA_DIR },
    log,
    onQuery: (outcome) => queries.push(outcome),
  })
  const stall = watchStalls()
  const begun = performance.now()
  await sql`select count(*) from generate_series(1, 4000000)`.execute(db)
  const took = performance.now() - begun

  expect(stall.longest()).toBeLessThan(took / 4)
  await expect(sql`select 1 / 0`.execute(db)).rejects.toMatchObject({ code: '22012' })
  expect(queries.slice(-2)).toEqual(['ok', 'error'])
  await close()
})

test('the log of the database is let go when it has grown', async () => {
  const { db, checkpoint, close } = await openDatabase({ config: { DATA_DIR }, log })
  await sql`create table bulk as select repeat('x', 1000) as text from generate_series(1, 20000)`.execute(db)
  expect(await checkpointWhenLarge(db, 10_000_000)).toBe(true)
  expect(await checkpointWhenLarge(db, 10_000_000)).toBe(false)
  await checkpoint()
  await close()
})

test('when the engine gives up everybody who waits is told, and so is the program', async () => {
  const stopped = Promise.withResolvers<Error>()
  const { db, close } = await openDatabase({ config: { DATA_DIR }, log, onStopped: stopped.resolve })
  await sql`select 1`.execute(db)
  const control = path.join(DATA_DIR, 'database/global/pg_control')
  fs.renameSync(control, `${control}.away`)

  await expect(sql`checkpoint`.execute(db)).rejects.toThrow(
    /^The embedded database has stopped: .*pg_control/,
  )
  expect((await stopped.promise).message).toMatch(/^The embedded database has stopped: .*pg_control/)
  await expect(sql`select 1`.execute(db)).rejects.toThrow('The embedded database is not open')
  await close()

  fs.renameSync(`${control}.away`, control)
  const again = await openDatabase({ config: { DATA_DIR }, log })
  expect((await sql`select name from kept`.execute(again.db)).rows).toEqual([{ name: 'Ærfugl' }])
  await again.close()
})

test('a database that cannot be opened lets go of the folder', async () => {
  const broken = path.join(root, 'broken')
  fs.mkdirSync(path.join(broken, 'database'), { recursive: true })
  fs.writeFileSync(path.join(broken, 'database/PG_VERSION'), '9.6\n')

  const refusal = await openDatabase({ config: { DATA_DIR: broken }, log }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StartRefusal)
  expect(String(refusal)).toContain(`The database in ${broken}/database cannot be opened: `)
  lockDataFolder(broken).release()
})

test('a folder that cannot be used is told by its name', async () => {
  const file = path.join(root, 'file')
  fs.writeFileSync(file, '')
  await expect(openDatabase({ config: { DATA_DIR: file }, log })).rejects.toThrow(
    `The data folder ${file} cannot be written to: choose another with DATA_DIR.`,
  )
})

test('a server that does not answer is told without the password', async () => {
  const config = { DATA_DIR, DATABASE_URL: 'postgres://kari:pa55word@127.0.0.1:1/spydspiss' }
  const refusal = await openDatabase({ config, log }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StartRefusal)
  expect(String(refusal)).toContain('The database spydspiss at 127.0.0.1:1 does not answer (ECONNREFUSED)')
  expect(String(refusal)).not.toMatch(/kari|pa55word/)
})

/** Waits until the process has stored `count` numbers; answers how to ask for the last that it told. */
async function untilSaid(writer: ChildProcess, count: number): Promise<() => number> {
  let last = 0
  const enough = Promise.withResolvers<void>()
  writer.stdout?.on('data', (text: Buffer) => {
    last = Number(text.toString().trimEnd().split('\n').at(-1))
    if (last >= count) enough.resolve()
  })
  writer.once('exit', () => enough.reject(new Error('The writing process ended')))
  await enough.promise
  return () => last
}

function watchStalls(): { longest: () => number } {
  let [longest, last] = [0, performance.now()]
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  return {
    longest: () => {
      clearInterval(timer)
      return longest
    },
  }
}
