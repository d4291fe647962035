import { seedCatalogue } from '#src/modules/catalogue/index.ts'
import { seedOrganisations } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

const now = () => new Date('2026-11-21T12:00:00Z')

/** The organisations and cases that ship with the program. */
export async function seedShipped(db: Database): Promise<void> {
  await seedOrganisations(db, { now })
  await seedCatalogue(db, { now })
}
