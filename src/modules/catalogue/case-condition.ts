import { type RawBuilder, sql } from 'kysely'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { county, municipalities, municipality, type Register } from '#src/modules/organisations/index.ts'
import { descendants } from '#src/modules/vocabulary/index.ts'
import type { PartyRole } from './contract.ts'

/** What must hold for a row of `procurement_case`. */
export type Condition = RawBuilder<boolean>

/** Roles of those whose case it is; one who follows or was only invited has not done it. */
export const TAKING_PART: readonly PartyRole[] = [
  'lead',
  'host',
  'coordinator',
  'participant',
  'partner',
  'option',
]

/** The theme itself or one below it. */
export function hasTheme(id: string): Condition {
  const ids = [id, ...descendants(id).map((theme) => theme.id)]
  return sql`exists (
    select from case_theme where case_id = procurement_case.id and theme_id in (${sql.join(ids)})
  )`
}

/** One of these takes part, or something that belongs to it does. */
export function takesPart(organisations: readonly OrganisationId[]): Condition {
  if (organisations.length === 0) return sql`false`
  const ids = sql.join(organisations)
  return sql`exists (
    select from case_party
    where case_id = procurement_case.id and role in (${sql.join(TAKING_PART)})
      and (organisation_id in (${ids}) or within_id in (${ids}))
  )`
}

/** It takes part itself, or supplies; that unnamed municipalities lie in a county is not the county's case. */
export function involves(organisation: OrganisationId): Condition {
  return sql`(
    exists (
      select from case_party
      where case_id = procurement_case.id and role in (${sql.join(TAKING_PART)})
        and (organisation_id = ${organisation} or within_id = ${organisation} and organisation_id is not null)
    )
    or exists (
      select from case_supplier
      where case_id = procurement_case.id and organisation_id = ${organisation}
    )
  )`
}

/** The municipality with this number today, which `takesPart` can ask for. */
export function inMunicipality(register: Register, kommunenummer: string): readonly OrganisationId[] {
  const found = municipality(register, kommunenummer)
  return found ? [found.organisation] : []
}

/** The county and every municipality in it. */
export function inCounty(register: Register, fylkesnummer: string): readonly OrganisationId[] {
  const found = county(register, fylkesnummer)
  const within = municipalities(register).filter((one) => one.fylkesnummer === fylkesnummer)
  return [...(found ? [found.organisation] : []), ...within.map((one) => one.organisation)]
}
