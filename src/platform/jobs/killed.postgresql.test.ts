import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { ok } from '#src/platform/result.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { runJob } from './index.ts'

const PROCESS = new URL('../../testing/leasing-process.ts', import.meta.url).pathname
const LEASE_MS = 800
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

test('a process that is killed at its work keeps the lease while it lived, and loses it soon after', () =>
  withOwnDatabase(async (db) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
    const url = new URL(inject('postgresUrl') ?? '')
    url.pathname = `/${rows[0]?.name}`
    const child = spawn(process.execPath, [PROCESS, url.href, String(LEASE_MS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const mine = { name: 'long-work', nextAfter: (moment: Date) => moment, run: async () => ok('done here') }
    const take = () => runJob({ db, log: quiet }, mine, { signal: new AbortController().signal })

    // Longer than the lease: it lives because its heart beats.
    await new Promise((later) => setTimeout(later, LEASE_MS * 1.5))
    expect(await take()).toMatchObject({ ok: false })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await take()).toMatchObject({ ok: false })
    await new Promise((later) => setTimeout(later, LEASE_MS * 1.5))
    expect(await take()).toEqual(ok({ kind: 'success', report: 'done here' }))
  }))
