import type { Database } from '#src/platform/database.ts'
import { buildRegister } from './build-register.ts'
import { readRegisterRows, registerDigest } from './organisations-repository.ts'
import type { Register } from './register.ts'

/** The registers made last, by their content: one in ordinary use, some more while tests and imports run. */
const made = new Map<string, Register>()
const KEPT = 4

/**
 * The register as it is now: the copy in memory when nothing has changed, otherwise a new one.
 *
 * It is asked for by content, not by time or by database, so that it is right in an open transaction and after a
 * change that another process made.
 */
export async function readRegister(db: Database): Promise<Register> {
  const digest = await registerDigest(db)
  const known = made.get(digest)
  if (known) return known
  const register = buildRegister(await readRegisterRows(db))
  // Between the two questions somebody may have committed a change: kept only under a content that stood still.
  if ((await registerDigest(db)) === digest) keep(digest, register)
  return register
}

function keep(digest: string, register: Register): void {
  made.set(digest, register)
  const [oldest] = made.keys()
  if (made.size > KEPT && oldest !== undefined) made.delete(oldest)
}
