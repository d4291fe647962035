import type { Generated } from 'kysely'

export type FileTable = {
  readonly sha256: string
  readonly size: number
  readonly zstd: Uint8Array
  readonly created_at: Generated<Date>
}

declare module '#src/platform/database.ts' {
  interface Schema {
    file: FileTable
  }
}
