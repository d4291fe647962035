import { Kysely, sql } from 'kysely'
import type { Config } from './config.ts'
import { connectEmbedded } from './database/connect-embedded.ts'
import { connectPostgresql } from './database/connect-postgresql.ts'
import { guardedDialect } from './database/guarded-dialect.ts'
import { checkpointWhenLarge, keepLogShort } from './database/keep-log-short.ts'
import { inOneState, readAtRest } from './database/read-at-rest.ts'
import type { Database, Schema } from './database.ts'
import type { Log } from './log.ts'

export type OpenedDatabase = {
  readonly db: Kysely<Schema>
  readonly engine: 'embedded' | 'postgresql'
  /** Writes everything to its place and lets go of the log, which grows with every import. */
  checkpoint(): Promise<void>
  /** Does so inside a long transaction, when the log has grown large. */
  shortenLog(tx: Database): Promise<void>
  /** Runs `work` on one state of the whole database, while it goes on being used and changed. */
  snapshot<Value>(work: (tx: Database) => Promise<Value>): Promise<Value>
  close(): Promise<void>
}

type OpenOptions = {
  readonly config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>
  readonly log: Pick<Log, 'warn' | 'fatal'>
  /** Called when the embedded engine has stopped by itself and nothing can be read or written any more. */
  readonly onStopped?: (reason: Error) => void
  /** Called for every query, for the metrics; never with its text or values. */
  readonly onQuery?: (outcome: 'ok' | 'error', milliseconds: number) => void
}

/**
 * Opens the database: PostgreSQL where `DATABASE_URL` names one, else the embedded one in the data folder.
 *
 * Rejects with a `StartRefusal` when another process has the data folder, or the server cannot be used.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  const { config, log, onStopped = () => {}, onQuery = () => {} } = options
  const stopped = (reason: Error) => {
    log.fatal({ err: reason }, 'the embedded database has stopped')
    onStopped(reason)
  }
  const connected = config.DATABASE_URL
    ? await connectPostgresql(config.DATABASE_URL, (err) =>
        log.warn({ err }, 'a database connection was lost'),
      )
    : await connectEmbedded(config.DATA_DIR, stopped)

  const db = new Kysely<Schema>({
    dialect: guardedDialect(connected.pool),
    log: ({ level, queryDurationMillis }) => onQuery(level === 'query' ? 'ok' : 'error', queryDurationMillis),
  })
  const isEmbedded = !config.DATABASE_URL
  const keeper = isEmbedded ? keepLogShort(db) : null
  return {
    db,
    engine: isEmbedded ? 'embedded' : 'postgresql',
    checkpoint: async () => {
      if (isEmbedded) await sql`checkpoint`.execute(db)
    },
    shortenLog: async (tx) => {
      if (isEmbedded) await checkpointWhenLarge(tx)
    },
    snapshot: (work) =>
      isEmbedded ? readAtRest({ db, dataFolder: config.DATA_DIR }, work) : inOneState(db, work),
    close: async () => {
      await keeper?.stop()
      await db.destroy()
      await connected.close()
    },
  }
}
