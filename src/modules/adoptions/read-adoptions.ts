import type { CaseId } from '#src/modules/catalogue/contract.ts'
import { casesByIds } from '#src/modules/catalogue/index.ts'
import { type Actor, readerOf } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
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

/** What an organisation takes into use, or has in use, and its themes; for what is of use to it, and shown to nobody. */
export async function takenBy(
  db: Database,
  organisation: OrganisationId,
): Promise<{ readonly cases: readonly CaseId[]; readonly themes: readonly string[] }> {
  const own = (await adoptionsBy(db, [organisation])).filter(({ status }) => status !== 'abandoned')
  const cases = [...new Set(own.map(({ caseId }) => caseId))]
  const found = await casesByIds(db, cases)
  return { cases, themes: [...new Set(found.flatMap(({ themes }) => themes))] }
}

/** What the organisations that somebody works for have taken into use or consider. */
export function ownAdoptions(db: Database, actor: Actor): Promise<readonly Adoption[]> {
  return adoptionsBy(db, readerOf(actor).organisations)
}
