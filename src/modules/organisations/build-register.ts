import { type OrganisationId as Id, OrganisationId } from './contract.ts'
import type { JointBody, JointBodyMember } from './joint-body.ts'
import type { County, FormerCounty, FormerMunicipality, Municipality } from './municipality.ts'
import { indexCountyNames, indexMunicipalityNames, indexOtherNames } from './name-index.ts'
import type { Organisation, OtherName } from './organisation.ts'
import type { Register } from './register.ts'
import type { ActsForRow, RegisterRows } from './register-rows.ts'

/** Puts the rows together to what is looked up. */
export function buildRegister(rows: RegisterRows): Register {
  const names = toNames(rows)
  const organisations = new Map(
    rows.organisations.map((row) => [OrganisationId.parse(row.id), toOrganisation(row)]),
  )
  const municipalities = toMunicipalities(rows, names, organisations)
  const formerMunicipalities = toFormer(rows.formerMunicipalities)
  const counties = toCounties(rows, names)
  const formerCounties: ReadonlyMap<string, FormerCounty> = new Map(
    groupBy(rows.formerCounties, (row) => row.fylkesnummer).map(([fylkesnummer, [first, ...more]]) => [
      fylkesnummer,
      {
        fylkesnummer,
        name: first.name,
        lastYear: first.last_year,
        successors: [first, ...more].map((row) => row.successor).sort(),
      },
    ]),
  )
  return {
    municipalities,
    formerMunicipalities,
    counties,
    formerCounties,
    organisations,
    byNumber: toNumbers(rows, organisations),
    municipalityNames: indexMunicipalityNames(municipalities, formerMunicipalities, organisations),
    countyNames: indexCountyNames(counties, formerCounties, organisations),
    otherNames: indexOtherNames(organisations, names),
    jointBodies: toJointBodies(rows, names, organisations),
  }
}

type Names = ReadonlyMap<string, readonly OtherName[]>
type Organisations = ReadonlyMap<Id, Organisation>

function toNames(rows: RegisterRows): Names {
  return new Map(
    groupBy(rows.names, (row) => row.organisation_id).map(([id, group]) => [
      id,
      group.map(({ name, kind, language }) => ({ name, kind, language })),
    ]),
  )
}

function toOrganisation(row: RegisterRows['organisations'][number]): Organisation {
  const { kind, name, organisasjonsnummer, kommunenummer, fylkesnummer } = row
  return { id: OrganisationId.parse(row.id), kind, name, organisasjonsnummer, kommunenummer, fylkesnummer }
}

function toMunicipalities(
  rows: RegisterRows,
  names: Names,
  organisations: Organisations,
): ReadonlyMap<string, Municipality> {
  const populations = new Map(groupBy(rows.populations, (row) => row.kommunenummer))
  return new Map(
    rows.municipalities.map((row) => {
      const id = OrganisationId.parse(row.organisation_id)
      const municipality: Municipality = {
        kommunenummer: row.kommunenummer,
        organisation: id,
        organisasjonsnummer: organisations.get(id)?.organisasjonsnummer ?? null,
        name: row.name,
        otherNames: names.get(id) ?? [],
        fylkesnummer: row.fylkesnummer,
        populations: (populations.get(row.kommunenummer) ?? [])
          .map(({ year, population }) => ({ year, count: population }))
          .sort((a, b) => b.year - a.year),
        areaKm2: row.area_km2,
        languageForm: row.language_form,
        centralityClass: row.centrality_class,
        centralityIndex: row.centrality_index,
        kostraGroup: row.kostra_group,
        samiAdministrativeArea: row.sami_administrative_area,
        centroid: { lon: row.lon, lat: row.lat },
      }
      return [row.kommunenummer, municipality]
    }),
  )
}

function toCounties(rows: RegisterRows, names: Names): ReadonlyMap<string, County> {
  return new Map(
    rows.counties.map((row) => [
      row.fylkesnummer,
      {
        fylkesnummer: row.fylkesnummer,
        organisation: OrganisationId.parse(row.organisation_id),
        name: row.name,
        otherNames: names.get(row.organisation_id) ?? [],
      },
    ]),
  )
}

function toFormer(rows: RegisterRows['formerMunicipalities']): ReadonlyMap<string, FormerMunicipality> {
  return new Map(
    groupBy(rows, (row) => row.kommunenummer).map(([kommunenummer, group]) => [
      kommunenummer,
      {
        kommunenummer,
        name: group[0].name,
        lastYear: group[0].last_year,
        successors: [...group].sort((a, b) => a.rank - b.rank).map((row) => row.successor),
      },
    ]),
  )
}

function toNumbers(rows: RegisterRows, organisations: Organisations): ReadonlyMap<string, Id> {
  const numbers = new Map<string, Id>()
  for (const { organisasjonsnummer, organisation_id } of rows.formerNumbers) {
    numbers.set(organisasjonsnummer, OrganisationId.parse(organisation_id))
  }
  for (const { id, organisasjonsnummer } of organisations.values()) {
    if (organisasjonsnummer) numbers.set(organisasjonsnummer, id)
  }
  return numbers
}

function toJointBodies(rows: RegisterRows, names: Names, organisations: Organisations): readonly JointBody[] {
  const members = new Map(groupBy(rows.actsFor, (row) => row.body_id))
  return rows.organisations
    .filter((row) => JOINT_KINDS.has(row.kind) || members.has(row.id))
    .flatMap((row) => {
      const organisation = organisations.get(OrganisationId.parse(row.id))
      if (!organisation) return []
      const { ended_year: endedYear, source_url: sourceUrl, note } = row
      return [
        {
          ...organisation,
          otherNames: names.get(row.id) ?? [],
          members: (members.get(row.id) ?? []).map(toMember),
          endedYear,
          sourceUrl,
          note,
        },
      ]
    })
}

const JOINT_KINDS: ReadonlySet<string> = new Set([
  'purchasing-cooperative',
  'intermunicipal-company',
  'host-cooperation',
  'task-community',
  'regional-council',
  'digital-network',
])

function toMember(row: ActsForRow): JointBodyMember {
  return {
    organisation: OrganisationId.parse(row.principal_id),
    scope: row.scope,
    isHost: row.is_host,
    isMember: row.is_member,
    namedAs: row.named_as,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    asOfYear: row.as_of_year,
  }
}

function groupBy<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly (readonly [string, readonly [Item, ...Item[]]])[] {
  const groups = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return [...groups]
}
