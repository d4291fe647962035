import { type Migration, readMigrations } from '#src/platform/migrate.ts'
import { fail, ok, type Result } from '#src/platform/result.ts'
import { checkBackupFile, readBackupFile } from './backup-file.ts'
import { BackupHeader } from './contents.ts'

/** Why a file is not restored. */
export type BackupProblem =
  | 'missing'
  | 'unreadable'
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'otherMigrations'
  | 'withoutContent'

const PROBLEMS: Readonly<Record<BackupProblem, string>> = {
  missing: 'There is no such file.',
  unreadable: 'The file cannot be opened and read to its end.',
  foreign: 'The file is not a backup made by spydspiss backup.',
  newer:
    'The backup was made by a newer version of the program: restore it with that version, or one after it.',
  damaged:
    'The backup is damaged or cut off: its content is not what its checksum says. Use another copy of it.',
  otherMigrations:
    'The backup was made by another edition of the program, whose migrations are not those of this one: restore it with that edition.',
  withoutContent: 'The backup is of a database in which nothing had been made yet.',
}

export function backupProblemText(problem: BackupProblem): string {
  return PROBLEMS[problem]
}

/** Reads a backup to its end and answers what it holds, or why it cannot be restored. Touches no database. */
export async function inspectBackup(
  path: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Result<BackupHeader, BackupProblem>> {
  const state = await checkBackupFile(path)
  if (state !== 'whole') return fail(state)
  const header = await readHeader(path)
  if (!header) return fail('damaged')
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  if (header.migrations.length === 0) return fail('withoutContent')
  if (header.migrations.some(({ name }) => !known.has(name))) return fail('newer')
  const isBeginning = header.migrations.every(
    ({ name, sha256 }, at) => migrations[at]?.name === name && known.get(name) === sha256,
  )
  return isBeginning ? ok(header) : fail('otherMigrations')
}

async function readHeader(path: string): Promise<BackupHeader | null> {
  try {
    for await (const line of readBackupFile(path))
      return typeof line === 'string' ? BackupHeader.parse(JSON.parse(line)) : null
  } catch {
    // The checksum is right, so it was written like this: no backup of ours all the same.
  }
  return null
}
