import { createHash } from 'node:crypto'
import type { Database } from '#src/platform/database.ts'
import { type Column, describeTables, type Table } from './describe-tables.ts'
import { type RowText, readRows } from './read-rows.ts'

/** What is in a table, whatever the order of its rows: how many, and the sum of their hashes. */
export type TableDigest = { readonly rows: number; readonly digest: string }

const BITS = 256

export type Digester = {
  readonly add: (line: string) => void
  /** A line that comes in pieces; it counts when it has ended. */
  readonly begin: () => { readonly add: (piece: string) => void; readonly end: () => void }
  readonly result: () => TableDigest
}

export function createDigester(): Digester {
  let rows = 0
  let sum = 0n
  const begin: Digester['begin'] = () => {
    const hash = createHash('sha256')
    return {
      add: (piece) => void hash.update(piece),
      end: () => {
        rows += 1
        sum = BigInt.asUintN(BITS, sum + BigInt(`0x${hash.digest('hex')}`))
      },
    }
  }
  return {
    begin,
    add: (line) => {
      const row = begin()
      row.add(line)
      row.end()
    },
    result: () => ({ rows, digest: sum.toString(16).padStart(BITS / 4, '0') }),
  }
}

/** The text of a row as it comes, which counts when it has been read to its end. */
export async function* digested(row: RowText, digester: Digester): AsyncGenerator<string> {
  const line = digester.begin()
  for await (const piece of typeof row === 'string' ? [row] : row.pieces) {
    line.add(piece)
    yield piece
  }
  line.end()
}

export async function digestTable(tx: Database, table: Table): Promise<TableDigest> {
  const digester = createDigester()
  for await (const rows of readRows(tx, table)) {
    for (const row of rows) for await (const _ of digested(row, digester));
  }
  return digester.result()
}

/**
 * What is in the whole database, table by table, for comparing two of them. Left out are the columns that hold numbers
 * of the server's transactions, which say nothing elsewhere, and those that `without` names.
 */
export async function digestDatabase(
  tx: Database,
  without: (table: string, column: Column) => boolean = () => false,
): Promise<Readonly<Record<string, TableDigest>>> {
  const digests: Record<string, TableDigest> = {}
  for (const { name, columns } of await describeTables(tx)) {
    const compared = columns.filter((column) => column.type !== 'xid8' && !without(name, column))
    if (compared.length > 0) digests[name] = await digestTable(tx, { name, columns: compared })
  }
  return digests
}
