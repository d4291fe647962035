import { createHash } from 'node:crypto'
import type { Database } from '#src/platform/database.ts'
import { type Column, describeTables, type Table } from './describe-tables.ts'
import { readRows } from './read-rows.ts'

/** What is in a table, whatever the order of its rows: how many, and the sum of their hashes. */
export type TableDigest = { readonly rows: number; readonly digest: string }

const BITS = 256

export type Digester = {
  readonly add: (line: string) => void
  readonly result: () => TableDigest
}

export function createDigester(): Digester {
  let rows = 0
  let sum = 0n
  return {
    add: (line) => {
      rows += 1
      sum = BigInt.asUintN(BITS, sum + BigInt(`0x${createHash('sha256').update(line).digest('hex')}`))
    },
    result: () => ({ rows, digest: sum.toString(16).padStart(BITS / 4, '0') }),
  }
}

export async function digestTable(tx: Database, table: Table): Promise<TableDigest> {
  const digester = createDigester()
  for await (const lines of readRows(tx, table)) for (const line of lines) digester.add(line)
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
