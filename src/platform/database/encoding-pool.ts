import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { columnParser } from './column-parsers.ts'
import { encodeParameter } from './encode-parameter.ts'

type PoolSettings = pg.PoolConfig & {
  /** Told when a connection that nobody uses breaks (the server restarts); the next query makes a new one. */
  readonly onIdleError: (error: Error) => void
}

/** Connections whose values go in and come out by our own tables, whatever `pg` would have done. */
export function encodingPool({ onIdleError, ...settings }: PoolSettings): PostgresPool {
  const types = { getTypeParser: columnParser } as unknown as pg.CustomTypesConfig
  const pool = new pg.Pool({ ...settings, types })
  pool.on('error', onIdleError)
  // While a connection is in use its loss is told by the query that fails; unheard it would end the program.
  pool.on('connect', (client) => client.on('error', () => {}))
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: settings,
    connect: async () => {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known) return known
      const encoding = encodingClient(client)
      clients.set(client, encoding)
      return encoding
    },
    end: () => pool.end(),
  }
}

function encodingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, parameters: readonly unknown[]) =>
    client.query(text, parameters.map(encodeParameter))
  // Kysely also knows cursors, which nobody here uses.
  return { query, release: (error?: boolean) => client.release(error) } as unknown as PostgresPoolClient
}
