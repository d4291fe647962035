import { resolve } from 'node:path'
import { filesInUse } from '#src/modules/documents/index.ts'
import { writeBackup } from '#src/platform/backup/index.ts'
import { largeFileRows, ShelfTrouble } from '#src/platform/files/index.ts'
import { readArguments } from './arguments.ts'
import { type Command, type CommandContext, EXIT, type ExitCode } from './command.ts'

/** `spydspiss backup FILE`: everything in one file, while the site is up. */
export const backup: Command = {
  name: 'backup',
  summary: 'Write the whole database with all originals into one file',
  help: `Usage: spydspiss backup FILE

Writes everything (cases, notices with their untouched originals, documents wherever FILE_STORE keeps them,
organisations, what people have entered) into one
compressed file with a checksum, as it was at one moment. The site can be used meanwhile: an embedded database is copied
first, which takes about a second for each gigabyte, needs as much room on the disk, and is the only time others wait.

The file can be restored on either engine (spydspiss restore --help). It holds the contact persons of notices: only you
can read it, and it should stay so. A file that exists is never written over.`,
  asItIs: true,
  run: runBackup,
}

async function runBackup({ program, args, cwd, output, signal }: CommandContext): Promise<ExitCode> {
  const read = readArguments(args, {})
  if (!read.ok || read.value.positionals.length !== 1) {
    output.complain(`${read.ok ? 'Name one file to write: spydspiss backup FILE.' : read.failure}`)
    return EXIT.couldNotRun
  }
  const path = resolve(cwd, read.value.positionals[0] ?? '')
  const started = performance.now()
  const unreadable: string[] = []
  const elsewhere = largeFileRows(program.files.shelves, (sha256) => unreadable.push(sha256))
  try {
    const { tables, rows, bytes } = await program.snapshot((tx) =>
      writeBackup(tx, {
        path,
        now: program.now(),
        engine: program.engine,
        onProgress: (progress) => output.progress({ ...progress, what: 'rows' }),
        signal,
        elsewhere,
      }),
    )
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    output.line(
      `${rows} rows of ${tables} tables written to ${path} (${megabytes(bytes)} MB) in ${seconds} s.`,
    )
    const lost = await filesInUse(program.db, unreadable)
    if (lost.size === 0) return EXIT.done
    output.complain(
      `Missing or damaged in the file store, and therefore not in the backup (${lost.size}): ${[...lost].join(' ')}`,
    )
    return EXIT.someRefused
  } catch (error) {
    const sentence = whyNotWritten(error, path)
    if (sentence === null) throw error
    output.complain(sentence)
    return EXIT.couldNotRun
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'There is a file of that name already: choose another, or take it away first',
  ENOENT: 'The folder does not exist',
  ENOTDIR: 'The folder does not exist',
  EISDIR: 'That is a folder: name a file in it',
  EACCES: 'The program may not write there',
  EROFS: 'The disk cannot be written to',
  ENOSPC: 'The disk is full; nothing has been left there',
  EDQUOT: 'There is no more room for this user; nothing has been left there',
  EFBIG: 'The file became too large; nothing has been left there',
  ABORT_ERR: 'Stopped; nothing has been left there',
}

function whyNotWritten(error: unknown, path: string): string | null {
  if (error instanceof ShelfTrouble)
    return `${path} was not written, since ${error.message} where the documents are. See FILE_STORE.`
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof DOMException && error.name === 'AbortError' ? 'ABORT_ERR' : code
  return REASONS[reason] ? `${path} was not written. ${REASONS[reason]}.` : null
}
