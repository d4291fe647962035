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
    const engine = await startEngine(path.join(fs.realpathSync(dataFolder), 'database'), onStopped)
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
