import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import {
  county,
  currentMunicipality,
  ensureOrganisation,
  findOrganisation,
  type Register,
  readRegister,
} from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import type { OrganisationReference, Place } from './contract.ts'

/**
 * Finds the organisation that a reference points at, and creates the one it describes when it is new to us;
 * `within` is then the place it belongs to.
 */
export type Linker = (
  reference: OrganisationReference | undefined,
  within?: Place | undefined,
) => Promise<OrganisationId | null>

/** A linker for one transaction; the same supplier named in many cases is looked up once. */
export async function openLinker(tx: Database): Promise<Linker> {
  const register = await readRegister(tx)
  const known = new Map<string, Promise<OrganisationId | null>>()
  return (reference, within) => {
    if (!reference) return Promise.resolve(null)
    const key = JSON.stringify([reference, within])
    const found = known.get(key) ?? linkOrganisation({ tx, register }, reference, within)
    known.set(key, found)
    return found
  }
}

async function linkOrganisation(
  { tx, register }: { readonly tx: Database; readonly register: Register },
  reference: OrganisationReference,
  within: Place | undefined,
): Promise<OrganisationId | null> {
  if ('kommunenummer' in reference) {
    return currentMunicipality(register, reference.kommunenummer)?.organisation ?? null
  }
  if ('fylkesnummer' in reference) return county(register, reference.fylkesnummer)?.organisation ?? null
  const { name, kind, organisasjonsnummer = null } = reference.organisation
  // A firm may bear the name of a municipality («Våler»), so suppliers are not looked for among public bodies.
  const known = kind === 'supplier' ? null : findOrganisation(register, { name, organisasjonsnummer })
  return known?.id ?? ensureOrganisation(tx, { name, kind, organisasjonsnummer, ...within })
}
