import type { PostgresPool } from 'kysely'
import { StartRefusal } from '#src/platform/start-refusal.ts'
import type { Connected } from './connect-embedded.ts'
import { encodingPool } from './encoding-pool.ts'

/** PostgreSQL 15 is the oldest version whose SQL we write. */
const OLDEST_VERSION = 150_000

type Server = { readonly version: number; readonly encoding: string }

/** A PostgreSQL server, after a look at whether it can be used. */
export async function connectPostgresql(
  url: string,
  onIdleError: (error: Error) => void,
): Promise<Connected> {
  const pool = encodingPool({
    connectionString: url,
    application_name: 'spydspiss',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    onIdleError,
  })
  try {
    const { version, encoding } = await askServer(pool, new URL(url))
    if (version < OLDEST_VERSION) {
      throw new StartRefusal(
        `The database is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed.`,
      )
    }
    if (encoding !== 'UTF8') {
      throw new StartRefusal(`The database is encoded in ${encoding}: make one with encoding UTF8.`)
    }
  } catch (error) {
    await pool.end()
    throw error
  }
  return { pool, close: async () => {} }
}

async function askServer(pool: PostgresPool, { host, pathname }: URL): Promise<Server> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new StartRefusal(
      `The database ${pathname.slice(1)} at ${host || 'the local socket'} does not answer (${codeOf(error)}): ` +
        'check DATABASE_URL, and that PostgreSQL is running and lets us in.',
    )
  })
  const { rows } = await client.query<Server>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    [],
  )
  client.release()
  const [server] = rows
  if (!server) throw new Error('The database did not say which version it is')
  return server
}

/** The code alone: the message may repeat the user's name or more of the address. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no answer'
}
