import { sql } from 'kysely'
import { type Database, inTransaction } from '#src/platform/database.ts'
import { lockMigrations, makeLikeMigrations } from '#src/platform/migrate.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { readBackupFile } from './backup-file.ts'
import { type BackupHeader, BackupMark, isRow, type Progress } from './contents.ts'
import { describeTables, setSequence, type Table } from './describe-tables.ts'
import { createDigester, digested, digestTable, type TableDigest } from './digest.ts'
import { insertLongRow } from './insert-long-row.ts'
import { withRulesAside } from './put-aside.ts'
import type { RowText } from './read-rows.ts'

export type RestoreOptions = {
  readonly path: string
  /** What `inspectBackup` answered. */
  readonly header: BackupHeader
  readonly onProgress?: (progress: Progress) => void
  /** Called between batches, for what the engine needs (the embedded one: a checkpoint, or its log grows). */
  readonly betweenBatches?: (tx: Database) => Promise<unknown>
  readonly signal?: AbortSignal
}

export type RestoreRefusal =
  | { readonly kind: 'notEmpty'; readonly tables: number }
  | { readonly kind: 'notAsWritten'; readonly what: string }

/** Thrown when what is in the file, or in the database after, is not what it should be; nothing of it is kept. */
class NotAsWritten extends Error {
  override readonly name = 'NotAsWritten'
}

const MOST_ROWS = 1000
const MUCH_TEXT = 2 * 1024 * 1024

/**
 * Makes an empty database what the backup says, in one transaction: tables by the migrations of that time, their rows,
 * where sequences stood. At the end every table is read again and compared with what was written.
 */
export async function restoreBackup(
  db: Database,
  options: RestoreOptions,
): Promise<Result<{ readonly rows: number }, RestoreRefusal>> {
  try {
    return await inTransaction(db, (tx) => restore(tx, options))
  } catch (error) {
    if (error instanceof NotAsWritten) return fail({ kind: 'notAsWritten', what: error.message })
    throw error
  }
}

async function restore(
  tx: Database,
  options: RestoreOptions,
): Promise<Result<{ readonly rows: number }, RestoreRefusal>> {
  const { header } = options
  await lockMigrations(tx)
  const there = await describeTables(tx)
  if (there.length > 0) return fail({ kind: 'notEmpty', tables: there.length })
  await makeLikeMigrations(
    tx,
    header.migrations.map(({ name }) => name),
  )
  await compareForms(tx, header.tables)
  const names = header.tables.map(({ name }) => name)
  // What the migrations themselves have put in is in the backup too.
  await sql`truncate ${sql.join(names.map((name) => sql.table(name)))}`.execute(tx)
  const written = new Map<string, TableDigest>()
  await withRulesAside(tx, names, () => load(tx, { ...options, written }))
  for (const sequence of header.sequences) await setSequence(tx, sequence)
  for (const table of header.tables) await compareContent(tx, table, written.get(table.name))
  // The embedded engine has nobody who would do it later, and guesses badly until then.
  await sql`analyze`.execute(tx)
  return ok({ rows: header.tables.reduce((sum, table) => sum + table.rows, 0) })
}

async function compareForms(tx: Database, tables: readonly Table[]): Promise<void> {
  const formOf = ({ name, columns }: Table) =>
    `${name}(${columns.map((column) => `${column.name} ${column.type}`).join(', ')})`
  const made = (await describeTables(tx)).map(formOf)
  const other = tables.map(formOf).find((form) => !made.includes(form))
  if (other || made.length !== tables.length) {
    throw new NotAsWritten(
      `The backup has a table that its migrations do not make: ${other ?? 'one too few'}`,
    )
  }
}

async function compareContent(tx: Database, table: Table, written: TableDigest | undefined): Promise<void> {
  const { rows, digest } = await digestTable(tx, table)
  if (rows !== written?.rows || digest !== written.digest)
    throw new NotAsWritten(`The table ${table.name} did not become what the backup says`)
}

type Load = RestoreOptions & { readonly written: Map<string, TableDigest> }

async function load(tx: Database, { path, header, written, ...options }: Load): Promise<void> {
  const total = header.tables.reduce((sum, table) => sum + table.rows, 0)
  let done = 0
  let batch = createBatch(null)
  const flush = async () => {
    options.signal?.throwIfAborted()
    done += await batch.insert(tx)
    options.onProgress?.({ done, total })
    await options.betweenBatches?.(tx)
  }
  let isDone = false
  let isHeader = true
  for await (const line of readBackupFile(path)) {
    if (typeof line !== 'string') {
      await flush()
      done += await batch.insertLong(tx, line)
      await flush()
    } else if (isRow(line)) {
      if (batch.add(line)) await flush()
    } else if (!isHeader) {
      await flush()
      const mark = BackupMark.parse(JSON.parse(line))
      if (mark.kind === 'table')
        batch = createBatch(header.tables.find(({ name }) => name === mark.name) ?? null)
      if (mark.kind === 'end') written.set(mark.name, batch.check(mark))
      isDone = mark.kind === 'done'
    }
    isHeader = false
  }
  if (!isDone) throw new NotAsWritten('The backup ends too early')
}

/** Rows of one table on their way in. */
function createBatch(table: Table | null) {
  const digester = createDigester()
  let lines: string[] = []
  let length = 0
  return {
    /** Answers whether there are enough of them to be put in. */
    add(line: string): boolean {
      digester.add(line)
      lines.push(line)
      length += line.length
      return lines.length >= MOST_ROWS || length >= MUCH_TEXT
    },
    async insert(tx: Database): Promise<number> {
      const count = lines.length
      if (count === 0) return 0
      if (!table) throw new NotAsWritten('The backup has rows of a table that it does not describe')
      const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)))
      const values = sql.join(
        table.columns.map(({ type }, at) => sql`(row_text ->> ${sql.lit(at)})::${sql.raw(type)}`),
      )
      await sql`
        insert into ${sql.table(table.name)} (${columns}) overriding system value
        select ${values} from json_array_elements(${`[${lines.join(',')}]`}::json) as given (row_text)
      `.execute(tx)
      lines = []
      length = 0
      return count
    },
    async insertLong(tx: Database, row: RowText): Promise<1> {
      if (!table) throw new NotAsWritten('The backup has rows of a table that it does not describe')
      await insertLongRow(tx, table, digested(row, digester))
      return 1
    },
    check(expected: TableDigest): TableDigest {
      const { rows, digest } = digester.result()
      if (rows !== expected.rows || digest !== expected.digest)
        throw new NotAsWritten(`The rows of ${table?.name} are not those that were written`)
      return { rows, digest }
    },
  }
}
