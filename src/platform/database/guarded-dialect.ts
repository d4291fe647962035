import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type PostgresPool,
} from 'kysely'

type OpenTransaction = { connection: DatabaseConnection | null }

/** Whatever the server is set to, values are written in the way that the column parsers read. */
const SESSION = `
  set time zone 'UTC';
  set datestyle to 'ISO, YMD';
  set intervalstyle to 'postgres';
  set bytea_output to 'hex';
`

/** Kysely on our connections, on either engine. */
export function guardedDialect(pool: PostgresPool): Dialect {
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(SESSION))
    },
  })
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => guard(dialect.createDriver()),
  }
}

/**
 * A driver that knows when it is asked for a second connection from inside a transaction.
 *
 * The embedded engine has one connection, so the outer database would wait for the transaction that waits for it,
 * for ever. On PostgreSQL it would work, and quietly read and write outside the transaction. Both are mistakes, and
 * both are told.
 */
function guard(driver: Driver): Driver {
  const current = new AsyncLocalStorage<OpenTransaction>()

  /** Work that outlives its transaction may use the database again. */
  const leave = (connection: DatabaseConnection) => {
    const open = current.getStore()
    if (open?.connection === connection) open.connection = null
  }

  return {
    init: (options) => driver.init(options),
    destroy: (options) => driver.destroy(options),
    acquireConnection: async (options) => {
      if (current.getStore()?.connection) {
        throw new Error(
          'The outer database was used inside a transaction: use the `tx` that the work was given',
        )
      }
      return driver.acquireConnection(options)
    },
    releaseConnection: (connection) => driver.releaseConnection(connection),
    beginTransaction: (connection, settings) => {
      // Entered before anything is awaited, so that it holds for the caller and for all that the work starts.
      current.enterWith({ connection })
      return driver.beginTransaction(connection, settings)
    },
    commitTransaction: (connection) => driver.commitTransaction(connection).finally(() => leave(connection)),
    rollbackTransaction: (connection) =>
      driver.rollbackTransaction(connection).finally(() => leave(connection)),
    ...savepointsOf(driver),
  }
}

function savepointsOf(
  driver: Driver,
): Pick<Driver, 'savepoint' | 'rollbackToSavepoint' | 'releaseSavepoint'> {
  const { savepoint, rollbackToSavepoint, releaseSavepoint } = driver
  return {
    ...(savepoint && { savepoint: savepoint.bind(driver) }),
    ...(rollbackToSavepoint && { rollbackToSavepoint: rollbackToSavepoint.bind(driver) }),
    ...(releaseSavepoint && { releaseSavepoint: releaseSavepoint.bind(driver) }),
  }
}
