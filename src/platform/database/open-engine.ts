import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles, type SyncFile, syncDirectory, syncTree } from './durable-files.ts'

const START_PARAMETERS: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  // `fdatasync` does nothing inside the engine, and it is the default.
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'max_wal_size=256MB'],
  ...['-c', 'TimeZone=UTC'],
]

const SEVERE = /\b(FATAL|PANIC):\s+(.*)/

type EngineOptions = {
  /** Called with PostgreSQL's last words when it gives up (a full or broken disk); nothing it says after is true. */
  readonly onPanic: (lastWords: string) => void
  readonly sync?: SyncFile
}

/** Opens the database in the folder, and makes it first when there is none. Blocks its thread while it works. */
export async function openEngine(folder: string, options: EngineOptions): Promise<PGlite> {
  const { onPanic, sync = fs.fsyncSync } = options
  if (!fs.existsSync(folder)) await createCluster(folder, sync)
  let complaint = ''
  const hear = (line: string) => {
    const [, severity, words = ''] = SEVERE.exec(line) ?? []
    if (severity) complaint = words
    if (severity === 'PANIC') onPanic(words)
    return false
  }
  try {
    return await PGlite.create({
      fs: new DurableFiles(folder, sync),
      startParams: START_PARAMETERS,
      onStderr: hear,
    })
  } catch (cause) {
    throw new Error(complaint || 'the engine did not start', { cause })
  }
}

/**
 * Makes an empty database beside, puts it on the disk, and gives it its name last: whoever is interrupted begins
 * again instead of going on with half a database.
 */
async function createCluster(folder: string, sync: SyncFile): Promise<void> {
  const unfinished = `${folder}.unfinished`
  fs.rmSync(unfinished, { recursive: true, force: true })
  const engine = await PGlite.create({ dataDir: unfinished, startParams: START_PARAMETERS })
  await engine.close()
  syncTree(unfinished, sync)
  fs.renameSync(unfinished, folder)
  syncDirectory(path.dirname(folder), sync)
}

/** Runs messages of the PostgreSQL protocol and answers the bytes that came back. */
export async function exchangeWith(engine: PGlite, message: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  // The bytes are a view into the engine's memory, which is written over at once.
  await engine.execProtocolRawStream(message, { onRawData: (bytes) => parts.push(bytes.slice()) })
  const answer = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0))
  let offset = 0
  for (const part of parts) {
    answer.set(part, offset)
    offset += part.byteLength
  }
  return answer
}
