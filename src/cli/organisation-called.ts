import { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  cleanOrganisasjonsnummer,
  county,
  currentMunicipality,
  findOrganisation,
  findOrganisationById,
  listOrganisations,
  type Organisation,
  organisation,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'

/** The organisation a person means: by its number, kommunenummer, fylkesnummer, id, or a name that only it has. */
export async function organisationCalled(db: Database, said: string): Promise<Organisation | null> {
  const text = said.trim()
  const id = OrganisationId.safeParse(text)
  if (id.success) return findOrganisationById(db, id.data)
  const register = await readRegister(db)
  const place = /^\d{4}$/.test(text)
    ? currentMunicipality(register, text)
    : /^\d{2}$/.test(text)
      ? county(register, text)
      : null
  if (place) return organisation(register, place.organisation)
  const { number, valid } = cleanOrganisasjonsnummer(text)
  if (valid) {
    const known = register.byNumber.get(number ?? '')
    if (known) return organisation(register, known)
    const { organisations } = await listOrganisations(db, { organisasjonsnummer: number, limit: 1 })
    return organisations[0] ?? null
  }
  const named = findOrganisation(register, { name: text })
  if (named) return named
  const { organisations } = await listOrganisations(db, { q: text, limit: 50 })
  const same = organisations.filter((one) => one.name.toLowerCase() === text.toLowerCase())
  return same.length === 1 ? (same[0] ?? null) : null
}
