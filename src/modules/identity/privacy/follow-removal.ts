import { digestOf } from '#src/modules/identity/secret.ts'
import type { Database } from '#src/platform/database.ts'
import { findRemovalRequest, type RemovalRequest } from './removal-requests-repository.ts'

const SECRET = /^[A-Za-z0-9_-]{43}$/

/** What came of a request, for whoever holds the secret that was told when it was sent. */
export async function followRemoval(db: Database, secret: string): Promise<RemovalRequest | null> {
  return SECRET.test(secret) ? findRemovalRequest(db, { tokenHash: digestOf(secret) }) : null
}
