import type { Generated } from 'kysely'

export type FileTable = {
  readonly sha256: string
  readonly size: number
  readonly zstd: Uint8Array
  readonly created_at: Generated<Date>
}

export type LargeFileTable = {
  readonly sha256: string
  readonly size: number
  readonly asked_at: Date
}

export type LargeFilePieceTable = {
  readonly sha256: string
  readonly position: number
  readonly bytes: Uint8Array
}

declare module '#src/platform/database.ts' {
  interface Schema {
    file: FileTable
    large_file: LargeFileTable
    large_file_piece: LargeFilePieceTable
  }
}
