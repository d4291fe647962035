import type { CaseId } from '#src/modules/catalogue/contract.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { Adoption } from './adoption.ts'
import { adoptionsBy, adoptionsOfCases, findAdoption } from './adoptions-repository.ts'
import { AdoptionId } from './contract.ts'
import { maySeeAdoption } from './policy.ts'

/** One that this reader may know of; null for every other, whether it exists or not. */
export async function readAdoption(db: Database, reader: Actor | null, id: string): Promise<Adoption | null> {
  const known = AdoptionId.safeParse(id)
  const found = known.success ? await findAdoption(db, known.data) : null
  return found && maySeeAdoption(reader, found) ? found : null
}

/** Those who have taken a case into use or consider it, of what this reader may see, the first first. */
export async function adoptersOf(
  db: Database,
  reader: Actor | null,
  caseId: CaseId,
): Promise<readonly Adoption[]> {
  const all = await adoptionsOfCases(db, [caseId])
  return all.filter((one) => maySeeAdoption(reader, one))
}

/** What the organisations that somebody acts for have taken into use or consider. */
export function ownAdoptions(db: Database, actor: Actor): Promise<readonly Adoption[]> {
  return adoptionsBy(db, [...actor.actsFor])
}
