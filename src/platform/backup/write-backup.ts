import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { writeBackupFile } from './backup-file.ts'
import type { BackupHeader, BackupMark, BackupSummary, Progress } from './contents.ts'
import { describeTables, readSequences, type Table } from './describe-tables.ts'
import { createDigester, digested } from './digest.ts'
import { readRows } from './read-rows.ts'

/** Rows of a table whose content lies outside the database; each a line, as `readRows` would write it. */
export type RowsElsewhere = {
  readonly count: (tx: Database) => Promise<number>
  readonly rows: (tx: Database) => AsyncIterable<readonly string[]>
}

export type WriteOptions = {
  readonly path: string
  readonly now: Date
  readonly engine: string
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
  /** By the name of the table. */
  readonly elsewhere?: ReadonlyMap<string, RowsElsewhere>
}

/**
 * Writes every table into one file. To be called in a transaction that sees one state of the database
 * (`repeatable read`), or the tables will not belong together.
 */
export async function writeBackup(tx: Database, options: WriteOptions): Promise<BackupSummary> {
  const header = await describe(tx, options)
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = await writeBackupFile(options.path, textOf(tx, header, { ...options, total: rows }))
  return { tables: header.tables.length, rows, bytes }
}

async function describe(tx: Database, { now, engine, elsewhere }: WriteOptions): Promise<BackupHeader> {
  const tables = await describeTables(tx)
  const counted: BackupHeader['tables'] = []
  for (const { name, columns } of tables) {
    const rows = await (elsewhere?.get(name)?.count(tx) ?? countRows(tx, name))
    counted.push({ name, columns: [...columns], rows })
  }
  return {
    kind: 'header',
    madeAt: now.toISOString(),
    engine,
    migrations: await readApplied(tx, tables),
    tables: counted,
    sequences: [...(await readSequences(tx))],
  }
}

async function countRows(tx: Database, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(tx)
  return rows[0]?.count ?? 0
}

async function readApplied(tx: Database, tables: readonly Table[]): Promise<BackupHeader['migrations']> {
  if (!tables.some(({ name }) => name === 'schema_migration')) return []
  const { rows } = await sql<{ name: string; sha256: string }>`
    select name, sha256 from schema_migration order by name
  `.execute(tx)
  return rows.map(({ name, sha256 }) => ({ name, sha256 }))
}

/** The text of the backup, in pieces of lines. */
async function* textOf(
  tx: Database,
  header: BackupHeader,
  { total, onProgress, signal, elsewhere }: WriteOptions & { total: number },
): AsyncGenerator<string> {
  const mark = (said: BackupMark) => `${JSON.stringify(said)}\n`
  yield `${JSON.stringify(header)}\n`
  let done = 0
  for (const table of header.tables) {
    const digester = createDigester()
    yield mark({ kind: 'table', name: table.name })
    for await (const some of elsewhere?.get(table.name)?.rows(tx) ?? readRows(tx, table)) {
      signal?.throwIfAborted()
      for (const row of some) {
        yield* digested(row, digester)
        yield '\n'
      }
      done += some.length
      onProgress?.({ done, total })
    }
    yield mark({ kind: 'end', name: table.name, ...digester.result() })
  }
  yield mark({ kind: 'done' })
}
