import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { filesInUse } from '#src/modules/documents/index.ts'
import { counties, municipalities, readRegister } from '#src/modules/organisations/index.ts'
import { missingFiles } from '#src/platform/files/index.ts'
import { readMigrations } from '#src/platform/migrate.ts'
import type { Program } from '#src/program.ts'
import { checkSources } from './check-sources.ts'
import { type Command, EXIT } from './command.ts'

type Finding = { readonly ok: boolean; readonly text: string }

const LITTLE_SPACE = 1_000_000_000

/** `spydspiss doctor`: what is in order, what is not, and what to do about it. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Check the settings, the database, the registers and the search index',
  help: `Usage: spydspiss doctor

Looks at Node, the data folder, the database and its version, the registers, how notices are fetched, whether the search
index is in step, and whether every uploaded document is in the file store.
Prints one line each; what is wrong comes with what to do. Changes nothing. Exit code 1 when something is wrong.`,
  run: async ({ program, output }) => {
    const checks = [
      checkNode,
      checkFolder,
      checkMigrations,
      checkRegister,
      checkSources,
      checkIndex,
      checkFiles,
    ]
    const findings: Finding[] = []
    for (const check of checks) findings.push(...(await check(program).catch(toFinding)))
    for (const { ok, text } of findings) output.line(`${ok ? 'ok     ' : 'problem'}  ${text}`)
    return findings.every(({ ok }) => ok) ? EXIT.done : EXIT.someRefused
  },
}

function toFinding(error: unknown): readonly Finding[] {
  return [{ ok: false, text: error instanceof Error ? error.message : String(error) }]
}

async function checkNode(): Promise<readonly Finding[]> {
  return [{ ok: true, text: `Node ${process.versions.node} on ${process.platform}-${process.arch}` }]
}

async function checkFolder({ config, engine }: Program): Promise<readonly Finding[]> {
  if (engine === 'postgresql') return [{ ok: true, text: 'PostgreSQL, named by DATABASE_URL' }]
  await access(config.DATA_DIR, constants.W_OK)
  const { bavail, bsize } = await statfs(config.DATA_DIR)
  const free = bavail * bsize
  return [
    { ok: true, text: `Embedded database in ${config.DATA_DIR}` },
    free > LITTLE_SPACE
      ? { ok: true, text: `${Math.floor(free / 1e9)} GB free where it lies` }
      : {
          ok: false,
          text: `Only ${Math.floor(free / 1e6)} MB free in ${config.DATA_DIR}: make room before an import.`,
        },
  ]
}

async function checkMigrations({ db }: Program): Promise<readonly Finding[]> {
  const { rows } = await sql<{ applied: number }>`select count(*) as applied from schema_migration`.execute(
    db,
  )
  const missing = readMigrations().length - (rows[0]?.applied ?? 0)
  return [
    missing === 0
      ? { ok: true, text: 'The database is of this version' }
      : { ok: false, text: `${missing} migrations are missing: run spydspiss migrate` },
  ]
}

async function checkRegister({ db }: Program): Promise<readonly Finding[]> {
  const register = await readRegister(db)
  const [kommuner, fylker] = [municipalities(register).length, counties(register).length]
  return [
    kommuner === 357 && fylker === 15
      ? { ok: true, text: '357 municipalities and 15 counties' }
      : {
          ok: false,
          text: `${kommuner} municipalities and ${fylker} counties, not 357 and 15: run spydspiss migrate`,
        },
  ]
}

async function checkIndex({ search }: Program): Promise<readonly Finding[]> {
  const { documents, state } = await search.status()
  return [
    state === 'ready'
      ? { ok: true, text: `${documents} documents in the search index` }
      : {
          ok: false,
          text: `The search index is ${state}: run spydspiss migrate, or wait while the server builds it`,
        },
  ]
}

async function checkFiles({ config, db, files }: Program): Promise<readonly Finding[]> {
  const missing = await missingFiles({ db, shelves: files.shelves, used: filesInUse })
  if (!missing.ok) {
    const reason = 'reason' in missing.failure ? ` (${missing.failure.reason})` : ''
    return [
      { ok: false, text: `The file store ${config.FILE_STORE} does not answer${reason}: check its settings` },
    ]
  }
  return [
    missing.value.length === 0
      ? { ok: true, text: `Every document is in the file store (${config.FILE_STORE})` }
      : {
          ok: false,
          text: `Missing in the file store (${missing.value.length}), to be had from a backup: ${missing.value.join(' ')}`,
        },
  ]
}
