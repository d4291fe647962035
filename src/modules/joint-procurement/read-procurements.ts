import type { Database } from '#src/platform/database.ts'
import { ProcurementId } from './contract.ts'
import type { JointProcurement } from './joint-procurement.ts'
import { mayRead, type Reader, takesPart } from './policy.ts'
import { allProcurements, findProcurement } from './procurements-repository.ts'

/** One that this reader may know of; null for every other, whether it exists or not. */
export async function readProcurement(
  db: Database,
  reader: Reader,
  id: string,
): Promise<JointProcurement | null> {
  const known = ProcurementId.safeParse(id)
  const found = known.success ? await findProcurement(db, known.data) : null
  return found && mayRead(reader, found) ? found : null
}

/** Those that this reader may know of: the reader's own first, then the one that was changed last. */
export async function readProcurements(db: Database, reader: Reader): Promise<readonly JointProcurement[]> {
  const all = (await allProcurements(db)).filter((one) => mayRead(reader, one))
  const own = all.filter((one) => takesPart(reader, one))
  return [...own, ...all.filter((one) => !takesPart(reader, one))]
}
