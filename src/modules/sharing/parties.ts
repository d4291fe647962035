import type {
  CaseContent,
  CaseSupplier,
  OrganisationReference,
  Party,
} from '#src/modules/catalogue/contract.ts'
import { findOrganisation, type Organisation, type Register } from '#src/modules/organisations/index.ts'

/** How content points at the organisation: by its official number where it has one. */
function referenceTo({
  kind,
  name,
  kommunenummer,
  fylkesnummer,
  organisasjonsnummer,
}: Organisation): OrganisationReference {
  if (kind === 'municipality' && kommunenummer) return { kommunenummer }
  if (kind === 'county' && fylkesnummer) return { fylkesnummer }
  return { organisation: { name, kind, ...(organisasjonsnummer ? { organisasjonsnummer } : {}) } }
}

/** The one who writes, as the one who led the work until somebody says otherwise. */
export function ownParty(organisation: Organisation): Party {
  return { name: organisation.name, role: 'lead', reference: referenceTo(organisation) }
}

/**
 * The content with the names that were typed tied to who they are. A public body is found in the register, and left
 * untied when nobody or several fit; a supplier is whoever bears the name.
 */
export function withReferences(content: CaseContent, register: Register): CaseContent {
  const year = content.identity.toYear ?? content.identity.fromYear ?? null
  const tied = (party: Party): Party => {
    const found = party.reference ? null : findOrganisation(register, { name: party.name, year })
    return found ? { ...party, reference: referenceTo(found) } : party
  }
  const supplied = (supplier: CaseSupplier): CaseSupplier =>
    supplier.reference
      ? supplier
      : { ...supplier, reference: { organisation: { name: supplier.name, kind: 'supplier' } } }
  const { who } = content
  const parties = who.parties.map(tied)
  const several = parties.filter(({ role }) => role !== 'follower' && role !== 'invited').length > 1
  return {
    ...content,
    who: { ...who, parties, suppliers: who.suppliers.map(supplied), joint: who.joint || several },
  }
}
