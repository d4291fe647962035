import { OrganisationId } from '#src/modules/organisations/contract.ts'
import { type Organisation, organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

type Linked = { readonly organisation_id: string | null; readonly within_id?: string | null }

/** Which organisation a key stands for; null for no key. */
export type Organisations = (id: string | null | undefined) => Organisation | null

/** The organisations that these rows point at, asked for at once. */
export async function organisationsOf(db: Database, rows: readonly Linked[]): Promise<Organisations> {
  const ids = rows.flatMap((row) => [row.organisation_id, row.within_id ?? null]).filter((id) => id !== null)
  const found = await organisationsByIds(
    db,
    ids.map((id) => OrganisationId.parse(id)),
  )
  return (id) => (id ? (found.get(OrganisationId.parse(id)) ?? null) : null)
}
