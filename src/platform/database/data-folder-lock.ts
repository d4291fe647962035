import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartRefusal } from '#src/platform/start-refusal.ts'

export type DataFolderLock = { release(): void }

/**
 * Takes the data folder for this process, or refuses with the number of the one that has it.
 *
 * The embedded database takes no lock, and two processes on one folder destroy it without a word. The lock is one
 * that the operating system gives back whatever the process dies of; the file with the number is only for telling.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  makeFolder(folder)
  const owner = path.join(folder, 'lock.pid')
  const lock = new DatabaseSync(path.join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new StartRefusal(refusal(folder, readOwner(owner)))
    throw error
  }
  fs.writeFileSync(owner, `${process.pid}\n`)
  return {
    release: () => {
      fs.rmSync(owner, { force: true })
      lock.close()
    },
  }
}

/** Only its owner may look into it: it holds the database, the originals and the socket for commands. */
function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    fs.accessSync(folder, fs.constants.W_OK)
  } catch {
    throw new StartRefusal(`The data folder ${folder} cannot be written to: choose another with DATA_DIR.`)
  }
}

function refusal(folder: string, pid: string | null): string {
  const who = pid ? `Another process (${pid})` : 'Another process'
  const stop = pid ? `Stop it first (kill ${pid})` : 'Stop it first'
  return `${who} is using the data folder ${folder}. ${stop}, or give this one a folder of its own with DATA_DIR.`
}

function readOwner(file: string): string | null {
  try {
    return /^\d+/.exec(fs.readFileSync(file, 'utf8'))?.[0] ?? null
  } catch {
    return null
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}
