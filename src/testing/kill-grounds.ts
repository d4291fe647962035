import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '#src/platform/database.ts'
import { createLog } from '#src/platform/log.ts'
import { openDatabase } from '#src/platform/open-database.ts'
import { connect, untilUnused } from './postgresql-database.ts'
import { startPostgres } from './start-postgres.ts'

/** A database that commands can be run on and killed. */
export type Place = {
  readonly settings: Readonly<Record<string, string>>
  readonly look: <Value>(work: (db: Kysely<Schema>) => Promise<Value>) => Promise<Value>
  readonly remove: () => Promise<void>
}

/** An engine on which databases are made: empty, or like another that nobody uses at the moment. */
export type Ground = {
  readonly engine: 'embedded' | 'postgresql'
  readonly place: (like?: Place) => Promise<Place>
  readonly close: () => Promise<void>
}

const log = createLog({ LOG_LEVEL: 'silent' })

export async function embeddedGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'spydspiss-kills-'))
  let count = 0
  const place = async (like?: Place): Promise<Place> => {
    count += 1
    const dataDir = join(folder, String(count))
    const model = like?.settings.DATA_DIR
    if (model && existsSync(model)) cpSync(model, dataDir, { recursive: true })
    return {
      settings: { DATA_DIR: dataDir },
      look: async (work) => {
        const { db, close } = await openDatabase({ config: { DATA_DIR: dataDir }, log })
        return work(db).finally(close)
      },
      remove: async () => rmSync(dataDir, { recursive: true, force: true }),
    }
  }
  return { engine: 'embedded', place, close: async () => rmSync(folder, { recursive: true, force: true }) }
}

export async function postgresqlGround(): Promise<Ground> {
  const postgres = await startPostgres()
  const server = await connect(postgres.url)
  const dataDir = mkdtempSync(join(tmpdir(), 'spydspiss-kills-'))
  const place = async (like?: Place): Promise<Place> => {
    const name = `spydspiss_kills_${crypto.randomUUID().slice(0, 8)}`
    const model = like ? new URL(like.settings.DATABASE_URL ?? '').pathname.slice(1) : 'template0'
    await untilUnused(server.db, model)
    await sql`create database ${sql.id(name)} encoding 'UTF8' template ${sql.id(model)}`.execute(server.db)
    const url = new URL(postgres.url)
    url.pathname = `/${name}`
    return {
      settings: { DATABASE_URL: url.href, DATA_DIR: dataDir },
      look: async (work) => {
        const { db, close } = await connect(url.href)
        return work(db).finally(close)
      },
      remove: async () => {
        await sql`drop database ${sql.id(name)} with (force)`.execute(server.db)
      },
    }
  }
  const close = async () => {
    await server.close()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { engine: 'postgresql', place, close }
}
