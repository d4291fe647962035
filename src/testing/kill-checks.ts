import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Ground, Place } from './kill-grounds.ts'
import { type KillReport, killRounds } from './kill-rounds.ts'
import { writeManyNotices } from './many-notices.ts'
import { runCommand } from './running-site.ts'
import { seededRandom } from './seeded-random.ts'

export type KillCheck = {
  readonly ground: Ground
  readonly seed: number
  readonly kills: number
  readonly tell?: (line: string) => void
}

const NOTICES = 150

/** `kill -9` at random moments of an import of many notices into a database that has been prepared. */
export function killImports(check: KillCheck): Promise<KillReport> {
  return withPrepared(check, ({ prepared, notices }) =>
    killRounds({
      ...check,
      random: seededRandom(check.seed),
      from: prepared,
      command: ['import', notices, '--json'],
      afterComplaint: 8,
    }),
  )
}

/** … of the first start of an installation: the making of the database, migrations, what ships. */
export function killMigrations(check: KillCheck): Promise<KillReport> {
  return killRounds({ ...check, random: seededRandom(check.seed), command: ['migrate'] })
}

/** … of making everything anew, after an upgrade to a reader that understands more. */
export function killReprocessing(check: KillCheck): Promise<KillReport> {
  return withPrepared(check, async ({ prepared, notices }) => {
    await succeed(['import', notices], prepared, 1)
    await prepared.look((db) =>
      sql`
        update notice set reader_version = 0, title = 'ulest', content = content || '{"title": "ulest"}', cpv = '{}'
      `.execute(db),
    )
    return killRounds({
      ...check,
      random: seededRandom(check.seed),
      from: prepared,
      command: ['reprocess', '--json'],
    })
  })
}

type Prepared = { readonly prepared: Place; readonly notices: string }

async function withPrepared<Value>(
  { ground, seed }: KillCheck,
  work: (given: Prepared) => Promise<Value>,
): Promise<Value> {
  const notices = mkdtempSync(join(tmpdir(), 'spydspiss-many-'))
  writeManyNotices(notices, NOTICES, seededRandom(seed))
  const prepared = await ground.place()
  try {
    await succeed(['migrate'], prepared, 0)
    return await work({ prepared, notices })
  } finally {
    await prepared.remove()
    rmSync(notices, { recursive: true })
  }
}

async function succeed(command: readonly string[], { settings }: Place, expected: number): Promise<void> {
  const { code, out, error } = await runCommand(command, settings)
  if (code !== expected) throw new Error(`${command[0]} ended with ${code}:\n${out}${error}`)
}
