import { sql } from 'kysely'
import type { Database } from '#src/platform/database.ts'
import { writeBackupFile } from './backup-file.ts'
import type { BackupHeader, BackupMark, BackupSummary, Progress } from './contents.ts'
import { describeTables, readSequences, type Table } from './describe-tables.ts'
import { createDigester } from './digest.ts'
import { readRows } from './read-rows.ts'

export type WriteOptions = {
  readonly path: string
  readonly now: Date
  readonly engine: string
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/**
 * Writes every table into one file. To be called in a transaction that sees one state of the database
 * (`repeatable read`), or the tables will not belong together.
 */
export async function writeBackup(tx: Database, options: WriteOptions): Promise<BackupSummary> {
  const header = await describe(tx, options)
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0)
  const bytes = await writeBackupFile(options.path, linesOf(tx, header, { ...options, total: rows }))
  return { tables: header.tables.length, rows, bytes }
}

async function describe(tx: Database, { now, engine }: WriteOptions): Promise<BackupHeader> {
  const tables = await describeTables(tx)
  const counted: BackupHeader['tables'] = []
  for (const { name, columns } of tables) {
    counted.push({ name, columns: [...columns], rows: await countRows(tx, name) })
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

async function* linesOf(
  tx: Database,
  header: BackupHeader,
  { total, onProgress, signal }: Pick<WriteOptions, 'onProgress' | 'signal'> & { total: number },
): AsyncGenerator<string> {
  const mark = (said: BackupMark) => JSON.stringify(said)
  yield JSON.stringify(header)
  let done = 0
  for (const table of header.tables) {
    const digester = createDigester()
    yield mark({ kind: 'table', name: table.name })
    for await (const lines of readRows(tx, table)) {
      signal?.throwIfAborted()
      for (const line of lines) {
        digester.add(line)
        yield line
      }
      done += lines.length
      onProgress?.({ done, total })
    }
    yield mark({ kind: 'end', name: table.name, ...digester.result() })
  }
  yield mark({ kind: 'done' })
}
