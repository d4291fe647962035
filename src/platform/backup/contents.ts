import { z } from 'zod'

const Digest = { rows: z.number().int().nonnegative(), digest: z.string() }

/** The first line: what the database was made with, and what comes. */
export const BackupHeader = z.object({
  kind: z.literal('header'),
  madeAt: z.iso.datetime(),
  engine: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      rows: Digest.rows,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
})
export type BackupHeader = z.infer<typeof BackupHeader>

/** Lines beside the rows: the rows of a table follow `table`, and `end` says what they must have been. */
export const BackupMark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), name: z.string() }),
  z.object({ kind: z.literal('end'), name: z.string(), ...Digest }),
  z.object({ kind: z.literal('done') }),
])
export type BackupMark = z.infer<typeof BackupMark>

/** A row is a JSON list; everything else is a JSON object. */
export function isRow(line: string): boolean {
  return line.startsWith('[')
}

export type Progress = { readonly done: number; readonly total: number }

export type BackupSummary = {
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}
