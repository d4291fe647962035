import fs from 'node:fs'
import path from 'node:path'
import type { PostgresPool } from 'kysely'
import { lockDataFolder } from './data-folder-lock.ts'
import { encodingPool } from './encoding-pool.ts'
import { EngineStream, type Exchange } from './engine-stream.ts'
import { startEngine } from './start-engine.ts'

export type Connected = {
  readonly pool: PostgresPool
  /** What is left to do when the pool has ended. */
  close(): Promise<void>
}

/** The database in the data folder, locked for this process, in a thread of its own. */
export async function connectEmbedded(
  dataFolder: string,
  onStopped: (reason: Error) => void,
): Promise<Connected> {
  const lock = lockDataFolder(dataFolder)
  try {
    // A backup that was killed leaves its copy.
    fs.rmSync(copyFolder(dataFolder), { recursive: true, force: true })
    const engine = await startEngine(databaseFolder(dataFolder), onStopped)
    return {
      pool: poolOn(engine.exchange),
      close: async () => {
        await engine.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Where in the data folder the engine has its files. */
export function databaseFolder(dataFolder: string): string {
  return path.join(fs.realpathSync(dataFolder), 'database')
}

/** Where a backup has its copy of them. */
export function copyFolder(dataFolder: string): string {
  return `${databaseFolder(dataFolder)}.copy`
}

/** One connection, for which transactions and single statements wait in turn. */
export function poolOn(exchange: Exchange): PostgresPool {
  return encodingPool({
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new EngineStream(exchange),
    onIdleError: () => {},
  })
}
