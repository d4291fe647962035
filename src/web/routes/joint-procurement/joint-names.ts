import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

export type NameOf = (organisation: OrganisationId) => string

/** What each of them is called. */
export async function namesOf(db: Database, organisations: readonly OrganisationId[]): Promise<NameOf> {
  const bodies = await organisationsByIds(db, [...new Set(organisations)])
  return (organisation) => bodies.get(organisation)?.name ?? '–'
}
