import type { Generated } from 'kysely'
import type { ActsForScope, LanguageForm, NameKind, OrganisationKind } from './contract.ts'

type Organisation = {
  id: string
  kind: OrganisationKind
  name: string
  name_key: string
  organisasjonsnummer: string | null
  kommunenummer: string | null
  fylkesnummer: string | null
  ended_year: number | null
  source_url: string | null
  note: string | null
  shipped_hash: string | null
  edited_at: Date | null
  revision: Generated<string>
  created_at: Generated<Date>
}

type OrganisationName = { organisation_id: string; name: string; kind: NameKind; language: string | null }

type OrganisationFormerNumber = { organisasjonsnummer: string; organisation_id: string }

type County = { fylkesnummer: string; organisation_id: string; name: string }

type Municipality = {
  kommunenummer: string
  organisation_id: string
  fylkesnummer: string
  name: string
  area_km2: number
  language_form: LanguageForm
  centrality_class: number
  centrality_index: number
  kostra_group: string
  sami_administrative_area: boolean
  lon: number
  lat: number
}

type MunicipalityPopulation = { kommunenummer: string; year: number; population: number }

type FormerMunicipality = {
  kommunenummer: string
  successor: string
  rank: number
  name: string
  last_year: number
}

type FormerCounty = { fylkesnummer: string; successor: string; name: string; last_year: number }

type ActsFor = {
  id: string
  body_id: string
  principal_id: string
  scope: ActsForScope
  is_host: boolean
  is_member: boolean
  named_as: string[]
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
  as_of_year: number | null
  source_url: string | null
}

declare module '#src/platform/database.ts' {
  interface Schema {
    organisation: Organisation
    organisation_name: OrganisationName
    organisation_former_number: OrganisationFormerNumber
    county: County
    municipality: Municipality
    municipality_population: MunicipalityPopulation
    former_municipality: FormerMunicipality
    former_county: FormerCounty
    acts_for: ActsFor
  }
}
