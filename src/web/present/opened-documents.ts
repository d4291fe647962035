import type { Subject } from '#src/modules/documents/contract.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { readProcurement, takesPart } from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'

/** Those who take part in a joint procurement see what any of them has laid there. */
export async function isOpenedTo(db: Database, reader: Actor, { kind, id }: Subject): Promise<boolean> {
  if (kind !== 'joint-procurement') return false
  const joint = await readProcurement(db, reader, id)
  return joint !== null && takesPart(reader, joint)
}
